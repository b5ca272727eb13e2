package dev.arborist.adapters.jmh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.sample.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the JSON that JMH writes with {@code -rf json}.
 *
 * <p>Values come from {@code rawData[fork][iteration]}: JMH's own {@code scoreError} pools the
 * iterations of all forks as if they were independent. Times are converted to nanoseconds and rates
 * to operations a second.
 */
final class JmhResults {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** The series of one metric, still in JMH's unit. */
  private record Raw(String unit, List<List<Double>> launches) {}

  private final Path file;
  private final List<Series> series = new ArrayList<>();

  private JmhResults(Path file) {
    this.file = file;
  }

  /**
   * Every series of a results file.
   *
   * @throws StorageException when it cannot be read as JMH's results
   */
  static List<Series> read(Path file) {
    JmhResults results = new JmhResults(file);
    try (JsonParser json = JSON.createParser(file.toFile())) {
      results.readAll(json);
    } catch (JsonProcessingException e) {
      throw new StorageException(
          file + " is not JMH's JSON: " + e.getOriginalMessage() + "; write it with -rf json", e);
    } catch (IOException e) {
      throw new StorageException("cannot read " + file + ": " + e.getMessage(), e);
    }
    return results.series;
  }

  /** A benchmark's own time or rate in kept units. */
  static Series score(
      String benchmark,
      Map<String, String> params,
      String mode,
      String jmhUnit,
      List<List<Double>> launches) {
    Unit unit = unit(jmhUnit);
    List<List<Double>> kept =
        launches.stream()
            .map(launch -> launch.stream().map(value -> value * unit.factor()).toList())
            .toList();
    return new Series(benchmark, new TreeMap<>(params), Metric.SCORE, mode, unit.dimension(), kept);
  }

  /** JMH writes times as {@code ms/op} and rates as {@code ops/ms}. */
  private static Unit unit(String jmhUnit) {
    String symbol = jmhUnit.endsWith("/op") ? jmhUnit.substring(0, jmhUnit.length() - 3) : jmhUnit;
    return Unit.ofSymbol(symbol.replace("µs", "us"))
        .filter(unit -> unit.dimension() == Dimension.TIME || unit.dimension() == Dimension.RATE)
        .orElseThrow(() -> new StorageException("JMH's unit '" + jmhUnit + "' is not known here"));
  }

  private void readAll(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw new StorageException(file + " is not JMH's JSON: it does not begin with an array");
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      readBenchmark(json);
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw new StorageException(file + " is not JMH's JSON: it ends too early");
    }
  }

  private void readBenchmark(JsonParser json) throws IOException {
    String benchmark = "";
    String mode = "";
    SortedMap<String, String> params = new TreeMap<>();
    Raw score = new Raw("", List.of());
    Raw allocation = new Raw("", List.of());
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "benchmark" -> benchmark = json.getText();
        case "mode" -> mode = json.getText();
        case "params" -> readParams(json, params);
        case "primaryMetric" -> score = readMetric(json);
        case "secondaryMetrics" -> allocation = readAllocation(json);
        default -> json.skipChildren();
      }
    }
    if (benchmark.isEmpty() || score.launches().isEmpty()) {
      throw new StorageException(
          file
              + " holds no raw data of '"
              + benchmark
              + "': run it with JMH 1.19 or later, in another mode than sample");
    }
    series.add(score(benchmark, params, mode, score.unit(), score.launches()));
    if (!allocation.launches().isEmpty()) {
      series.add(
          new Series(
              benchmark,
              params,
              JmhBenchmarks.allocationMeasure(),
              mode,
              Dimension.SIZE,
              allocation.launches()));
    }
  }

  private static void readParams(JsonParser json, Map<String, String> params) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      params.put(name, json.getText());
    }
  }

  private static Raw readAllocation(JsonParser json) throws IOException {
    Raw allocation = new Raw("", List.of());
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.endsWith(ALLOCATION)) { // older versions put a dot before the name
        allocation = readMetric(json);
      } else {
        json.skipChildren();
      }
    }
    return allocation;
  }

  private static Raw readMetric(JsonParser json) throws IOException {
    String unit = "";
    List<List<Double>> launches = List.of();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "scoreUnit" -> unit = json.getText();
        case "rawData" -> launches = readRaw(json);
        default -> json.skipChildren();
      }
    }
    return new Raw(unit, launches);
  }

  private static List<List<Double>> readRaw(JsonParser json) throws IOException {
    List<List<Double>> launches = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      List<Double> iterations = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        iterations.add(Double.parseDouble(json.getText())); // NaN arrives as a text
      }
      launches.add(iterations);
    }
    return launches;
  }
}
