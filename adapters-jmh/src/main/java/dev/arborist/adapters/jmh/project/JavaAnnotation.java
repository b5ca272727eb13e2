package dev.arborist.adapters.jmh.project;

import dev.arborist.adapters.jmh.project.JavaToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An annotation of a Java source.
 *
 * @param name its name as it is written there, whole or its last segment
 * @param arguments the tokens of its arguments, by name
 */
record JavaAnnotation(String name, Map<String, List<JavaToken>> arguments) {

  private static final String JMH = "org.openjdk.jmh.annotations.";
  private static final String VALUE = "value";

  /**
   * Reads an annotation.
   *
   * @param within the tokens between its parentheses
   */
  static JavaAnnotation of(String name, List<JavaToken> within) {
    Map<String, List<JavaToken>> arguments = new LinkedHashMap<>();
    for (List<JavaToken> argument : elements(within)) {
      boolean named =
          argument.size() > 1 && argument.get(0).isWord() && argument.get(1).isSign("=");
      arguments.putIfAbsent(
          named ? argument.get(0).text() : VALUE,
          named ? argument.subList(2, argument.size()) : argument);
    }
    return new JavaAnnotation(name, arguments);
  }

  /** Whether it is JMH's annotation of that name. */
  boolean isJmh(String simpleName) {
    return name.equals(simpleName) || name.equals(JMH + simpleName);
  }

  /** The whole number that an argument is; null when there is none, or it is no literal. */
  @Nullable Integer number(String argument) {
    List<JavaToken> tokens = arguments.getOrDefault(argument, List.of());
    if (tokens.size() != 1 || tokens.get(0).kind() != Kind.NUMBER) {
      return null;
    }
    String digits = tokens.get(0).text().replace("_", "");
    return digits.matches("[0-9]{1,9}") ? Integer.valueOf(digits) : null;
  }

  /** The texts that an argument is; empty when there is none, or not all are literals. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (List<JavaToken> element : list()) {
      if (element.size() != 1 || element.get(0).kind() != Kind.STRING) {
        return List.of();
      }
      texts.add(element.get(0).text());
    }
    return texts;
  }

  /** The names of the constants that its value is, such as {@code AverageTime}. */
  List<String> constants() {
    return list().stream()
        .map(element -> element.get(element.size() - 1))
        .filter(JavaToken::isWord)
        .map(JavaToken::text)
        .toList();
  }

  /** The name of the constant that an argument is. */
  Optional<String> constant(String argument) {
    List<JavaToken> tokens = arguments.getOrDefault(argument, List.of());
    return tokens.isEmpty()
        ? Optional.empty()
        : Optional.of(tokens.get(tokens.size() - 1)).filter(JavaToken::isWord).map(JavaToken::text);
  }

  private List<List<JavaToken>> list() {
    List<JavaToken> tokens = arguments.getOrDefault(VALUE, List.of());
    boolean inBraces = tokens.size() > 1 && tokens.get(0).isSign("{");
    return elements(inBraces ? tokens.subList(1, tokens.size() - 1) : tokens);
  }

  /** Cuts at the commas that are in no brackets. */
  private static List<List<JavaToken>> elements(List<JavaToken> tokens) {
    List<List<JavaToken>> elements = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || (depth == 0 && tokens.get(i).isSign(","))) {
        if (i > from) {
          elements.add(tokens.subList(from, i));
        }
        from = i + 1;
      } else if (tokens.get(i).opens()) {
        depth++;
      } else if (tokens.get(i).closes()) {
        depth--;
      }
    }
    return elements;
  }
}
