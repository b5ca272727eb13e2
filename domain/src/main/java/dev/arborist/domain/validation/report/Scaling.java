package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.complexity.PowerFit;
import java.util.List;

/**
 * How one benchmark's time grows with the parameter that gives its size.
 *
 * @param benchmark the whole name of the benchmark
 * @param parameter the parameter that gives the size
 * @param sizes the sizes measured, ascending
 * @param launches how many launches it rests on
 * @param fit the curve through them
 */
public record Scaling(
    String benchmark, String parameter, List<Long> sizes, int launches, PowerFit fit) {

  /** Keeps its own copy of the sizes. */
  public Scaling {
    sizes = List.copyOf(sizes);
  }
}
