package dev.arborist.cli.tui;

import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Layout;
import dev.arborist.cli.tui.input.Input;

/** What keys mean at the moment, and what is shown of that. */
interface Mode {

  /** Does what a person asked for. */
  void handle(Input input);

  /** Draws over the panes, or over the status line. */
  default void draw(Canvas canvas, Layout layout) {}
}
