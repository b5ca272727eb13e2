package dev.arborist.adapters.render.screen;

/** What terminals agree on about the columns of a cell's content, and what they may not. */
final class Widths {

  private Widths() {}

  /** Printable ASCII, which takes one column everywhere. */
  static boolean isPlain(int content) {
    return content >= Cells.BLANK && content < 0x7F;
  }

  /**
   * Whether a content may follow another of this sort without the column being set in between: long
   * known letters of Latin, Greek and Cyrillic, lines and blocks, and the wide characters of East
   * Asia, whose widths are the same everywhere but for what is ambiguous. If that is not as we were
   * told, such a run looks odd, but what comes behind it does not.
   */
  static boolean isSteady(int content) {
    return isLetter(content) || (content >= 0x2500 && content <= 0x259F) || isIdeograph(content);
  }

  /**
   * The columns that every terminal gives to a content at least: none to code points that it may
   * not know, and leave out, or take for marks, as the vowels of Hangul.
   */
  static int columnsAtLeast(int content) {
    if (isIdeograph(content)) {
      return 2;
    }
    return isSteady(content) || isSymbol(content) ? 1 : 0;
  }

  /** Whether a terminal may have joined what it was sent for a cell to the cell before. */
  static boolean mayBeMark(Cells cells, int cell) {
    int content = cells.contents[cell];
    int begin = Cells.isCluster(content) ? cells.text(content).codePointAt(0) : content;
    return begin != Cells.CONTINUATION && !isPlain(begin) && columnsAtLeast(begin) == 0;
  }

  private static boolean isLetter(int content) {
    return (content >= 0xA0 && content <= 0x24F)
        || (content >= 0x391 && content <= 0x3A1)
        || (content >= 0x3A3 && content <= 0x52F);
  }

  /** Punctuation, arrows, technical and other symbols: all icons of ours are among them. */
  private static boolean isSymbol(int content) {
    return (content >= 0x2010 && content <= 0x2027)
        || (content >= 0x2190 && content <= 0x2426)
        || (content >= 0x2460 && content <= 0x2B73);
  }

  private static boolean isIdeograph(int content) {
    return (content >= 0x3041 && content <= 0x3096)
        || (content >= 0x309B && content <= 0x30FF)
        || (content >= 0x3400 && content <= 0x4DB5)
        || (content >= 0x4E00 && content <= 0x9FEF)
        || (content >= 0xAC00 && content <= 0xD7A3)
        || (content >= 0xFF01 && content <= 0xFF60);
  }
}
