package dev.arborist.adapters.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TaskNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How values are written as JSON: every field is there, null where it has no value. */
final class JsonOut {

  private static final int NANOS_PER_MICRO = 1_000;
  private static final JsonFactory JSON = new JsonFactory();

  private JsonOut() {}

  /** What writes one value. */
  interface Value<T> {
    void write(T value, JsonGenerator json) throws IOException;
  }

  /** A generator that leaves the stream open. */
  static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  /** Writes a value over several lines, for people as well, and a line break. */
  static <T> void print(T value, Value<T> writer, OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out).useDefaultPrettyPrinter()) {
      writer.write(value, json);
    }
    out.write('\n');
    out.flush();
  }

  /** Writes an array over several lines, and a line break. */
  static <T> void printAll(List<T> values, Value<T> writer, OutputStream out) throws IOException {
    print(values, (all, json) -> array(all, writer, json), out);
  }

  /** Writes each value on a line of its own. */
  static <T> void printLines(List<T> values, Value<T> writer, OutputStream out) throws IOException {
    for (T value : values) {
      try (JsonGenerator json = generator(out)) {
        writer.write(value, json);
      }
      out.write('\n');
    }
    out.flush();
  }

  static <T> void array(String name, List<T> values, Value<T> writer, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    array(values, writer, json);
  }

  static <T> void array(List<T> values, Value<T> writer, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (T value : values) {
      writer.write(value, json);
    }
    json.writeEndArray();
  }

  /** A field that holds an object, or null. */
  static <T> void orNull(String name, @Nullable T value, Value<T> writer, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      writer.write(value, json);
    }
  }

  static void number(TaskNumber value, JsonGenerator json) throws IOException {
    json.writeNumber(value.value());
  }

  static void number(String name, @Nullable TaskNumber value, JsonGenerator json)
      throws IOException {
    orNull(name, value, JsonOut::number, json);
  }

  static void instant(String name, @Nullable Instant value, JsonGenerator json) throws IOException {
    orNull(name, value, (instant, out) -> out.writeNumber(EpochMicros.of(instant)), json);
  }

  static void duration(String name, @Nullable Duration value, JsonGenerator json)
      throws IOException {
    orNull(name, value, (time, out) -> out.writeNumber(time.toNanos() / NANOS_PER_MICRO), json);
  }

  /**
   * A JSON value as it was given, on one line: between the tokens of JSON a line break is white
   * space, and within a string it cannot stand.
   */
  static void raw(String name, @Nullable String value, JsonGenerator json) throws IOException {
    orNull(
        name,
        value,
        (text, out) -> out.writeRawValue(text.strip().replace('\n', ' ').replace('\r', ' ')),
        json);
  }
}
