package dev.arborist.domain.validation.regression;

import java.util.List;

/**
 * A suite of benchmarks, compared with its baseline.
 *
 * @param benchmarks the benchmarks, in the order in which they were given
 * @param settings what they were judged by
 */
public record Comparison(List<Compared> benchmarks, ComparisonSettings settings) {

  /** Copies the benchmarks. */
  public Comparison {
    benchmarks = List.copyOf(benchmarks);
  }

  /** How many benchmarks have this verdict. */
  public int count(Change change) {
    return (int) benchmarks.stream().filter(compared -> compared.change() == change).count();
  }
}
