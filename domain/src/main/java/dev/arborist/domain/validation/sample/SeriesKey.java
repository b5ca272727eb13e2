package dev.arborist.domain.validation.sample;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is launched: a benchmark with its parameters.
 *
 * @param benchmark the whole name of the benchmark
 * @param params its parameters
 */
public record SeriesKey(String benchmark, SortedMap<String, String> params)
    implements Comparable<SeriesKey> {

  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::benchmark).thenComparing(key -> key.params().toString());

  /** Keeps its own copy of the parameters. */
  public SeriesKey {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** By benchmark, then by parameters as they are written. */
  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }
}
