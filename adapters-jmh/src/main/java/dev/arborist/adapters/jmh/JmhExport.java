package dev.arborist.adapters.jmh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes measurements in the form of JMH's own results, for the tools that read those.
 *
 * <p>Times are written in ns/op and rates in ops/s. Only benchmarks that JMH measured are written.
 * JMH's {@code scoreError} is NaN: it pools the iterations of all launches. Of sample mode the
 * means and the percentiles are written, because the single operations are not kept.
 */
public final class JmhExport implements ReportRenderer {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String NO_ERROR = "NaN";

  @Override
  public void render(Verdict verdict, OutputStream out) throws IOException {
    try (JsonGenerator json =
        JSON.createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .useDefaultPrettyPrinter()) {
      json.writeStartArray();
      for (Series series : verdict.series()) {
        if (series.measure().equals(Metric.SCORE) && !series.mode().isEmpty()) {
          benchmark(series, verdict, json);
        }
      }
      json.writeEndArray();
    }
    out.write('\n');
    out.flush();
  }

  private static void benchmark(Series score, Verdict verdict, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("benchmark", score.benchmark());
    json.writeStringField("mode", score.mode());
    json.writeStringField("jvm", verdict.origin().jvm());
    json.writeNumberField("forks", score.launches().size());
    json.writeNumberField("measurementIterations", score.launches().get(0).size());
    if (!score.params().isEmpty()) {
      json.writeObjectFieldStart("params");
      for (Map.Entry<String, String> param : score.params().entrySet()) {
        json.writeStringField(param.getKey(), param.getValue());
      }
      json.writeEndObject();
    }
    metric("primaryMetric", score, unit(score.dimension()), json);
    json.writeObjectFieldStart("secondaryMetrics");
    for (Series other : verdict.series()) {
      String name = secondaryName(other.measure());
      if (name != null && other.key().equals(score.key()) && other.mode().equals(score.mode())) {
        metric(name, other, unit(other.dimension()), json);
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static @Nullable String secondaryName(String measure) {
    if (measure.equals(JmhBenchmarks.allocationMeasure())) {
      return "gc.alloc.rate.norm";
    }
    return measure.startsWith("counter:") ? measure.substring("counter:".length()) : null;
  }

  private static String unit(Dimension dimension) {
    return switch (dimension) {
      case TIME -> "ns/op";
      case RATE -> "ops/s";
      case SIZE -> "B/op";
      case SHARE, NUMBER -> "#";
    };
  }

  private static void metric(String name, Series series, String unit, JsonGenerator json)
      throws IOException {
    List<Double> all = series.launches().stream().flatMap(List::stream).toList();
    Summary summary = Summary.of(all);
    json.writeObjectFieldStart(name);
    json.writeNumberField("score", summary.mean());
    json.writeStringField("scoreError", NO_ERROR);
    json.writeArrayFieldStart("scoreConfidence");
    json.writeString(NO_ERROR);
    json.writeString(NO_ERROR);
    json.writeEndArray();
    json.writeObjectFieldStart("scorePercentiles");
    json.writeNumberField("0.0", summary.min());
    json.writeNumberField("50.0", summary.median());
    json.writeNumberField("100.0", summary.max());
    json.writeEndObject();
    json.writeStringField("scoreUnit", unit);
    json.writeArrayFieldStart("rawData");
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
}
