package dev.arborist.adapters.render.text;

/**
 * Walks over a text piece by piece: a piece is one grapheme cluster that may be shown, or one code
 * point that may not.
 *
 * <p>One rule decides both: a code point either joins the cluster before it, or begins one, and
 * what can do neither where it stands is not shown. So a mark without a base, the ninth mark of a
 * base, a joiner that joins nothing and a selector that selects nothing are all found by the walk
 * that finds the clusters.
 *
 * <p>Linear in the text: nothing is looked at but the code point and the one after it.
 */
public final class Graphemes {

  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int FIRST_TAG = 0xE0000;
  private static final int CANCEL_TAG = 0xE007F;

  /** The only flags of tags that fonts draw: the letters of others would be there unseen. */
  private static final String[] FLAGS = {tags("gbeng"), tags("gbsct"), tags("gbwls")};

  private final String text;
  private final Cluster cluster = new Cluster();
  private int start;
  private int end;
  private boolean shown;

  /** A walk over a text that may be anything. */
  public Graphemes(String text) {
    this.text = text;
  }

  private static String tags(String region) {
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i < region.length(); i++) {
      tags.appendCodePoint(FIRST_TAG + region.charAt(i));
    }
    return tags.appendCodePoint(CANCEL_TAG).toString();
  }

  /** Steps to the next piece; false at the end of the text. */
  public boolean next() {
    start = end;
    if (start == text.length()) {
      return false;
    }
    int codePoint = text.codePointAt(start);
    end += Character.charCount(codePoint);
    shown = cluster.begins(codePoint);
    if (shown) {
      if (codePoint == BLACK_FLAG) {
        takeTags();
      }
      takeWhatJoins();
    }
    return true;
  }

  /** Where the piece begins, as an index of the text. */
  public int start() {
    return start;
  }

  /** Where the piece ends, as an index of the text. */
  public int end() {
    return end;
  }

  /** Whether the piece is a cluster that may be shown; otherwise it is one code point. */
  public boolean isShown() {
    return shown;
  }

  /** The columns of the cluster. */
  public int columns(AmbiguousWidth ambiguous) {
    return cluster.columns(ambiguous);
  }

  /** At most so many columns are taken by a terminal that knows no clusters. */
  public int columnsApart() {
    return cluster.columnsApart();
  }

  private void takeTags() {
    for (String flag : FLAGS) {
      if (text.startsWith(flag, end)) {
        end += flag.length();
        cluster.addTags();
        return; // what follows would be tags that no flag is drawn for
      }
    }
  }

  private void takeWhatJoins() {
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      int properties = CodePoints.of(codePoint);
      if (CodePoints.kind(properties) == CodePoints.PLAIN) {
        return;
      }
      int after = end + Character.charCount(codePoint);
      int following = after < text.length() ? text.codePointAt(after) : Cluster.NOTHING;
      if (!cluster.adds(codePoint, properties, following)) {
        return;
      }
      end = after;
    }
  }
}
