package dev.arborist.adapters.render.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that cannot do anything to a terminal but show itself: the only kind that a writer
 * accepts.
 *
 * <p>Tasks are written by strangers and by language models. Whatever could move the cursor, change
 * colours, hide, reorder or overprint text is shown as a visible stand-in, never dropped and never
 * passed on: C0 controls and DEL as their control pictures, all others as {@code <U+202E>}. These
 * are
 *
 * <ul>
 *   <li>C1 controls, lone surrogates, noncharacters, separators of lines and paragraphs;
 *   <li>all format characters and default ignorable code points, bidi controls and fillers among
 *       them, and what is as blank as a space without being one;
 *   <li>a combining mark that has no base, at the start or after a space or a stand-in, and the
 *       ninth and later marks of a base;
 *   <li>variation selectors but U+FE0E and U+FE0F on an emoji, and U+FE0F of a keycap;
 *   <li>U+200D but between the pictographs of an emoji, four at most, and next to an Indic virama;
 *       U+200C but after an Indic virama or between two Arabic letters;
 *   <li>tag characters but those of the flags of England, Scotland and Wales.
 * </ul>
 *
 * <p>Private use and unassigned code points are shown. The answers come from tables of our own and
 * are the same on every JDK. The stored text stays as it was; measure, search and cut only what was
 * made safe. Making a safe text safe again changes nothing.
 *
 * <p>Immutable as long as the array that it was made from is.
 */
public final class SafeText {

  private static final SafeText ELLIPSIS = SafeText.of("…");
  private static final SafeText EMPTY = new SafeText(new byte[0], 0, 0, 0, 0);
  private static final char REPLACEMENT = '\ufffd';

  private final byte[] utf8;
  private final int start;
  private final int length;
  private final int narrow;
  private final int wide;

  private SafeText(byte[] utf8, int start, int length, int narrow, int wide) {
    this.utf8 = utf8;
    this.start = start;
    this.length = length;
    this.narrow = narrow;
    this.wide = wide;
  }

  private static SafeText whole(byte[] utf8, int narrow, int wide) {
    return new SafeText(utf8, 0, utf8.length, narrow, wide);
  }

  /** The safe form of a text. */
  public static SafeText of(String text) {
    if (PrintableAscii.holds(text)) {
      return whole(text.getBytes(StandardCharsets.US_ASCII), text.length(), text.length());
    }
    return of(Sanitised.of(text));
  }

  /**
   * The safe form of a text that is kept as UTF-8; malformed bytes are shown as U+FFFD.
   *
   * <p>The bytes are not copied if they are safe as they are, as nearly all are: the array must not
   * be changed as long as the result is used.
   */
  public static SafeText of(byte[] bytes, int start, int length) {
    Objects.checkFromIndexSize(start, length, bytes.length);
    if (PrintableAscii.holds(bytes, start, length)) {
      return new SafeText(bytes, start, length, length, length);
    }
    Sanitised safe = Sanitised.of(new String(bytes, start, length, StandardCharsets.UTF_8));
    // Without U+FFFD nothing was malformed, and these bytes are the only ones of this text.
    boolean same = !safe.changed() && safe.text().indexOf(REPLACEMENT) < 0;
    return same ? new SafeText(bytes, start, length, safe.narrow(), safe.wide()) : of(safe);
  }

  private static SafeText of(Sanitised safe) {
    return whole(safe.text().getBytes(StandardCharsets.UTF_8), safe.narrow(), safe.wide());
  }

  /** How many columns of a terminal the text takes if ambiguous characters take one. */
  public int width() {
    return narrow;
  }

  /** How many columns of a terminal the text takes. */
  public int width(AmbiguousWidth ambiguous) {
    return switch (ambiguous) {
      case NARROW -> narrow;
      case WIDE -> wide;
    };
  }

  /** How many bytes of UTF-8 the text has. */
  public int byteLength() {
    return length;
  }

  /** Copies the text as UTF-8 to an array that has room for its bytes from there on. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(utf8, start, target, offset, length);
  }

  /** As the other where ambiguous characters take one column, with {@code …} as the ellipsis. */
  public SafeText fit(int columns) {
    return fit(columns, AmbiguousWidth.NARROW, ELLIPSIS);
  }

  /**
   * The text itself if it fits into so many columns, else its beginning and an ellipsis; nothing if
   * not even that fits.
   *
   * @param ellipsis what stands for what is left out
   */
  public SafeText fit(int columns, AmbiguousWidth ambiguous, SafeText ellipsis) {
    if (width(ambiguous) <= columns) {
      return this;
    }
    int room = columns - ellipsis.width(ambiguous);
    if (room < 0) {
      return EMPTY;
    }
    return isAscii()
        ? cut(room, room, room, ellipsis)
        : cutBetweenClusters(room, ambiguous, ellipsis);
  }

  /** No code point has more columns than bytes, and only those of ASCII have as many. */
  private boolean isAscii() {
    return length == narrow;
  }

  private SafeText cutBetweenClusters(int room, AmbiguousWidth ambiguous, SafeText ellipsis) {
    String text = toString();
    Graphemes clusters = new Graphemes(text);
    int end = 0;
    int cutNarrow = 0;
    int cutWide = 0;
    int used = 0;
    while (clusters.next() && used + clusters.columns(ambiguous) <= room) {
      used += clusters.columns(ambiguous);
      cutNarrow += clusters.columns(AmbiguousWidth.NARROW);
      cutWide += clusters.columns(AmbiguousWidth.WIDE);
      end = clusters.end();
    }
    int bytes = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    return cut(bytes, cutNarrow, cutWide, ellipsis);
  }

  private SafeText cut(int bytes, int cutNarrow, int cutWide, SafeText ellipsis) {
    byte[] cut = Arrays.copyOfRange(utf8, start, start + bytes + ellipsis.length);
    ellipsis.copyTo(cut, bytes);
    return whole(cut, cutNarrow + ellipsis.narrow, cutWide + ellipsis.wide);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SafeText that
        && Arrays.equals(
            utf8, start, start + length, that.utf8, that.start, that.start + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + utf8[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return new String(utf8, start, length, StandardCharsets.UTF_8);
  }
}
