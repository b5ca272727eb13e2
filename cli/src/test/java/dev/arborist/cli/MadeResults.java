package dev.arborist.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Results as JMH writes them, of benchmarks whose launches are known. */
final class MadeResults {

  private final List<String> entries = new ArrayList<>();

  /**
   * Adds a benchmark with three iterations a launch.
   *
   * @param launches the mean of each launch
   */
  MadeResults add(String benchmark, String mode, String unit, double... launches) {
    String raw =
        Arrays.stream(launches)
            .mapToObj(
                mean ->
                    DoubleStream.of(0.99 * mean, mean, 1.01 * mean)
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(", ", "[", "]")))
            .collect(Collectors.joining(", ", "[", "]"));
    entries.add(
        String.format(
            Locale.ROOT,
            """
            {
              "jmhVersion" : "1.37", "benchmark" : "%s", "mode" : "%s", "threads" : 1, "forks" : %d,
              "jdkVersion" : "17", "vmName" : "VM", "vmVersion" : "17+35",
              "warmupIterations" : 5, "warmupTime" : "1 s",
              "measurementIterations" : 3, "measurementTime" : "1 s",
              "primaryMetric" : {"score" : %s, "scoreUnit" : "%s", "rawData" : %s},
              "secondaryMetrics" : {}
            }""",
            benchmark,
            mode,
            launches.length,
            Arrays.stream(launches).average().orElseThrow(),
            unit,
            raw));
    return this;
  }

  /** Adds a benchmark that took an average time. */
  MadeResults time(String benchmark, double... microseconds) {
    return add(benchmark, "avgt", "us/op", microseconds);
  }

  /** Adds a benchmark of throughput. */
  MadeResults rate(String benchmark, double... operationsPerSecond) {
    return add(benchmark, "thrpt", "ops/s", operationsPerSecond);
  }

  String write(Path file) throws IOException {
    Files.writeString(file, "[\n" + String.join(",\n", entries) + "\n]\n");
    return file.toString();
  }

  /** So many launches that scatter by a percent around a value, the same ones every time. */
  static double[] around(double value, int launches) {
    return DoubleStream.iterate(0, i -> i + 1)
        .limit(launches)
        .map(i -> value * (1 + 0.01 * Math.sin(7 * i + 1)))
        .toArray();
  }
}
