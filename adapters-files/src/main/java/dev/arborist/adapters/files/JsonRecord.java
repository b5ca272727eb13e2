package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TextRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object whose fields are asked for by name and kind.
 *
 * <p>Values that are objects or arrays keep the text that they were written as, so that a payload
 * comes out as it went in. Every error is an {@link InvalidInputException} that names the field.
 */
final class JsonRecord {

  /**
   * A value.
   *
   * @param kind what it is
   * @param text its text if it is a scalar
   * @param written as it was written
   */
  record Value(JsonToken kind, String text, String written) {

    boolean isText() {
      return kind == JsonToken.VALUE_STRING;
    }
  }

  private final Map<String, Value> values;

  private JsonRecord(Map<String, Value> values) {
    this.values = values;
  }

  /** Reads a text that is exactly one object. */
  static JsonRecord parse(String text) {
    try (JsonParser parser = JsonText.LINES.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidInputException("this is no JSON object: write {...}");
      }
      Map<String, Value> values = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (values.put(name, value(parser, text)) != null) {
          throw new InvalidInputException(
              "'" + TextRules.cut(name) + "' stands twice: leave one of them out");
        }
      }
      if (parser.nextToken() != null) {
        throw new InvalidInputException("something follows the JSON object: write one a line");
      }
      return new JsonRecord(values);
    } catch (JsonProcessingException e) {
      throw JsonText.malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Value value(JsonParser parser, String text) throws IOException {
    JsonToken kind = parser.currentToken();
    String written = JsonText.written(parser, text);
    return new Value(kind, kind.isScalarValue() ? parser.getText() : "", written);
  }

  /**
   * Refuses every field that is not among these.
   *
   * @param what what has these fields, such as {@code a task}
   */
  void requireOnly(String what, Set<String> names) {
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw new InvalidInputException(
            "'"
                + TextRules.cut(name)
                + "' is not a field of "
                + what
                + ": use "
                + String.join(", ", names));
      }
    }
  }

  /** Whether there is a field of this name, were it null. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether a field is a text. */
  boolean isText(String name) {
    Value value = values.get(name);
    return value != null && value.isText();
  }

  @Nullable String string(String name) {
    Value value = present(name);
    if (value == null) {
      return null;
    }
    if (!value.isText()) {
      throw new InvalidInputException("'" + name + "' is not a text: write it in quotes");
    }
    return value.text();
  }

  String requiredString(String name) {
    return required(name, string(name));
  }

  @Nullable Long whole(String name) {
    Value value = present(name);
    if (value == null) {
      return null;
    }
    String shown = TextRules.cut(value.written());
    try {
      if (value.kind() == JsonToken.VALUE_NUMBER_INT) {
        return Long.valueOf(value.text());
      }
    } catch (NumberFormatException e) {
      throw new InvalidInputException("'" + name + "' is out of range: " + shown, e);
    }
    throw new InvalidInputException("'" + name + "' is not a whole number: " + shown);
  }

  long requiredWhole(String name) {
    return required(name, whole(name));
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new InvalidInputException("'" + name + "' is missing: it cannot be left out");
    }
    return value;
  }

  /** The value as it was written, or null when it is absent or null. */
  @Nullable String json(String name) {
    Value value = present(name);
    if (value != null && value.kind().isStructStart()) {
      JsonText.require(name, value.written());
    }
    return value == null ? null : value.written();
  }

  /** The fields of a value that must be an object. */
  JsonRecord object(String name) {
    Value value = required(name, present(name));
    if (value.kind() != JsonToken.START_OBJECT) {
      throw new InvalidInputException("'" + name + "' is not an object: write {...}");
    }
    return parse(value.written());
  }

  /** The elements of an array; none when it is absent. */
  List<Value> elements(String name) {
    Value value = present(name);
    if (value == null) {
      return List.of();
    }
    if (value.kind() != JsonToken.START_ARRAY) {
      throw new InvalidInputException("'" + name + "' is not an array: write [...]");
    }
    String array = value.written();
    try (JsonParser parser = JsonText.LINES.createParser(array)) {
      List<Value> elements = new ArrayList<>();
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(value(parser, array));
      }
      return elements;
    } catch (JsonProcessingException e) {
      throw JsonText.malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An object of the fields whose names are kept and that are not null, as they were written. */
  String objectOf(Predicate<String> kept) {
    StringBuilder object = new StringBuilder("{");
    for (String name : values.keySet()) {
      Value value = kept.test(name) ? present(name) : null;
      if (value != null) {
        object.append(object.length() == 1 ? "" : ",");
        object.append('"').append(JsonStringEncoder.getInstance().quoteAsString(name));
        object.append("\":").append(value.written());
      }
    }
    String json = object.append('}').toString();
    JsonText.require("payload", json);
    return json;
  }

  private @Nullable Value present(String name) {
    Value value = values.get(name);
    return value == null || value.kind() == JsonToken.VALUE_NULL ? null : value;
  }
}
