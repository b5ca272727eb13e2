package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.domain.validation.report.Origin;
import java.io.IOException;
import java.time.Instant;

/** Where measurements come from, as a part of a document. */
final class OriginJson {

  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private OriginJson() {}

  static void write(Origin origin, JsonGenerator json) throws IOException {
    json.writeStartObject();
    writeFields(origin, json);
    json.writeEndObject();
  }

  /** Writes its fields into the object that is open. */
  static void writeFields(Origin origin, JsonGenerator json) throws IOException {
    json.writeStringField("measuredAt", origin.measuredAt().toString());
    json.writeStringField("label", origin.label());
    json.writeStringField("commit", origin.commit());
    json.writeBooleanField("dirty", origin.dirty());
    json.writeStringField("machine", origin.machine());
    json.writeStringField("jvm", origin.jvm());
  }

  static Origin read(JsonView json) {
    return new Origin(
        json.parsed("measuredAt", OriginJson::time),
        json.text("label"),
        json.text("commit"),
        json.flag("dirty"),
        json.text("machine"),
        json.text("jvm"));
  }

  /** A time that every report and the history can hold. */
  private static Instant time(String text) {
    Instant time = Instant.parse(text);
    if (time.isBefore(Instant.EPOCH) || !time.isBefore(YEAR_10000)) {
      throw new IllegalArgumentException(text + " is not in the years 1970 to 9999");
    }
    return time;
  }
}
