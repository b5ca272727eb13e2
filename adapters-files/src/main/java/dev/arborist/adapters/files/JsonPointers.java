package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TextRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts of JSON documents by JSON pointer (RFC 6901). */
public final class JsonPointers {

  /** Nothing, or names that each follow a slash; a tilde stands only before 0 or 1. */
  private static final Pattern POINTER =
      Pattern.compile("(?:/(?:[^/~]|~[01])*+)*+", Pattern.DOTALL);

  private JsonPointers() {}

  /**
   * The value at a pointer, as it was written.
   *
   * @param json a JSON document
   * @param pointer such as {@code /phases/3}; the empty pointer is the whole document. A slash in a
   *     name is written {@code ~1}, a tilde {@code ~0}
   * @return nothing when the document has no such value; the first when it has the name twice
   * @throws InvalidInputException when the pointer is malformed, or the document is not JSON
   */
  public static Optional<String> at(String json, String pointer) {
    if (!POINTER.matcher(pointer).matches()) {
      throw new InvalidInputException(
          "'"
              + TextRules.cut(pointer)
              + "' is not a JSON pointer: begin with / and separate names by it, such as"
              + " /phases/3; in a name write / as ~1 and ~ as ~0");
    }
    JsonText.require("document", json);
    try (JsonParser parser = JsonText.LINES.createParser(json)) {
      parser.nextToken();
      JsonPointer rest = JsonPointer.compile(pointer);
      while (!rest.matches()) {
        JsonPointer within = enter(parser, rest);
        if (within == null) {
          return Optional.empty();
        }
        rest = within;
      }
      return Optional.of(JsonText.written(parser, json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Moves the parser from an object or an array to the member that the pointer names first.
   *
   * @return the rest of the pointer, or null when there is no such member
   */
  private static @Nullable JsonPointer enter(JsonParser parser, JsonPointer pointer)
      throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        JsonPointer rest = pointer.matchProperty(parser.currentName());
        parser.nextToken();
        if (rest != null) {
          return rest;
        }
        parser.skipChildren();
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        JsonPointer rest = pointer.matchElement(i);
        if (rest != null) {
          return rest;
        }
        parser.skipChildren();
      }
    }
    return null;
  }
}
