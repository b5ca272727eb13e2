package dev.arborist.cli.tui.form;

import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.query.TaskFilter;

/** A field of the filter form. */
public interface FormField {

  int NO_PART = -1;

  /** What it is called. */
  String name();

  /** How many parts keys can go to. */
  int parts();

  /** Takes an input; false when it means nothing here. */
  boolean handle(Input input, int part);

  /** How many rows it takes when it has so many columns. */
  int rows(Canvas canvas, int columns);

  /** In which of its rows a part stands, from 0. */
  int rowOf(Canvas canvas, int columns, int part);

  /**
   * Draws itself.
   *
   * @param place where it stands, which may be off the screen
   * @param shown the part of the screen outside of which nothing is drawn
   * @param part the part that keys go to, or {@link #NO_PART}
   */
  void draw(Canvas canvas, Rect place, Rect shown, int part);

  /** Puts what was chosen into a filter, in the place of what it had of this. */
  void putInto(TaskFilter.Builder builder);
}
