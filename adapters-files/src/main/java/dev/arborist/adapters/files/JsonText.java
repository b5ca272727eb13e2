package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * JSON texts whose values are kept as they were written.
 *
 * <p>The store takes any JSON that SQLite takes, which bounds nothing but the nesting; so nothing
 * else is bounded here, or an export could hold what no import reads.
 */
final class JsonText {

  /** How deep SQLite lets a value be nested. */
  static final int DEPTH_MAX = 1_000;

  /** A value stands two levels deep in its line; one more lets its own check name it. */
  private static final int LINE_LEVELS = 3;

  /** Reads values. */
  private static final JsonFactory VALUES = factory(DEPTH_MAX);

  /** Reads lines, and other texts that hold values. */
  static final JsonFactory LINES = factory(DEPTH_MAX + LINE_LEVELS);

  private JsonText() {}

  private static JsonFactory factory(int depth) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .build())
        .build();
  }

  /**
   * Checks that a text is one JSON value.
   *
   * @throws InvalidInputException naming the field when it is not
   */
  static void require(String field, String text) {
    try (JsonParser parser = VALUES.createParser(text)) {
      if (parser.nextToken() != null) {
        parser.skipChildren();
        if (parser.nextToken() == null) {
          return;
        }
      }
      throw new InvalidInputException("the " + field + " is not one JSON value: quote a text");
    } catch (StreamConstraintsException e) {
      throw new InvalidInputException(
          "the " + field + " is nested more than " + DEPTH_MAX + " levels deep: make it flatter",
          e);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "the " + field + " is not JSON: " + reason(e) + "; quote a text", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The value at the parser's token as it was written; the parser is moved to its end.
   *
   * @param text what the parser reads
   */
  static String written(JsonParser parser, String text) throws IOException {
    JsonToken kind = parser.currentToken();
    int start = (int) parser.currentTokenLocation().getCharOffset();
    if (kind.isStructStart()) {
      parser.skipChildren();
    } else {
      parser.finishToken();
    }
    int end = (int) parser.currentLocation().getCharOffset();
    return text.substring(start, end).strip();
  }

  /** An error of a text that is not JSON, or is nested too deeply. */
  static InvalidInputException malformed(JsonProcessingException e) {
    String reason =
        e instanceof StreamConstraintsException
            ? "this is nested more than " + DEPTH_MAX + " levels deep: make it flatter"
            : "this is not JSON: " + reason(e);
    return new InvalidInputException(reason, e);
  }

  /** What Jackson says, in one line and without where it read it, which our messages say. */
  private static String reason(JsonProcessingException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("it is malformed");
    int source = message.indexOf("[Source");
    int bracket = source < 0 ? -1 : message.lastIndexOf('(', source);
    return bracket < 0 ? message : message.substring(0, bracket).strip();
  }
}
