package dev.arborist.adapters.jmh;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Finds the JMH benchmarks of the class path. */
final class JmhCases {

  private JmhCases() {}

  /**
   * Every case of the benchmarks that the settings include; those of one method follow each other,
   * because they are what is compared.
   */
  static List<JmhCase> of(JmhSettings settings) {
    OutputFormat silent =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            VerboseMode.SILENT);
    Pattern wanted = Pattern.compile(settings.include());
    List<JmhCase> cases = new ArrayList<>();
    BenchmarkList.defaultList().getAll(silent, List.of()).stream()
        .filter(entry -> wanted.matcher(entry.getUsername()).find())
        .forEach(entry -> cases.addAll(combinations(entry, settings.parameters())));
    cases.sort(
        Comparator.comparing(JmhCase::method)); // stable: classes and parameters keep their order
    return cases;
  }

  private static List<JmhCase> combinations(
      BenchmarkListEntry entry, Map<String, List<String>> chosen) {
    List<Map<String, String>> combinations = new ArrayList<>();
    combinations.add(Map.of());
    Map<String, String[]> params = entry.getParams().orElse(Map.of());
    for (Map.Entry<String, String[]> param : params.entrySet()) {
      List<String> values = chosen.getOrDefault(param.getKey(), List.of(param.getValue()));
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (String value : values) {
          Map<String, String> next = new LinkedHashMap<>(combination);
          next.put(param.getKey(), value);
          longer.add(next);
        }
      }
      combinations = longer;
    }
    Duration time =
        Duration.ofNanos(
            entry.getMeasurementTime().orElse(TimeValue.NONE).convertTo(TimeUnit.NANOSECONDS));
    return combinations.stream()
        .map(one -> new JmhCase(entry.getUsername(), entry.getMode(), one, time))
        .toList();
  }
}
