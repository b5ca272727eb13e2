package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.domain.validation.report.RunSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The runs of a history as JSON, for programs. */
public final class HistoryJson {

  private static final JsonFactory JSON = new JsonFactory();

  private HistoryJson() {}

  /** Writes an array of runs in their order; the stream is flushed, not closed. */
  public static void write(List<RunSummary> runs, OutputStream out) throws IOException {
    try (JsonGenerator json =
        JSON.createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .useDefaultPrettyPrinter()) {
      json.writeStartArray();
      for (RunSummary run : runs) {
        json.writeStartObject();
        json.writeNumberField("run", run.id().number());
        OriginJson.writeFields(run.origin(), json);
        json.writeNumberField("benchmarks", run.benchmarks());
        json.writeNumberField("passed", run.passed());
        json.writeNumberField("failed", run.failed());
        json.writeNumberField("inconclusive", run.inconclusive());
        json.writeBooleanField("duet", run.duet());
        json.writeBooleanField("pinned", run.pinned());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.write('\n');
    out.flush();
  }
}
