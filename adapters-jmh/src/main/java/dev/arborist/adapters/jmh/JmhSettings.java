package dev.arborist.adapters.jmh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How benchmarks are run.
 *
 * @param launches how many fresh JVMs measure each benchmark
 * @param warmups how many iterations of a launch are thrown away
 * @param iterations how many iterations of a launch are kept
 * @param iterationTime how long an iteration takes; longer where a benchmark asks for it, as one
 *     does by {@code @Measurement(time = ...)} of whose operations percentiles are wanted
 * @param jvmArguments the flags of the measuring JVMs
 * @param include which benchmarks, a regular expression that is found in their whole names
 * @param parameters values to use instead of those that a benchmark's parameters name
 * @param directory where the raw results and JMH's own log are written
 */
public record JmhSettings(
    int launches,
    int warmups,
    int iterations,
    Duration iterationTime,
    List<String> jvmArguments,
    String include,
    Map<String, List<String>> parameters,
    Path directory) {

  /** Keeps its own copies. */
  public JmhSettings {
    jvmArguments = List.copyOf(jvmArguments);
    parameters = new LinkedHashMap<>(parameters);
  }

  /** The same with other measured iterations. */
  public JmhSettings iterating(int count, Duration time) {
    return new JmhSettings(
        launches, warmups, count, time, jvmArguments, include, parameters, directory);
  }
}
