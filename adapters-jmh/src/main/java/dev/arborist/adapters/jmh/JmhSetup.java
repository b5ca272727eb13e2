package dev.arborist.adapters.jmh;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one benchmark of a results file was measured.
 *
 * @param benchmark its whole name
 * @param params its parameters
 * @param mode how JMH measured it, such as {@code avgt}
 * @param jmhVersion the version of JMH; empty when the file does not say
 * @param forks how many fresh JVMs were launched, 0 for none; null when the file does not say
 * @param warmups how many iterations of a launch were thrown away; null when the file does not say
 * @param warmupTime how long one of them took, such as {@code 1 s}; may be empty
 * @param iterations how many iterations of a launch were kept; null when the file does not say
 * @param iterationTime how long one of them took; may be empty
 * @param isAllocationMeasured whether the bytes that an operation allocates were counted
 */
public record JmhSetup(
    String benchmark,
    SortedMap<String, String> params,
    String mode,
    String jmhVersion,
    @Nullable Integer forks,
    @Nullable Integer warmups,
    String warmupTime,
    @Nullable Integer iterations,
    String iterationTime,
    boolean isAllocationMeasured) {

  /** Keeps its own copy of the parameters. */
  public JmhSetup {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  static JmhSetup of(JmhEntry entry) {
    return new JmhSetup(
        entry.benchmark(),
        entry.params(),
        entry.mode(),
        entry.setting("jmhVersion"),
        count(entry.setting("forks")),
        count(entry.setting("warmupIterations")),
        entry.setting("warmupTime"),
        count(entry.setting("measurementIterations")),
        entry.setting("measurementTime"),
        entry.series().stream()
            .anyMatch(series -> series.measure().equals(JmhBenchmarks.allocationMeasure())));
  }

  private static @Nullable Integer count(String setting) {
    return setting.matches("[0-9]{1,9}") ? Integer.valueOf(setting) : null;
  }
}
