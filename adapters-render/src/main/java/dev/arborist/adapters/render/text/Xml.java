package dev.arborist.adapters.render.text;

/** Safe texts as content or attributes of XML 1.0 and HTML. */
public final class Xml {

  private static final char REPLACEMENT = '\ufffd';

  private Xml() {}

  /** Appends a text; what XML cannot hold becomes U+FFFD. */
  public static void escape(String safe, StringBuilder text) {
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append("&quot;");
        case '\'' -> text.append("&#39;");
        default -> {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < safe.length()
                  && Character.isLowSurrogate(safe.charAt(i + 1));
          if (pair) {
            text.append(c).append(safe.charAt(++i));
          } else {
            text.append(isCharacter(c) ? c : REPLACEMENT);
          }
        }
      }
    }
  }

  /** Production 2 of XML 1.0, for what is no half of a pair. */
  private static boolean isCharacter(char c) {
    return c >= 0x20 ? !Character.isSurrogate(c) && c < 0xFFFE : c == '\t' || c == '\n';
  }
}
