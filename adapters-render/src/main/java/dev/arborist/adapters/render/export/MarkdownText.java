package dev.arborist.adapters.render.export;

/**
 * Safe texts as Markdown that shows nothing but them.
 *
 * <p>A backslash takes the meaning from any punctuation of ASCII (CommonMark 0.31, section 2.4). It
 * does not keep a forge from telling a person who is named by {@code @} or from linking a number
 * after {@code #}; code does.
 */
final class MarkdownText {

  private MarkdownText() {}

  static void escape(String safe, StringBuilder text) {
    int at = 0;
    while (at < safe.length()) {
      char c = safe.charAt(at);
      int end = mentionEnd(safe, at);
      if (end > at) {
        text.append('`').append(safe, at, end).append('`');
        at = end;
        continue;
      }
      if (isPunctuation(c)) {
        text.append('\\');
      }
      // Spaces at the edges and after one another would be dropped.
      boolean edge = at == 0 || at == safe.length() - 1 || safe.charAt(at - 1) == ' ';
      text.append(edge && Character.isSpaceChar(c) ? "&#" + (int) c + ";" : String.valueOf(c));
      at++;
    }
  }

  /** Where a person's or an issue's name that begins here ends; the start if none begins. */
  private static int mentionEnd(String safe, int start) {
    char c = safe.charAt(start);
    if (!isMark(c)) {
      return start;
    }
    int end = start + 1;
    while (end < safe.length() && (isOfName(safe.charAt(end)) || isMark(safe.charAt(end)))) {
      end++; // two pieces of code side by side would be read as one
    }
    return end == start + 1 ? start : end;
  }

  private static boolean isMark(char c) {
    return c == '@' || c == '#';
  }

  private static boolean isOfName(char c) {
    return c == '-' || c == '_' || c == '/' || isLetterOrDigit(c);
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 0x7F && !isLetterOrDigit(c);
  }
}
