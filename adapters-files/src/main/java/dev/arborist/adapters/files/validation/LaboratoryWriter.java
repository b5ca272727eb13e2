package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.domain.validation.report.Laboratory;
import java.io.IOException;

/** Writes the fields of what a laboratory found, as {@link LaboratoryJson} reads them. */
final class LaboratoryWriter {

  private final JsonGenerator json;

  LaboratoryWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(Laboratory laboratory) throws IOException {
    json.writeStringField("status", laboratory.status().name());
    json.writeStringField("absence", laboratory.absence());
    json.writeStringField("commit", laboratory.commit());
    json.writeStringField("changes", laboratory.changes());
    json.writeStringField("jvm", laboratory.jvm());
    json.writeBooleanField("whole", laboratory.whole());
    json.writeObjectFieldStart("tests");
    json.writeNumberField("passed", laboratory.tests().passed());
    JsonTexts.write(json, "failed", laboratory.tests().failed());
    JsonTexts.write(json, "leftOut", laboratory.tests().leftOut());
    json.writeEndObject();
    json.writeObjectFieldStart("repetitions");
    json.writeNumberField("tests", laboratory.repetitions().tests());
    json.writeNumberField("runs", laboratory.repetitions().runs());
    json.writeNumberField("passed", laboratory.repetitions().passed());
    JsonTexts.write(json, "flaky", laboratory.repetitions().flaky());
    json.writeEndObject();
    json.writeArrayFieldStart("experiments");
    for (Laboratory.Experiment experiment : laboratory.experiments()) {
      experiment(experiment);
    }
    json.writeEndArray();
    JsonTexts.write(json, "notDone", laboratory.notDone());
    json.writeArrayFieldStart("canaries");
    for (Laboratory.Canary canary : laboratory.canaries()) {
      json.writeStartObject();
      json.writeStringField("name", canary.name());
      json.writeBooleanField("found", canary.found());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonTexts.write(json, "survivors", laboratory.survivors());
  }

  private void experiment(Laboratory.Experiment experiment) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", experiment.name());
    json.writeArrayFieldStart("counts");
    for (Laboratory.Experiment.Count count : experiment.counts()) {
      json.writeStartObject();
      json.writeStringField("what", count.what());
      json.writeNumberField("count", count.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
