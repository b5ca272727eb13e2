package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.domain.validation.complexity.Cliff;
import dev.arborist.domain.validation.complexity.PowerFit;
import dev.arborist.domain.validation.leak.LeakFinding;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.LeakReport;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Scaling;
import dev.arborist.domain.validation.report.ScalingPoint;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a verdict, each as {@link VerdictReader} reads it. */
final class VerdictWriter {

  private final JsonGenerator json;

  VerdictWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(Verdict verdict) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", VerdictJson.VERSION);
    json.writeStringField("gate", verdict.gate().name());
    json.writeFieldName("origin");
    OriginJson.write(verdict.origin(), json);
    objects("requirements", verdict.judgements(), this::judgement);
    objects("scaling", verdict.scalings(), this::scaling);
    objects("leaks", verdict.leaks(), this::leak);
    objects("profiles", verdict.profiles(), this::profile);
    laboratory(verdict.laboratory());
    regressions(verdict.regressions());
    duet(verdict.duet());
    JsonObjects.facts(json, verdict.environment());
    JsonTexts.write(json, "warnings", verdict.warnings());
    objects("measurements", verdict.series(), this::series);
    json.writeEndObject();
  }

  private <T> void objects(String name, List<T> values, JsonObjects.Fields<T> fields)
      throws IOException {
    JsonObjects.write(json, name, values, fields);
  }

  private void judgement(Judgement judgement) throws IOException {
    Requirement requirement = judgement.requirement();
    json.writeStringField("id", requirement.id());
    json.writeStringField("title", requirement.title());
    json.writeStringField("benchmark", requirement.benchmark());
    words("params", requirement.params());
    json.writeStringField("metric", requirement.metric().toString());
    json.writeNumberField("limit", requirement.limit().amount());
    json.writeStringField("unit", requirement.limit().unit().symbol());
    Yardstick yardstick = requirement.yardstick();
    if (yardstick != null) {
      json.writeStringField("relativeTo", yardstick.benchmark());
      words("relativeParams", yardstick.params());
    }
    json.writeStringField("inconclusive", requirement.whenInconclusive().word());
    json.writeStringField("outcome", judgement.outcome().name());
    number("actual", judgement.actual());
    number("bound", judgement.bound());
    number("detectable", judgement.detectable());
    json.writeNumberField("launches", judgement.launches());
    json.writeStringField("reason", judgement.reason());
  }

  private void scaling(Scaling scaling) throws IOException {
    PowerFit fit = scaling.fit();
    json.writeStringField("benchmark", scaling.benchmark());
    words("params", scaling.fixed());
    json.writeStringField("parameter", scaling.parameter());
    objects("points", scaling.points(), this::point);
    json.writeNumberField("exponent", fit.exponent());
    json.writeNumberField("lower", fit.lower());
    json.writeNumberField("upper", fit.upper());
    json.writeNumberField("fixedCost", fit.fixedCost());
    json.writeNumberField("factor", fit.factor());
    json.writeStringField("growth", scaling.growth().named().label());
    json.writeStringField("coarseGrowth", scaling.growth().coarse().label());
    json.writeArrayFieldStart("alternatives");
    for (var alternative : scaling.growth().alternatives()) {
      json.writeString(alternative.label());
    }
    json.writeEndArray();
    objects("cliffs", scaling.cliffs(), this::cliff);
  }

  private void point(ScalingPoint point) throws IOException {
    json.writeNumberField("size", point.size());
    numbers("launches", point.launchValues());
  }

  private void cliff(Cliff cliff) throws IOException {
    json.writeNumberField("smaller", cliff.smaller());
    json.writeNumberField("larger", cliff.larger());
    json.writeNumberField("localExponent", cliff.localExponent());
  }

  private void leak(LeakReport report) throws IOException {
    json.writeStringField("benchmark", report.operation().benchmark());
    words("params", report.operation().params());
    objects("findings", report.findings(), this::finding);
    objects("suspects", report.suspects(), this::suspect);
  }

  private void finding(LeakFinding finding) throws IOException {
    json.writeBooleanField("leaks", finding.leaks());
    json.writeNumberField("bytesPerOp", finding.bytesPerOp());
    json.writeNumberField("lower", finding.lower());
    json.writeNumberField("pValue", finding.pValue());
    json.writeNumberField("firstHalfSlope", finding.firstHalfSlope());
    json.writeNumberField("secondHalfSlope", finding.secondHalfSlope());
    json.writeNumberField("batches", finding.batches());
    json.writeStringField("reason", finding.reason());
  }

  private void suspect(Suspect suspect) throws IOException {
    json.writeStringField("class", suspect.className());
    json.writeNumberField("bytesGrown", suspect.bytesGrown());
    json.writeNumberField("instancesGrown", suspect.instancesGrown());
  }

  private void profile(Profile profile) throws IOException {
    json.writeStringField("benchmark", profile.benchmark());
    words("params", profile.params());
    json.writeNumberField("samples", profile.samples());
    objects("methods", profile.methods(), this::share);
    objects("allocations", profile.allocations(), this::share);
  }

  private void share(Profile.Share share) throws IOException {
    json.writeStringField("name", share.name());
    json.writeNumberField("percent", share.percent());
  }

  private void laboratory(@Nullable Laboratory laboratory) throws IOException {
    if (laboratory == null) {
      json.writeNullField("laboratory");
      return;
    }
    json.writeObjectFieldStart("laboratory");
    new LaboratoryWriter(json).write(laboratory);
    json.writeEndObject();
  }

  private void duet(@Nullable Duet duet) throws IOException {
    if (duet == null) {
      json.writeNullField("duet");
      return;
    }
    json.writeObjectFieldStart("duet");
    new DuetWriter(json).write(duet);
    json.writeEndObject();
  }

  private void regressions(@Nullable Regressions regressions) throws IOException {
    if (regressions == null) {
      json.writeNullField("comparison");
      return;
    }
    json.writeObjectFieldStart("comparison");
    new RegressionsWriter(json).write(regressions);
    json.writeEndObject();
  }

  private void series(Series series) throws IOException {
    json.writeStringField("benchmark", series.benchmark());
    words("params", series.params());
    json.writeStringField("measure", series.measure());
    json.writeStringField("mode", series.mode());
    json.writeStringField("dimension", series.dimension().name());
    json.writeArrayFieldStart("launches");
    for (List<Double> launch : series.launches()) {
      json.writeStartArray();
      for (double value : launch) {
        json.writeNumber(value);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void words(String name, Map<String, String> words) throws IOException {
    JsonObjects.words(json, name, words);
  }

  private void numbers(String name, List<Double> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (double value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  private void number(String name, @Nullable Double value) throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
