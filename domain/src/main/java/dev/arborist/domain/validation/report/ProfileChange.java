package dev.arborist.domain.validation.report;

import java.util.List;

/**
 * Where an operation of one version of a benchmark takes more time and memory than of another; see
 * {@link ProfileComparison}.
 *
 * @param samplesBefore how many stacks of the old version were sampled
 * @param samplesAfter how many of the new one
 * @param methods the methods that take more time beyond chance, those that grew most first; at most
 *     ten
 * @param allocations the lines that allocate more, those that grew most first; at most ten, and
 *     none unless an operation allocates more altogether
 */
public record ProfileChange(
    long samplesBefore, long samplesAfter, List<Growth> methods, List<Growth> allocations) {

  /** Keeps its own copies. */
  public ProfileChange {
    methods = List.copyOf(methods);
    allocations = List.copyOf(allocations);
  }

  /**
   * A part of an operation that grew.
   *
   * @param name a method, or a line that allocates, as a {@link Profile} names it
   * @param percentBefore what it took in the old version, in percent of what an operation of the
   *     old version takes altogether: its share; 0 when it was not there
   * @param percentAfter what it takes in the new version, also in percent of what an operation of
   *     the old version takes: more than 100 is possible
   */
  public record Growth(String name, double percentBefore, double percentAfter) {}
}
