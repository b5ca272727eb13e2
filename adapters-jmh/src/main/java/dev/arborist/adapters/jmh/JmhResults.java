package dev.arborist.adapters.jmh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import dev.arborist.domain.validation.sample.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the JSON that JMH writes with {@code -rf json}, of any version since 1.19 and any mode.
 *
 * <p>Values come from {@code rawData[fork][iteration]}: JMH's own {@code scoreError} pools the
 * iterations of all forks as if they were independent. Of sample mode every launch's operations are
 * counted together, and give its mean, percentiles and greatest value. Times are converted to
 * nanoseconds and rates to operations a second.
 */
final class JmhResults {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final Map<String, Double> PERCENTILES =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(Map.of("p50", 0.5, "p95", 0.95, "p99", 0.99)));

  private final Path file;

  private JmhResults(Path file) {
    this.file = file;
  }

  /**
   * Every benchmark of a results file, in its order.
   *
   * @throws InvalidSamplesException when it cannot be read as JMH's results, saying why
   */
  static List<JmhEntry> read(Path file) {
    if (Files.isDirectory(file)) {
      throw new InvalidSamplesException(file + " is a directory: name a file that JMH wrote");
    }
    if (!Files.exists(file)) {
      throw new InvalidSamplesException(
          "there is no file " + file + ": let JMH write it with -rf json -rff " + file);
    }
    JmhResults results = new JmhResults(file);
    try (JsonParser json = JSON.createParser(file.toFile())) {
      return results.entries(json);
    } catch (JsonProcessingException e) {
      String reason = JsonProblem.of(e);
      throw new InvalidSamplesException(
          JsonProblem.place(file.toString(), e)
              + ": this is not JMH's JSON: "
              + reason
              + "; write it with -rf json",
          e);
    } catch (IOException e) {
      throw new InvalidSamplesException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** A benchmark's own time or rate in kept units. */
  static Series score(
      String benchmark,
      Map<String, String> params,
      String mode,
      String jmhUnit,
      List<List<Double>> launches) {
    JmhUnit unit = JmhUnit.parse(jmhUnit);
    return new Series(
        benchmark,
        new TreeMap<>(params),
        Metric.SCORE,
        mode,
        unit.dimension(),
        launches.stream().map(launch -> scaled(launch, unit)).toList());
  }

  /**
   * The values in kept units; neither a time nor a rate is negative or without end, and one that is
   * would keep every limit on times or on rates.
   */
  private static List<Double> scaled(List<Double> values, JmhUnit unit) {
    for (double value : values) {
      if (value < 0 || Double.isInfinite(value)) {
        throw new InvalidSamplesException(
            "its values cannot be " + value + ": measure again, or look at what changed the file");
      }
    }
    return values.stream().map(value -> value * unit.factor()).toList();
  }

  private List<JmhEntry> entries(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw foreign("it does not begin with an array");
    }
    List<JmhEntry> entries = new ArrayList<>();
    TreeSet<String> seen = new TreeSet<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      JmhEntry entry = entry(json);
      if (!seen.add(entry.identity())) {
        throw new InvalidSamplesException(
            file + " holds " + entry.identity() + " twice: keep the results of one run");
      }
      entries.add(entry);
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw foreign("an object is missing where a benchmark should be");
    }
    if (json.nextToken() != null) {
      throw foreign("something follows its end");
    }
    if (entries.isEmpty()) {
      throw new InvalidSamplesException(
          file + " holds no benchmark: nothing was measured, so run JMH again");
    }
    return entries;
  }

  private InvalidSamplesException foreign(String reason) {
    return new InvalidSamplesException(
        file + " is not JMH's JSON: " + reason + "; write it with -rf json");
  }

  private JmhEntry entry(JsonParser json) throws IOException {
    SortedMap<String, String> settings = new TreeMap<>();
    SortedMap<String, String> params = new TreeMap<>();
    Map<String, JmhMetric> secondary = new LinkedHashMap<>();
    JmhMetric primary = JmhMetric.NONE;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "params" -> readParams(json, params);
        case "primaryMetric" -> primary = JmhMetric.read(json);
        case "secondaryMetrics" -> readSecondary(json, secondary);
        case "jvmArgs" -> settings.put(name, words(json));
        default -> {
          if (value.isScalarValue()) {
            settings.put(name, json.getText());
          }
          json.skipChildren();
        }
      }
    }
    String benchmark = settings.getOrDefault("benchmark", "");
    String mode = settings.getOrDefault("mode", "");
    if (benchmark.isEmpty() || primary.isEmpty()) {
      throw new InvalidSamplesException(
          file
              + " holds no raw data of '"
              + benchmark
              + "': write it with -rf json of JMH 1.19 or later");
    }
    return new JmhEntry(
        benchmark, mode, params, settings, series(benchmark, mode, params, primary, secondary));
  }

  private List<Series> series(
      String benchmark,
      String mode,
      SortedMap<String, String> params,
      JmhMetric primary,
      Map<String, JmhMetric> secondary) {
    List<Series> series = new ArrayList<>();
    try {
      JmhUnit unit = JmhUnit.parse(primary.unit());
      series.add(score(benchmark, params, mode, primary.unit(), primary.launches()));
      operations(primary.histograms())
          .forEach(
              (measure, launches) ->
                  series.add(
                      new Series(
                          benchmark,
                          params,
                          measure,
                          mode,
                          unit.dimension(),
                          launches.stream().map(value -> scaled(List.of(value), unit)).toList())));
      secondary.forEach(
          (name, metric) -> series.add(secondary(benchmark, mode, params, name, metric)));
    } catch (InvalidSamplesException e) {
      throw new InvalidSamplesException(file + ": " + benchmark + ": " + e.getMessage(), e);
    }
    return series;
  }

  /** What a profiler counted, or the time or rate of a part of a group or of an own counter. */
  private static Series secondary(
      String benchmark,
      String mode,
      SortedMap<String, String> params,
      String name,
      JmhMetric metric) {
    if (name.endsWith(ALLOCATION)) { // older versions put a dot before it
      return new Series(
          benchmark,
          params,
          JmhBenchmarks.allocationMeasure(),
          mode,
          Dimension.SIZE,
          metric.launches());
    }
    JmhUnit unit = JmhUnit.find(metric.unit()).orElse(new JmhUnit(Dimension.NUMBER, 1));
    List<List<Double>> launches =
        unit.dimension() == Dimension.NUMBER
            ? metric.launches()
            : metric.launches().stream().map(launch -> scaled(launch, unit)).toList();
    return new Series(benchmark, params, "counter:" + name, mode, unit.dimension(), launches);
  }

  /** What the single operations of each launch give, by measure. */
  private static SortedMap<String, List<Double>> operations(List<SampleHistogram> launches) {
    SortedMap<String, List<Double>> measures = new TreeMap<>();
    if (!launches.isEmpty()) {
      PERCENTILES.forEach(
          (measure, share) ->
              measures.put(measure, launches.stream().map(one -> one.percentile(share)).toList()));
      measures.put("max", launches.stream().map(SampleHistogram::max).toList());
    }
    return measures;
  }

  private static void readParams(JsonParser json, Map<String, String> params) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      params.put(name, json.getText());
    }
  }

  private static void readSecondary(JsonParser json, Map<String, JmhMetric> metrics)
      throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      JmhMetric metric = JmhMetric.read(json);
      if (!metric.isEmpty() && metric.isNumber()) {
        metrics.put(name.startsWith("·") ? name.substring(1) : name, metric);
      }
    }
  }

  private static String words(JsonParser json) throws IOException {
    List<String> words = new ArrayList<>();
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        words.add(json.getText());
      }
    }
    return String.join(" ", words);
  }
}
