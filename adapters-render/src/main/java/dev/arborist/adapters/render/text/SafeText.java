package dev.arborist.adapters.render.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that cannot do anything to a terminal but show itself: the only kind that a writer
 * accepts.
 *
 * <p>Tasks are written by strangers and by language models. Whatever could move the cursor, change
 * colours, hide or reorder text is shown as a visible stand-in, never dropped and never passed on:
 * C0 controls and DEL as their control pictures, all others as {@code <U+202E>}. These are C1
 * controls, lone surrogates, format characters (bidi controls and invisible operators among them),
 * line and paragraph separators, tag characters, and what Unicode has not assigned. A joiner or a
 * variation selector is kept only inside an emoji sequence. The stored text stays as it was.
 *
 * <p>Immutable.
 */
public final class SafeText {

  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final byte[] ELLIPSIS = "…".getBytes(StandardCharsets.UTF_8);
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int FIRST_CONTROL_PICTURE = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;

  private final byte[] utf8;
  private final int width;

  private SafeText(byte[] utf8, int width) {
    this.utf8 = utf8;
    this.width = width;
  }

  /** The safe form of a text. */
  public static SafeText of(String text) {
    String safe = isPrintableAscii(text) ? text : sanitise(text);
    return new SafeText(safe.getBytes(StandardCharsets.UTF_8), width(safe));
  }

  /** The safe form of a text that is kept as UTF-8; malformed bytes are shown as U+FFFD. */
  public static SafeText of(byte[] bytes, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (bytes[i] < 0x20 || bytes[i] == 0x7F) {
        return of(new String(bytes, start, length, StandardCharsets.UTF_8));
      }
    }
    return new SafeText(Arrays.copyOfRange(bytes, start, start + length), length);
  }

  /** How many columns of a terminal the text takes. */
  public int width() {
    return width;
  }

  /** The text as UTF-8; callers must not write to it. */
  public byte[] utf8() {
    return utf8;
  }

  /** The text itself if it fits into so many columns, else its beginning and an ellipsis. */
  public SafeText fit(int columns) {
    if (width <= columns) {
      return this;
    }
    if (columns <= 0) {
      return new SafeText(new byte[0], 0);
    }
    if (utf8.length == width) {
      return cut(columns - 1, columns - 1);
    }
    String text = toString();
    Matcher clusters = CLUSTER.matcher(text);
    int used = 0;
    int end = 0;
    while (clusters.find()) {
      int next = used + DisplayWidth.ofCluster(clusters.group());
      if (next > columns - 1) {
        break;
      }
      used = next;
      end = clusters.end();
    }
    return cut(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length, used);
  }

  private SafeText cut(int bytes, int columns) {
    byte[] cut = Arrays.copyOf(utf8, bytes + ELLIPSIS.length);
    System.arraycopy(ELLIPSIS, 0, cut, bytes, ELLIPSIS.length);
    return new SafeText(cut, columns + 1);
  }

  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static int width(String safe) {
    if (isPrintableAscii(safe)) {
      return safe.length();
    }
    Matcher clusters = CLUSTER.matcher(safe);
    int width = 0;
    while (clusters.find()) {
      width += DisplayWidth.ofCluster(clusters.group());
    }
    return width;
  }

  private static String sanitise(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    Matcher clusters = CLUSTER.matcher(text);
    while (clusters.find()) {
      sanitiseCluster(clusters.group(), safe);
    }
    return safe.toString();
  }

  private static void sanitiseCluster(String cluster, StringBuilder safe) {
    boolean emoji = cluster.codePoints().anyMatch(SafeText::isPictographic);
    cluster
        .codePoints()
        .forEach(
            codePoint -> {
              if (isShown(codePoint) || (emoji && isEmojiGlue(codePoint))) {
                safe.appendCodePoint(codePoint);
              } else {
                appendStandIn(codePoint, safe);
              }
            });
  }

  private static boolean isShown(int codePoint) {
    if (isVariationSelector(codePoint)) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static boolean isEmojiGlue(int codePoint) {
    return codePoint == ZERO_WIDTH_JOINER || isVariationSelector(codePoint);
  }

  private static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  /**
   * Near enough to Unicode's Extended_Pictographic for deciding whether a joiner joins anything.
   */
  private static boolean isPictographic(int codePoint) {
    return (codePoint >= 0x1F000 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x2190 && codePoint <= 0x2BFF);
  }

  private static void appendStandIn(int codePoint, StringBuilder safe) {
    if (codePoint < 0x20) {
      safe.append((char) (FIRST_CONTROL_PICTURE + codePoint));
    } else if (codePoint == 0x7F) {
      safe.append((char) DELETE_PICTURE);
    } else {
      safe.append("<U+");
      String hex = Integer.toHexString(codePoint);
      for (int digits = hex.length(); digits < 4; digits++) {
        safe.append('0');
      }
      for (int i = 0; i < hex.length(); i++) {
        safe.append(Character.toUpperCase(hex.charAt(i)));
      }
      safe.append('>');
    }
  }

  @Override
  public String toString() {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
