package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.domain.validation.report.Fact;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes fields that hold objects. */
final class JsonObjects {

  private JsonObjects() {}

  /** What writes the fields of one object. */
  interface Fields<T> {
    void write(T value) throws IOException;
  }

  /** An array of objects, one a value. */
  static <T> void write(JsonGenerator json, String name, List<T> values, Fields<T> fields)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      json.writeStartObject();
      fields.write(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The environment. */
  static void facts(JsonGenerator json, List<Fact> facts) throws IOException {
    write(
        json,
        "environment",
        facts,
        fact -> {
          json.writeStringField("name", fact.name());
          json.writeStringField("value", fact.value());
        });
  }

  /** An object of texts. */
  static void words(JsonGenerator json, String name, Map<String, String> words) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> word : words.entrySet()) {
      json.writeStringField(word.getKey(), word.getValue());
    }
    json.writeEndObject();
  }
}
