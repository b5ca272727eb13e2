package dev.arborist.adapters.jmh;

import com.fasterxml.jackson.core.JsonProcessingException;

/** What is wrong with a JSON document, for people. */
final class JsonProblem {

  private JsonProblem() {}

  /** The parser's first line without what only its own developers understand. */
  static String of(JsonProcessingException problem) {
    String line = problem.getOriginalMessage().lines().findFirst().orElse("it is malformed");
    if (line.startsWith("Unexpected end-of-input")) {
      return "it ends in the middle";
    }
    int origin = line.indexOf(" (for ");
    return origin < 0 ? line : line.substring(0, origin);
  }
}
