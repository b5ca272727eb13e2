package dev.arborist.adapters.render.text;

/**
 * How many columns a terminal gives to the characters whose East Asian Width is ambiguous: Greek,
 * Cyrillic, box drawing, many arrows and symbols.
 *
 * <p>Which one it is depends on the terminal and its font, not on the text (Unicode Standard Annex
 * 11).
 */
public enum AmbiguousWidth {
  /** One column: everywhere but in East Asian settings. */
  NARROW(1),

  /** Two columns: with East Asian fonts and legacy settings. */
  WIDE(2);

  private final int columns;

  AmbiguousWidth(int columns) {
    this.columns = columns;
  }

  /** The columns of one ambiguous character. */
  public int columns() {
    return columns;
  }
}
