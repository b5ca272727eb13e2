package dev.arborist.adapters.jmh;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One metric of a results file, still in JMH's unit.
 *
 * @param unit JMH's unit
 * @param launches the values of each launch's iterations; those of sample mode are means
 * @param histograms the operations of each launch; empty but in sample mode
 */
record JmhMetric(String unit, List<List<Double>> launches, List<SampleHistogram> histograms) {

  static final JmhMetric NONE = new JmhMetric("", List.of(), List.of());

  boolean isEmpty() {
    return launches.isEmpty() || launches.stream().anyMatch(List::isEmpty);
  }

  /**
   * Whether there is anything to it: profilers write NaN for what they did not see, and an infinity
   * where they divide by what they did not see.
   */
  boolean isNumber() {
    return launches.stream()
        .flatMap(List::stream)
        .noneMatch(value -> value.isInfinite() || (value.isNaN() && !unit.equals("B/op")));
  }

  /** Reads the object that the parser has entered. */
  static JmhMetric read(JsonParser json) throws IOException {
    String unit = "";
    List<List<Double>> launches = List.of();
    List<SampleHistogram> histograms = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "scoreUnit" -> unit = json.getText();
        case "rawData" -> launches = readRaw(json);
        case "rawDataHistogram" -> launches = readHistograms(json, histograms);
        default -> json.skipChildren();
      }
    }
    return new JmhMetric(unit, launches, histograms);
  }

  private static List<List<Double>> readRaw(JsonParser json) throws IOException {
    List<List<Double>> launches = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      List<Double> iterations = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        iterations.add(number(json));
      }
      launches.add(iterations);
    }
    return launches;
  }

  /** Reads {@code [launch][iteration][value, count]} and returns the mean of each iteration. */
  private static List<List<Double>> readHistograms(
      JsonParser json, List<SampleHistogram> histograms) throws IOException {
    List<List<Double>> launches = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      SampleHistogram launch = new SampleHistogram();
      List<Double> means = new ArrayList<>();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        SampleHistogram iteration = readHistogram(json);
        if (!iteration.isEmpty()) {
          means.add(iteration.mean());
          launch.addAll(iteration);
        }
      }
      if (!launch.isEmpty()) {
        histograms.add(launch);
      }
      launches.add(means);
    }
    return launches;
  }

  private static SampleHistogram readHistogram(JsonParser json) throws IOException {
    SampleHistogram iteration = new SampleHistogram();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      json.nextToken();
      double value = number(json);
      json.nextToken();
      long count = (long) number(json);
      iteration.add(value, count);
      json.nextToken();
    }
    return iteration;
  }

  /**
   * A number, which JMH writes as a text when it is NaN or infinite; a strange text is malformed
   * JSON.
   */
  private static double number(JsonParser json) throws IOException {
    String text = String.valueOf(json.getText());
    try {
      return switch (text) {
        case "+INF", "INF" -> Double.POSITIVE_INFINITY;
        case "-INF" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      throw new com.fasterxml.jackson.core.JsonParseException(
          json, "'" + text + "' is no number", e);
    }
  }
}
