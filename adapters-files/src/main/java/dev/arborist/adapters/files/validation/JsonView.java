package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose fields are asked for by name and kind.
 *
 * <p>Every error is an {@link InvalidRequirementException} that names the field by its path.
 */
final class JsonView {

  private final String path;
  private final Map<?, ?> fields;

  private JsonView(String path, Map<?, ?> fields) {
    this.path = path;
    this.fields = fields;
  }

  /**
   * Reads a document that is one object.
   *
   * @param name what to call the document in messages
   * @throws IOException when it cannot be read or is not JSON
   */
  static JsonView read(String name, JsonParser parser) throws IOException {
    Object root = tree(parser);
    if (parser.nextToken() != null) {
      throw new InvalidRequirementException(name + ": something follows the end of the document");
    }
    if (root instanceof Map<?, ?> object) {
      return new JsonView(name + ":", object);
    }
    throw new InvalidRequirementException(name + ": this is no JSON object");
  }

  /** An object or an array that is not closed yet. */
  private static final class Open {

    private final Map<String, Object> object = new LinkedHashMap<>();
    private final List<Object> array = new ArrayList<>();
    private final boolean isArray;
    private String name = "";

    Open(boolean isArray) {
      this.isArray = isArray;
    }

    void add(Object value) {
      if (isArray) {
        array.add(value);
      } else {
        object.put(name, value);
      }
    }

    Object value() {
      return isArray ? array : object;
    }
  }

  /** Stands for null, which collections do not hold. */
  private static final Object NULL = new Object();

  /** Reads one value without recursion. */
  private static Object tree(JsonParser parser) throws IOException {
    Deque<Open> open = new ArrayDeque<>();
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return NULL;
      }
      Object value = null;
      switch (token) {
        case FIELD_NAME -> open.element().name = parser.currentName();
        case START_OBJECT -> open.push(new Open(false));
        case START_ARRAY -> open.push(new Open(true));
        case END_OBJECT, END_ARRAY -> value = open.pop().value();
        case VALUE_STRING -> value = parser.getText();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value = Double.valueOf(parser.getText());
        case VALUE_TRUE, VALUE_FALSE -> value = parser.getBooleanValue();
        case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> value = NULL;
      }
      if (value != null) {
        if (open.isEmpty()) {
          return value;
        }
        open.element().add(value);
      }
    }
  }

  boolean has(String name) {
    return fields.containsKey(name) && fields.get(name) != NULL;
  }

  String text(String name) {
    return as(name, String.class, "a text");
  }

  boolean flag(String name) {
    return as(name, Boolean.class, "true or false");
  }

  int whole(String name) {
    double value = number(name);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw wrong(name, "a whole number");
    }
    return (int) value;
  }

  /** A number that is neither NaN nor infinite. */
  double finite(String name) {
    double value = number(name);
    if (!Double.isFinite(value)) {
      throw wrong(name, "a finite number");
    }
    return value;
  }

  /** A number; NaN and infinities are written as texts. */
  double number(String name) {
    return number(fields.get(name), name);
  }

  @Nullable Double numberOrNull(String name) {
    return has(name) ? number(name) : null;
  }

  private double number(@Nullable Object value, String name) {
    if (value instanceof Double number) {
      return number;
    }
    if (value instanceof String text) {
      return switch (text) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> throw wrong(name, "a number");
      };
    }
    throw wrong(name, "a number");
  }

  /** A value that a parser makes of a text, such as the constant of an enum. */
  <T> T parsed(String name, Function<String, T> parser) {
    try {
      return parser.apply(text(name));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new InvalidRequirementException(
          path + name + " holds what is not known here: " + e.getMessage());
    }
  }

  /** What is made of this object's fields, which may not fit each other. */
  <T> T made(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      String place = path.endsWith(".") ? path.substring(0, path.length() - 1) : path;
      throw new InvalidRequirementException(place + " is not as it should be: " + e.getMessage());
    }
  }

  /** Refuses a field for what it holds. */
  InvalidRequirementException refused(String name, String problem) {
    return new InvalidRequirementException(path + name + problem);
  }

  JsonView object(String name) {
    return new JsonView(path + name + ".", as(name, Map.class, "an object"));
  }

  @Nullable JsonView objectOrNull(String name) {
    return has(name) ? object(name) : null;
  }

  /** The elements of an array, each an object. */
  <T> List<T> objects(String name, Function<JsonView, T> reader) {
    List<T> read = new ArrayList<>();
    for (Object element : array(name)) {
      String at = path + name + "[" + read.size() + "].";
      if (!(element instanceof Map<?, ?> object)) {
        throw wrong(name, "an array of objects");
      }
      JsonView view = new JsonView(at, object);
      read.add(view.made(() -> reader.apply(view)));
    }
    return read;
  }

  List<String> texts(String name) {
    List<String> read = new ArrayList<>();
    for (Object element : array(name)) {
      if (!(element instanceof String text)) {
        throw wrong(name, "an array of texts");
      }
      read.add(text);
    }
    return read;
  }

  List<Double> numbers(String name) {
    return numbers(array(name), name);
  }

  /** An array of arrays of numbers. */
  List<List<Double>> rows(String name) {
    List<List<Double>> rows = new ArrayList<>();
    for (Object element : array(name)) {
      if (!(element instanceof List<?> row)) {
        throw wrong(name, "an array of arrays");
      }
      rows.add(numbers(row, name));
    }
    return rows;
  }

  private List<Double> numbers(List<?> values, String name) {
    List<Double> numbers = new ArrayList<>();
    values.forEach(value -> numbers.add(number(value, name)));
    return numbers;
  }

  /** The fields of an object whose values are texts, in the order in which they are written. */
  Map<String, String> words(String name) {
    Map<String, String> words = new LinkedHashMap<>();
    Map<?, ?> object = as(name, Map.class, "an object");
    object.forEach(
        (key, value) -> {
          if (!(value instanceof String text)) {
            throw wrong(name, "an object of texts");
          }
          words.put(String.valueOf(key), text);
        });
    return words;
  }

  private List<?> array(String name) {
    return as(name, List.class, "an array");
  }

  private <T> T as(String name, Class<T> type, String what) {
    Object value = fields.get(name);
    if (!type.isInstance(value)) {
      throw wrong(name, what);
    }
    return type.cast(value);
  }

  private InvalidRequirementException wrong(String name, String what) {
    String problem = has(name) ? " is not " + what : " is missing: it should be " + what;
    return new InvalidRequirementException(path + name + problem);
  }
}
