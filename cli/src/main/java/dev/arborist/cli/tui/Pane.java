package dev.arborist.cli.tui;

/** A part of the screen that keys move in. */
interface Pane {

  /** So many rows down, or up when negative. */
  void move(int rows);

  /** So many halves of the screen down, or up when negative. */
  void page(int halves);

  /** To the beginning. */
  void home();

  /** To the end. */
  void end();

  /** Scrolls by so many rows, as the wheel does. */
  void scroll(int rows);
}
