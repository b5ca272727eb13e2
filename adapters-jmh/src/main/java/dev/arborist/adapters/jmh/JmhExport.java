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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes measurements in the form of JMH's own results, for the tools that read those.
 *
 * <p>Times are written in ns/op and rates in ops/s. Only benchmarks that JMH measured are written.
 * JMH's {@code scoreError} is NaN: it pools the iterations of all launches. Of sample mode the
 * means are written as raw data and the percentiles beside them, because the single operations are
 * not kept.
 */
public final class JmhExport implements ReportRenderer {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String NO_ERROR = "NaN";

  /** JMH's name for the greatest value. */
  private static final String GREATEST = "100.0";

  /** JMH's names of what is kept of single operations. */
  private static final Map<String, String> PERCENTILES =
      Map.of("p50", "50.0", "p95", "95.0", "p99", "99.0", "max", GREATEST);

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
    metric("primaryMetric", score, percentiles(score, verdict), json);
    json.writeObjectFieldStart("secondaryMetrics");
    for (Series other : verdict.series()) {
      String name = secondaryName(other.measure());
      if (name != null && isAlike(other, score)) {
        metric(name, other, percentiles(other), json);
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

  /**
   * Of single operations where they were timed, as the mean of the launches; else of the values.
   */
  private static SortedMap<String, Double> percentiles(Series series, Verdict verdict) {
    SortedMap<String, Double> found = ascending();
    for (Series other : verdict.series()) {
      String percent = PERCENTILES.get(other.measure());
      if (percent != null && isAlike(other, series)) {
        Summary launches = summary(other);
        found.put(percent, percent.equals(GREATEST) ? launches.max() : launches.mean());
      }
    }
    return found.isEmpty() ? percentiles(series) : found;
  }

  private static SortedMap<String, Double> percentiles(Series series) {
    Summary values = summary(series);
    SortedMap<String, Double> found = ascending();
    found.put("0.0", values.min());
    found.put("50.0", values.median());
    found.put(GREATEST, values.max());
    return found;
  }

  private static SortedMap<String, Double> ascending() {
    return new TreeMap<>(Comparator.comparingDouble(Double::parseDouble));
  }

  private static Summary summary(Series series) {
    return Summary.of(series.launches().stream().flatMap(List::stream).toList());
  }

  private static boolean isAlike(Series first, Series second) {
    return first.key().equals(second.key()) && first.mode().equals(second.mode());
  }

  private static void metric(
      String name, Series series, SortedMap<String, Double> percentiles, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("score", summary(series).mean());
    json.writeStringField("scoreError", NO_ERROR);
    json.writeArrayFieldStart("scoreConfidence");
    json.writeString(NO_ERROR);
    json.writeString(NO_ERROR);
    json.writeEndArray();
    json.writeObjectFieldStart("scorePercentiles");
    for (Map.Entry<String, Double> percentile : percentiles.entrySet()) {
      json.writeNumberField(percentile.getKey(), percentile.getValue());
    }
    json.writeEndObject();
    json.writeStringField("scoreUnit", unit(series.dimension()));
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
