package dev.arborist.cli.tui;

/** Something that a session wants done and cannot do itself, for it knows no terminal. */
public sealed interface Effect {

  /** Put a text into the clipboard; it is not safe to show. */
  record Copy(String text) implements Effect {}

  /** What needs no more words. */
  enum Simple implements Effect {
    /** Stop this process until the shell continues it. */
    SUSPEND,
    /** Draw the whole screen anew, whatever the terminal is thought to show. */
    REPAINT,
    /** Leave. */
    QUIT
  }
}
