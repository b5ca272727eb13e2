package dev.arborist.adapters.sqlite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement whose parameters have names, made ready for JDBC once.
 *
 * <p>JDBI does the same at every execution, which costs more than a small statement takes to run;
 * so the statements of the writer, of which there are a few dozen, go past it. Immutable and safe
 * for use by several threads.
 */
final class Sql {

  private static final Pattern NAME = Pattern.compile(":([a-zA-Z]+)");

  private final String text;
  private final Map<String, Integer> positions = new LinkedHashMap<>();

  /** Numbers the parameters; one that stands several times has one number. */
  Sql(String named) {
    Matcher names = NAME.matcher(named);
    StringBuilder numbered = new StringBuilder();
    while (names.find()) {
      int position = positions.computeIfAbsent(names.group(1), key -> positions.size() + 1);
      names.appendReplacement(numbered, "?" + position);
    }
    names.appendTail(numbered);
    text = numbered.toString();
  }

  /** The statement with {@code ?1}, {@code ?2} and so on. */
  String text() {
    return text;
  }

  boolean has(String name) {
    return positions.containsKey(name);
  }

  int position(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException("no parameter :" + name + " in " + text);
    }
    return position;
  }
}
