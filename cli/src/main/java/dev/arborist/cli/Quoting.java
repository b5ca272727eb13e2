package dev.arborist.cli;

import java.util.Optional;

/** Words as they stand on a line of bash, with the quotes that a person typed. */
final class Quoting {

  /** What is no letter of other alphabets and needs no backslash. */
  private static final String PLAIN = "_-./,:=@%+";

  private static final int ASCII_END = 0x80;

  private Quoting() {}

  /**
   * The word that the shell would make of it; nothing when that takes more than quotes. The quote
   * that is still open at its end counts as closed.
   */
  static Optional<String> read(String typed) {
    StringBuilder word = new StringBuilder();
    char open = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      boolean escapes = c == '\\' && open != '\'';
      if ((c == '$' || c == '`') && open != '\'') {
        return Optional.empty();
      } else if (escapes && i + 1 < typed.length()) {
        i++;
        boolean kept = open == '"' && "\"\\$`".indexOf(typed.charAt(i)) < 0;
        word.append(kept ? "\\" : "").append(typed.charAt(i));
      } else if (c == open) {
        open = 0;
      } else if (open == 0 && (c == '\'' || c == '"')) {
        open = c;
      } else if (!escapes) {
        word.append(c);
      }
    }
    return Optional.of(word.toString());
  }

  /**
   * Puts a backslash before whatever means something to the shell, so that no quote around it makes
   * it mean anything either; only for texts of one line.
   */
  static String escape(String word) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean plain = c >= ASCII_END || Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
      escaped.append(plain ? "" : "\\").append(c);
    }
    return escaped.toString();
  }
}
