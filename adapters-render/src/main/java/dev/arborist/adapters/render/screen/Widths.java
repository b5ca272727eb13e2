package dev.arborist.adapters.render.screen;

/** What terminals agree on about the columns of a cell's content, and what they may not. */
final class Widths {

  private Widths() {}

  /** Printable ASCII, which takes one column everywhere. */
  static boolean isPlain(int content) {
    return content >= Cells.BLANK && content < 0x7F;
  }

  /**
   * Whether a content may follow another of this sort without the column being set in between:
   * single code points of the scripts up to Hangul, lines and blocks, and the wide characters of
   * East Asia, whose widths are the same everywhere but for what is ambiguous. If that is not as we
   * were told, such a run looks odd, but what comes behind it does not.
   */
  static boolean isSteady(int content) {
    return (content >= 0xA0 && content < 0x1100)
        || (content >= 0x2500 && content <= 0x259F)
        || isIdeograph(content);
  }

  /**
   * The columns that every terminal gives to a content at least: none to code points that it may
   * not know, or may take for marks, such as the vowels of Hangul.
   */
  static int columnsAtLeast(int content) {
    if (isIdeograph(content)) {
      return 2;
    }
    return isSteady(content) || (content >= 0x2010 && content < 0x2C00) ? 1 : 0;
  }

  /** Whether a terminal may have joined what it was sent for a cell to the cell before. */
  static boolean mayBeMark(Cells cells, int cell) {
    int content = cells.contents[cell];
    int begin = Cells.isCluster(content) ? cells.text(content).codePointAt(0) : content;
    return begin != Cells.CONTINUATION && !isPlain(begin) && columnsAtLeast(begin) == 0;
  }

  private static boolean isIdeograph(int content) {
    return (content >= 0x3041 && content <= 0x3096)
        || (content >= 0x309B && content <= 0x30FF)
        || (content >= 0x3400 && content <= 0x4DBF)
        || (content >= 0x4E00 && content <= 0x9FFF)
        || (content >= 0xAC00 && content <= 0xD7A3)
        || (content >= 0xFF01 && content <= 0xFF60);
  }
}
