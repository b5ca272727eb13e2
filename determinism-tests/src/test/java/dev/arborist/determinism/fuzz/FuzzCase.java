package dev.arborist.determinism.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One command, and what it finds.
 *
 * @param start the queue that it finds
 * @param arguments what is typed; nothing in it leads out of the case's directory
 * @param in what stands on standard input
 * @param files what it finds besides, by their names
 * @param readsLines whether what is wrong stands in a line of a file, which a refusal must name
 */
record FuzzCase(
    Start start, List<String> arguments, String in, Map<String, byte[]> files, boolean readsLines) {

  /** The queue at the beginning of a case. */
  enum Start {
    /** Tasks in every status, with a history. */
    FILLED,
    /** Nothing. */
    EMPTY
  }

  private static final int SHOWN_MAX = 400;
  private static final int SHOWN_OF_A_FILE_MAX = 4_000;

  /** The arguments are confined here, wherever they come from. */
  FuzzCase {
    arguments = Confinement.of(arguments);
    files = new TreeMap<>(files);
  }

  /** Arguments, where there is a queue. */
  static FuzzCase of(List<String> arguments, String in) {
    return new FuzzCase(Start.FILLED, arguments, in, Map.of(), false);
  }

  /**
   * Whether files are asked for in two ways: that the second place cannot be written may then only
   * be known when the first is.
   */
  boolean writesTwice() {
    return asks("--output") && (asks("--reports") || asks("--history"));
  }

  /** Whether an option is typed. */
  boolean asks(String option) {
    return arguments.stream().anyMatch(argument -> argument.startsWith(option));
  }

  /** A text in which everything can be seen; a long one is cut, and tells its length. */
  static String shown(String text, int most) {
    StringBuilder shown = new StringBuilder("\"");
    for (int i = 0; i < Math.min(text.length(), most); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        case '"', '\\' -> shown.append('\\').append(c);
        default -> shown.append(c >= ' ' && c <= '~' ? String.valueOf(c) : escaped(c));
      }
    }
    shown.append('"');
    return text.length() <= most ? shown.toString() : shown + "… of " + text.length();
  }

  private static String escaped(char c) {
    String digits = Integer.toHexString(c);
    return "\\u" + "0".repeat(4 - digits.length()) + digits;
  }

  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    arguments.forEach(argument -> words.add(shown(argument, SHOWN_MAX)));
    StringBuilder text = new StringBuilder("arborist ").append(String.join(" ", words));
    text.append(" (").append(start).append(" queue)");
    files.forEach((name, bytes) -> show(text, name, bytes));
    if (!in.isEmpty()) {
      text.append("\n  standard input: ").append(shown(in, SHOWN_OF_A_FILE_MAX));
    }
    return text.toString();
  }

  /** Bytes are shown as the characters of the same number. */
  private static void show(StringBuilder text, String name, byte[] bytes) {
    String characters = new String(bytes, StandardCharsets.ISO_8859_1);
    text.append("\n  ").append(name).append(": ");
    text.append(shown(characters, SHOWN_OF_A_FILE_MAX));
  }
}
