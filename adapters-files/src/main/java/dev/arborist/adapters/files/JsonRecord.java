package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object whose fields are asked for by name and kind.
 *
 * <p>Values that are objects or arrays keep the text that they were written as, so that a payload
 * comes out as it went in. Every error is an {@link InvalidInputException} that names the field.
 */
final class JsonRecord {

  /** More than SQLite accepts within a value, since a value stands some levels deep in its line. */
  private static final int NESTING_MAX = 1_100;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build())
          .build();

  /** A value: its kind, its text if it is a scalar, and what was written. */
  private record Value(JsonToken kind, String text, String written) {}

  private final Map<String, Value> values;

  private JsonRecord(Map<String, Value> values) {
    this.values = values;
  }

  /** Reads a text that is exactly one object. */
  static JsonRecord parse(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidInputException("this is no JSON object: write one task a line as {...}");
      }
      Map<String, Value> values = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (values.put(name, value(parser, text)) != null) {
          throw new InvalidInputException("'" + name + "' stands twice: leave one of them out");
        }
      }
      if (parser.nextToken() != null) {
        throw new InvalidInputException("something follows the JSON object: write one task a line");
      }
      return new JsonRecord(values);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks that a text is one JSON value.
   *
   * @throws InvalidInputException naming the field when it is not
   */
  static void requireJson(String field, String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != null) {
        parser.skipChildren();
        if (parser.nextToken() == null) {
          return;
        }
      }
      throw new InvalidInputException("the " + field + " is not one JSON value: quote a text");
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "the " + field + " is not JSON: " + reason(e) + "; quote a text", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Value value(JsonParser parser, String text) throws IOException {
    JsonToken kind = parser.currentToken();
    int start = (int) parser.currentTokenLocation().getCharOffset();
    if (kind.isStructStart()) {
      parser.skipChildren();
    } else {
      parser.finishToken();
    }
    int end = (int) parser.currentLocation().getCharOffset();
    String scalar = kind.isScalarValue() ? parser.getText() : "";
    return new Value(kind, scalar, text.substring(start, end).strip());
  }

  private static InvalidInputException malformed(JsonProcessingException e) {
    return new InvalidInputException("this is not JSON: " + reason(e), e);
  }

  private static String reason(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    return message.lines().findFirst().orElse("it is malformed");
  }

  /** Refuses every field that is not among these. */
  void requireOnly(Set<String> names) {
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw new InvalidInputException(
            "'" + name + "' is not a field of a task: use " + String.join(", ", names));
      }
    }
  }

  Set<String> names() {
    return values.keySet();
  }

  @Nullable String string(String name) {
    Value value = present(name);
    if (value == null) {
      return null;
    }
    if (value.kind() != JsonToken.VALUE_STRING) {
      throw new InvalidInputException("'" + name + "' is not a text: write it in quotes");
    }
    return value.text();
  }

  String requiredString(String name) {
    String value = string(name);
    if (value == null) {
      throw new InvalidInputException("'" + name + "' is missing: it cannot be left out");
    }
    return value;
  }

  @Nullable Long whole(String name) {
    Value value = present(name);
    if (value == null) {
      return null;
    }
    try {
      if (value.kind() == JsonToken.VALUE_NUMBER_INT) {
        return Long.valueOf(value.text());
      }
    } catch (NumberFormatException e) {
      throw new InvalidInputException("'" + name + "' is out of range: " + value.text(), e);
    }
    throw new InvalidInputException("'" + name + "' is not a whole number: " + value.written());
  }

  /** The value as it was written, or null when it is absent or null. */
  @Nullable String written(String name) {
    Value value = present(name);
    return value == null ? null : value.written();
  }

  /** The elements of an array as they were written; none when it is absent. */
  List<String> elements(String name) {
    Value value = present(name);
    if (value == null) {
      return List.of();
    }
    if (value.kind() != JsonToken.START_ARRAY) {
      throw new InvalidInputException("'" + name + "' is not an array: write [...]");
    }
    String array = value.written();
    try (JsonParser parser = JSON.createParser(array)) {
      List<String> elements = new ArrayList<>();
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(value(parser, array).written());
      }
      return elements;
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Value present(String name) {
    Value value = values.get(name);
    return value == null || value.kind() == JsonToken.VALUE_NULL ? null : value;
  }
}
