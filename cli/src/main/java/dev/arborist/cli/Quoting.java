package dev.arborist.cli;

import java.util.Optional;

/** How words stand on a line of a shell, with the quotes that a person typed. */
enum Quoting {
  /** As they are: the shell sees to it. */
  PLAIN(""),
  /** As bash gives them and wants them. */
  BASH(""),
  /** The same, behind a double quote that is still open. */
  DOUBLE("\""),
  /** The same, behind a single quote that is still open. */
  SINGLE("'");

  /** What is no letter of other alphabets and needs no backslash. */
  private static final String PLAIN_ASCII = "_-./,:=@%+";

  private static final int ASCII_END = 0x80;

  /** What means something between double quotes, unless a backslash stands before it. */
  private static final String DOUBLE_QUOTED = "\"\\$`";

  private final String open;

  Quoting(String open) {
    this.open = open;
  }

  /** What a completion script calls it: {@code quoted} and the quote that is open, if any. */
  static Quoting of(String style) {
    return switch (style) {
      case "quoted" -> BASH;
      case "quoted\"" -> DOUBLE;
      case "quoted'" -> SINGLE;
      default -> PLAIN;
    };
  }

  /** How the words stand that come before. */
  Quoting ofOthers() {
    return this == PLAIN ? PLAIN : BASH;
  }

  /**
   * The word that the shell would make of it; nothing when that takes more than quotes. The quote
   * that is still open at its end counts as closed.
   */
  Optional<String> read(String typed) {
    return this == PLAIN ? Optional.of(typed) : unquoted(open + typed);
  }

  private static Optional<String> unquoted(String typed) {
    StringBuilder word = new StringBuilder();
    char open = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      boolean escapes = c == '\\' && open != '\'';
      if ((c == '$' || c == '`') && open != '\'') {
        return Optional.empty();
      } else if (escapes && i + 1 < typed.length()) {
        i++;
        boolean kept = open == '"' && DOUBLE_QUOTED.indexOf(typed.charAt(i)) < 0;
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
   * Writes a word so that the shell reads it as it is, whatever in it would mean something to the
   * shell. Only for texts of one line.
   *
   * <p>Behind an open quote readline puts what closes it, and takes a word that begins or ends with
   * such a quote for one that has its own: there they are written here.
   */
  String write(String word) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (this) {
        case PLAIN -> written.append(c);
        case BASH -> written.append(isPlain(c) ? "" : "\\").append(c);
        case DOUBLE -> written.append(doubleQuoted(c));
        case SINGLE -> written.append(c == '\'' ? "'\\''" : c);
      }
    }
    return open.isEmpty() ? written.toString() : withItsQuotes(written.toString());
  }

  private String withItsQuotes(String written) {
    String opened = written.startsWith(open) ? open + written : written;
    return written.endsWith(open) ? opened + open : opened;
  }

  private static boolean isPlain(char c) {
    return c >= ASCII_END || Character.isLetterOrDigit(c) || PLAIN_ASCII.indexOf(c) >= 0;
  }

  /** An exclamation mark recalls earlier lines even there, and a backslash before it would stay. */
  private static String doubleQuoted(char c) {
    if (c == '!') {
      return "\"\\!\"";
    }
    return (DOUBLE_QUOTED.indexOf(c) < 0 ? "" : "\\") + c;
  }
}
