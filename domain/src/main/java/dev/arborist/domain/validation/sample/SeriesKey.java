package dev.arborist.domain.validation.sample;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is launched: a benchmark with its parameters.
 *
 * @param benchmark the whole name of the benchmark
 * @param params its parameters
 */
public record SeriesKey(String benchmark, SortedMap<String, String> params) {

  /** Keeps its own copy of the parameters. */
  public SeriesKey {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }
}
