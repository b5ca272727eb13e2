package dev.arborist.domain.validation.report;

import java.util.List;

/**
 * Where one version of a benchmark spends more of its time and memory than another.
 *
 * @param samplesBefore how many stacks of the old version were sampled
 * @param samplesAfter how many of the new one
 * @param methods the methods whose share grew beyond chance, those that grew most first
 * @param allocations the lines whose share of what is allocated grew, those that grew most first
 */
public record ProfileChange(
    long samplesBefore, long samplesAfter, List<Growth> methods, List<Growth> allocations) {

  /** Keeps its own copies. */
  public ProfileChange {
    methods = List.copyOf(methods);
    allocations = List.copyOf(allocations);
  }

  /**
   * A part of the whole that grew.
   *
   * @param name a method, or a line that allocates, as a {@link Profile} names it
   * @param percentBefore its share in the old version; 0 when it was not there
   * @param percentAfter its share in the new version
   */
  public record Growth(String name, double percentBefore, double percentAfter) {}
}
