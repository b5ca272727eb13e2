package dev.arborist.adapters.render.tree;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.task.TaskStatus;

/**
 * How a tree is written.
 *
 * @param colours how many colours the terminal has
 * @param ascii whether guides and icons keep to ASCII; texts are UTF-8 in either case
 * @param ambiguous how wide the terminal shows what Unicode leaves open
 * @param width the columns that no line exceeds; 0 for as many as it takes
 */
public record TreeStyle(ColourDepth colours, boolean ascii, AmbiguousWidth ambiguous, int width) {

  /** No colours, no limit. */
  public static final TreeStyle PLAIN =
      new TreeStyle(ColourDepth.NONE, false, AmbiguousWidth.NARROW, 0);

  private static final SafeText ELLIPSIS = SafeText.of("…");
  private static final SafeText ASCII_ELLIPSIS = SafeText.of("~");

  /** What stands for the end of a text that is too long. */
  SafeText ellipsis() {
    return ascii ? ASCII_ELLIPSIS : ELLIPSIS;
  }

  /** The icon that stands for a status. */
  public String icon(TaskStatus status) {
    return Glyphs.icon(status, ascii);
  }

  /** The same with colours. */
  public TreeStyle colours(ColourDepth depth) {
    return new TreeStyle(depth, ascii, ambiguous, width);
  }

  /** The same in ASCII, or not. */
  public TreeStyle ascii(boolean only) {
    return new TreeStyle(colours, only, ambiguous, width);
  }

  /** The same on another terminal. */
  public TreeStyle ambiguous(AmbiguousWidth shown) {
    return new TreeStyle(colours, ascii, shown, width);
  }

  /** The same in so many columns. */
  public TreeStyle width(int columns) {
    return new TreeStyle(colours, ascii, ambiguous, columns);
  }
}
