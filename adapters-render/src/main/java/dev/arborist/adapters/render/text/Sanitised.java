package dev.arborist.adapters.render.text;

/**
 * A text after everything in it that must not be shown was replaced by its stand-in.
 *
 * <p>Sanitising it again changes nothing: a stand-in is made of plain characters, and what followed
 * the replaced code point did not join it, nor does it join the last character of the stand-in.
 *
 * @param changed whether anything was replaced
 * @param narrow its columns if ambiguous characters take one
 * @param wide its columns if ambiguous characters take two
 */
record Sanitised(String text, boolean changed, int narrow, int wide) {

  static Sanitised of(String raw) {
    Graphemes pieces = new Graphemes(raw);
    StringBuilder safe = new StringBuilder();
    int copied = 0;
    int narrow = 0;
    int wide = 0;
    while (pieces.next()) {
      if (pieces.isShown()) {
        narrow += pieces.columns(AmbiguousWidth.NARROW);
        wide += pieces.columns(AmbiguousWidth.WIDE);
      } else {
        safe.append(raw, copied, pieces.start());
        int columns = StandIn.append(raw.codePointAt(pieces.start()), safe);
        narrow += columns;
        wide += columns;
        copied = pieces.end();
      }
    }
    boolean changed = copied > 0;
    String text = changed ? safe.append(raw, copied, raw.length()).toString() : raw;
    return new Sanitised(text, changed, narrow, wide);
  }
}
