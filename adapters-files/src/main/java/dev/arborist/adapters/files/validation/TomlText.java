package dev.arborist.adapters.files.validation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as TOML 1.0 writes them, so that whatever is in them is read back as it was. */
final class TomlText {

  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

  private TomlText() {}

  /** Whether a text can be written at all: half a surrogate pair is no character. */
  static boolean isWritable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** A text in quotes; what cannot be seen, or changes how the rest is seen, is escaped. */
  static String quoted(String text) {
    return text.codePoints()
        .mapToObj(TomlText::escaped)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> {
        if (isVisible(character)) {
          yield Character.toString(character);
        }
        String format = character > Character.MAX_VALUE ? "\\U%08X" : "\\u%04X";
        yield String.format(Locale.ROOT, format, character);
      }
    };
  }

  /** A text for a comment or a title: one line, in which nothing is hidden. */
  static String shown(String text) {
    return text.codePoints()
        .map(character -> isVisible(character) ? character : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  /** Parameters as an inline table, such as <code>{ size = 1000, shape = "chain" }</code>. */
  static String table(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> key(entry.getKey()) + " = " + value(entry.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String key(String name) {
    return BARE_KEY.matcher(name).matches() ? name : quoted(name);
  }

  /** Whole numbers are read back as they were without quotes, and are easier to read so. */
  private static String value(String text) {
    return WHOLE_NUMBER.matcher(text).matches() ? text : quoted(text);
  }
}
