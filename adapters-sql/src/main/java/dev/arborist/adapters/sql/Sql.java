package dev.arborist.adapters.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement whose parameters have names, made ready for JDBC once.
 *
 * <p>JDBI does the same at every execution, which costs more than a small statement takes to run;
 * so the statements of the writer, of which there are a few dozen, go past it. What a {@link
 * Dialect} says differently stands in braces. Immutable and safe for use by several threads.
 */
public final class Sql {

  /** A parameter, its name as the first group. */
  static final Pattern NAME = Pattern.compile(":([a-zA-Z]+)");

  private static final Pattern WORD = Pattern.compile("\\{([a-zA-Z]+)(?: ([a-z_.]+))?}");

  private final String text;
  private final Map<String, List<Integer>> positions = new LinkedHashMap<>();

  /** Finds the parameters; one may stand several times. */
  public Sql(String named) {
    Matcher names = NAME.matcher(named);
    StringBuilder unnamed = new StringBuilder();
    int position = 0;
    while (names.find()) {
      positions.computeIfAbsent(names.group(1), key -> new ArrayList<>()).add(++position);
      names.appendReplacement(unnamed, "?");
    }
    names.appendTail(unnamed);
    text = unnamed.toString();
  }

  /** The statement as the database of this dialect wants it. */
  public String text(Dialect dialect) {
    return in(dialect, text);
  }

  /** A common text as the database of this dialect wants it. */
  static String in(Dialect dialect, String common) {
    return WORD.matcher(common)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    word(dialect, word.group(1), String.valueOf(word.group(2)))));
  }

  private static String word(Dialect dialect, String word, String argument) {
    return switch (word) {
      case "index" -> dialect.index(argument);
      case "lock" -> dialect.lock(argument);
      case "noIndex" -> dialect.noIndex(argument);
      case "onceBegin" -> dialect.onceBegin();
      case "onceEnd" -> dialect.onceEnd();
      case "keep" -> dialect.keep(argument);
      case "lockFree" -> dialect.lockFree(argument);
      case "like" -> dialect.like();
      case "least" -> dialect.least();
      case "placeIn" -> dialect.placeIn();
      case "noLimit" -> dialect.noLimit();
      case "joined" -> dialect.joined(argument);
      case "each" -> dialect.each(argument);
      default -> throw new IllegalArgumentException("no dialect says {" + word + "}");
    };
  }

  boolean has(String name) {
    return positions.containsKey(name);
  }

  /** Where the parameter stands, counted from 1. */
  List<Integer> positions(String name) {
    List<Integer> found = positions.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no parameter :" + name + " in " + text);
    }
    return found;
  }

  @Override
  public String toString() {
    return text;
  }
}
