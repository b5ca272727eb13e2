package dev.arborist.adapters.render.export;

/**
 * How far rows are indented: from the topmost of them on, and not beyond a number of levels.
 *
 * <p>A part of the rows may begin deep in the tree; what comes later may stand above it.
 */
final class Nesting {

  private final int levels;
  private int base = Integer.MAX_VALUE;
  private int level;
  private int elided;

  /** At most so many levels below the top. */
  Nesting(int levels) {
    this.levels = levels;
  }

  /** Goes to the next row, which has so many ancestors. */
  void enter(int depth) {
    base = Math.min(base, depth);
    level = Math.min(depth - base, levels);
    elided = depth - base - level;
  }

  /** The indentation of the row; 0 at the top. */
  int level() {
    return level;
  }

  /** How many levels it stands deeper than it is indented. */
  int elided() {
    return elided;
  }
}
