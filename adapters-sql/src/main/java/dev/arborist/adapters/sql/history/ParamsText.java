package dev.arborist.adapters.sql.history;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters of a benchmark as one text, the same for the same parameters: {@code
 * shape=wide,tasks=100}.
 *
 * <p>A backslash stands before what would be taken for a separator.
 */
final class ParamsText {

  private static final char ESCAPE = '\\';
  private static final char IS = '=';
  private static final char AND = ',';

  private ParamsText() {}

  static String of(SortedMap<String, String> params) {
    StringBuilder text = new StringBuilder();
    params.forEach(
        (name, value) -> {
          appendEscaped(text, name);
          text.append(IS);
          appendEscaped(text, value);
          text.append(AND);
        });
    text.setLength(Math.max(0, text.length() - 1));
    return text.toString();
  }

  private static void appendEscaped(StringBuilder text, String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == ESCAPE || c == IS || c == AND) {
        text.append(ESCAPE);
      }
      text.append(c);
    }
  }

  /** Reads what {@link #of} wrote. */
  static SortedMap<String, String> parse(String text) {
    SortedMap<String, String> params = new TreeMap<>();
    String name = "";
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ESCAPE && i + 1 < text.length()) {
        i++;
        part.append(text.charAt(i));
      } else if (c == IS) {
        name = part.toString();
        part.setLength(0);
      } else if (c == AND) {
        params.put(name, part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (!text.isEmpty()) {
      params.put(name, part.toString());
    }
    return params;
  }
}
