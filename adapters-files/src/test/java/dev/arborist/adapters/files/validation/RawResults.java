package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The scores of a JMH results file, read with as little as these tests need. */
final class RawResults {

  private RawResults() {}

  static List<Series> read(Path file) throws IOException {
    List<Series> all = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        all.add(entry(json));
      }
    }
    return all;
  }

  private static Series entry(JsonParser json) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    SortedMap<String, String> params = new TreeMap<>();
    List<List<Double>> launches = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "params" -> {
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            String param = json.currentName();
            params.put(param, json.nextTextValue());
          }
        }
        case "primaryMetric" -> texts.put("unit", metric(json, launches));
        default -> {
          texts.put(name, String.valueOf(json.getText()));
          json.skipChildren();
        }
      }
    }
    boolean rate = "ops/min".equals(texts.get("unit"));
    return new Series(
        String.valueOf(texts.get("benchmark")),
        params,
        "score",
        String.valueOf(texts.get("mode")),
        rate ? Dimension.RATE : Dimension.TIME,
        launches.stream()
            .map(launch -> launch.stream().map(value -> rate ? value / 60 : value).toList())
            .toList());
  }

  private static String metric(JsonParser json, List<List<Double>> launches) throws IOException {
    String unit = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("scoreUnit")) {
        unit = json.getText();
      } else if (name.equals("rawData")) {
        while (json.nextToken() == JsonToken.START_ARRAY) {
          List<Double> launch = new ArrayList<>();
          while (json.nextToken() != JsonToken.END_ARRAY) {
            launch.add(json.getDoubleValue());
          }
          launches.add(launch);
        }
      } else {
        json.skipChildren();
      }
    }
    return unit;
  }
}
