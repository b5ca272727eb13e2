package dev.arborist.domain.validation.report;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a benchmark spends its time and its memory, from a recording of its own.
 *
 * @param benchmark the whole name of the benchmark
 * @param params its parameters
 * @param samples how many stacks were sampled while it ran
 * @param methods the methods that were found running, the hottest first
 * @param allocations the lines that allocate, those that allocate most first
 */
public record Profile(
    String benchmark,
    SortedMap<String, String> params,
    long samples,
    List<Share> methods,
    List<Share> allocations) {

  /** Keeps its own copy of everything. */
  public Profile {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    methods = List.copyOf(methods);
    allocations = List.copyOf(allocations);
  }

  /**
   * A part of the whole.
   *
   * @param name a method such as {@code java.util.TreeMap.put}, or a line such as {@code
   *     dev.arborist.domain.tree.TaskTree.of(TaskTree.java:57)}
   * @param percent its share of all samples, or of all bytes allocated
   */
  public record Share(String name, double percent) {}
}
