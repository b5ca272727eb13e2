package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.domain.validation.regression.Compared;
import dev.arborist.domain.validation.report.Regressions;
import java.io.IOException;

/** Writes a comparison as {@link RegressionsReader} reads it. */
final class RegressionsWriter {

  private final JsonGenerator json;

  RegressionsWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Writes its fields into the object that is open. */
  void write(Regressions regressions) throws IOException {
    json.writeStringField("baseline", regressions.baselineName());
    json.writeFieldName("baselineOrigin");
    OriginJson.write(regressions.baseline(), json);
    var settings = regressions.comparison().settings();
    json.writeNumberField("alpha", settings.alpha());
    json.writeNumberField("minimumEffect", settings.minimumEffect());
    json.writeNumberField("margin", settings.margin());
    json.writeNumberField("assumedLogSd", settings.assumedLogSd());
    JsonObjects.write(json, "benchmarks", regressions.comparison().benchmarks(), this::compared);
    JsonObjects.write(json, "values", regressions.values(), this::values);
    JsonTexts.write(json, "uncomparable", regressions.uncomparable());
    JsonTexts.write(json, "missing", regressions.missing());
    JsonTexts.write(json, "added", regressions.added());
    JsonTexts.write(json, "notes", regressions.notes());
    JsonTexts.write(json, "obstacles", regressions.obstacles());
    JsonTexts.write(json, "rules", regressions.rules().stream().map(String::valueOf).toList());
    JsonObjects.write(json, "met", regressions.met(), this::met);
  }

  private void compared(Compared compared) throws IOException {
    json.writeStringField("benchmark", compared.key());
    json.writeStringField("change", compared.change().name());
    json.writeNumberField("effect", compared.effect());
    json.writeNumberField("lower", compared.lower());
    json.writeNumberField("upper", compared.upper());
    json.writeNumberField("confidence", compared.confidence());
    json.writeNumberField("pAdjusted", compared.pAdjusted());
    json.writeNumberField("detectable", compared.detectable());
    json.writeNumberField("baselineLaunches", compared.baselineLaunches());
    json.writeNumberField("candidateLaunches", compared.candidateLaunches());
    json.writeBooleanField("singleLaunch", compared.singleLaunch());
    json.writeStringField("reason", compared.reason());
  }

  private void values(Regressions.Values values) throws IOException {
    json.writeStringField("dimension", values.dimension().name());
    json.writeNumberField("before", values.before());
    json.writeNumberField("after", values.after());
  }

  private void met(Regressions.RuleMet met) throws IOException {
    json.writeStringField("rule", met.rule().toString());
    json.writeStringField("benchmark", met.benchmark());
    json.writeNumberField("percentWorse", met.percentWorse());
  }
}
