package dev.arborist.adapters.jmh;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON document, for people. */
final class JsonProblem {

  private JsonProblem() {}

  /** The parser's first line without what only its own developers understand. */
  static String of(JsonProcessingException problem) {
    if (problem instanceof StreamConstraintsException) {
      return "it is nested too deeply, or a number or a text in it is too long";
    }
    String line = problem.getOriginalMessage().lines().findFirst().orElse("it is malformed");
    if (line.startsWith("Unexpected end-of-input")) {
      return "it ends in the middle";
    }
    int origin = line.indexOf(" (for ");
    return origin < 0 ? line : line.substring(0, origin);
  }

  /** Where it is wrong: the name and the line, which the parser does not always know. */
  static String place(String name, JsonProcessingException problem) {
    @Nullable JsonLocation location = problem.getLocation();
    return location == null ? name : name + ":" + location.getLineNr();
  }
}
