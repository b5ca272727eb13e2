package dev.arborist.adapters.render.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.complexity.Cliff;
import dev.arborist.domain.validation.complexity.GrowthClass;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Scaling;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole verdict as JSON, in version 1 of its form.
 *
 * <p>Times are in nanoseconds, sizes in bytes, rates in operations a second, shares in percent.
 */
final class JsonReport implements ReportRenderer {

  private static final int VERSION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public void render(Verdict verdict, OutputStream out) throws IOException {
    JsonGenerator json = generator(out);
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    json.writeStringField("startedAt", verdict.startedAt().toString());
    json.writeBooleanField("passed", verdict.passed());
    json.writeArrayFieldStart("requirements");
    for (Judgement judgement : verdict.judgements()) {
      judgement(judgement, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("scaling");
    for (Scaling scaling : verdict.scalings()) {
      scaling(scaling, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("measurements");
    for (Series series : verdict.series()) {
      series(series, json);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("environment");
    for (Fact fact : verdict.environment()) {
      json.writeStringField(fact.name(), fact.value());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("warnings");
    for (String warning : verdict.warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    json.writeEndObject();
    finish(json, out);
  }

  /** A generator that writes indented JSON and leaves the stream open. */
  static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .useDefaultPrettyPrinter();
  }

  static void finish(JsonGenerator json, OutputStream out) throws IOException {
    json.close();
    out.write('\n');
    out.flush();
  }

  private static void judgement(Judgement judgement, JsonGenerator json) throws IOException {
    Requirement requirement = judgement.requirement();
    json.writeStartObject();
    json.writeStringField("id", requirement.id());
    json.writeStringField("title", requirement.title());
    json.writeStringField("benchmark", requirement.benchmark());
    params("params", requirement.params(), json);
    Yardstick yardstick = requirement.yardstick();
    if (yardstick != null) {
      json.writeStringField("relativeTo", yardstick.benchmark());
      params("relativeParams", yardstick.params(), json);
    }
    json.writeStringField("metric", requirement.metric().toString());
    json.writeStringField("target", Figures.target(requirement));
    json.writeNumberField("limit", requirement.limit().kept());
    json.writeStringField("outcome", Figures.outcome(judgement.outcome()));
    number("actual", judgement.actual(), json);
    number("bound", judgement.bound(), json);
    json.writeNumberField("launches", judgement.launches());
    json.writeStringField("reason", judgement.reason());
    json.writeEndObject();
  }

  private static void scaling(Scaling scaling, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("benchmark", scaling.benchmark());
    json.writeStringField("parameter", scaling.parameter());
    params("fixed", scaling.fixed(), json);
    json.writeArrayFieldStart("sizes");
    for (long size : scaling.sizes()) {
      json.writeNumber(size);
    }
    json.writeEndArray();
    json.writeNumberField("exponent", scaling.fit().exponent());
    json.writeNumberField("lower", scaling.fit().lower());
    json.writeNumberField("upper", scaling.fit().upper());
    json.writeNumberField("fixedCost", scaling.fit().fixedCost());
    json.writeNumberField("factor", scaling.fit().factor());
    json.writeStringField("growth", scaling.growth().named().label());
    json.writeArrayFieldStart("alternatives");
    for (GrowthClass alternative : scaling.growth().alternatives()) {
      json.writeString(alternative.label());
    }
    json.writeEndArray();
    json.writeStringField("coarseGrowth", scaling.growth().coarse().label());
    json.writeArrayFieldStart("cliffs");
    for (Cliff cliff : scaling.cliffs()) {
      json.writeStartObject();
      json.writeNumberField("smaller", cliff.smaller());
      json.writeNumberField("larger", cliff.larger());
      json.writeNumberField("localExponent", cliff.localExponent());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void series(Series series, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("benchmark", series.benchmark());
    params("params", series.params(), json);
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
    json.writeEndObject();
  }

  private static void params(String name, Map<String, String> params, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> param : params.entrySet()) {
      json.writeStringField(param.getKey(), param.getValue());
    }
    json.writeEndObject();
  }

  private static void number(String name, @Nullable Double value, JsonGenerator json)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
