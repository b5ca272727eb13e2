package dev.arborist.domain.validation.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * P values of several tests, adjusted so that all may be held against one level.
 *
 * <p>S. Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian
 * Journal of Statistics 6: the least is multiplied by the number of tests, the next by one less,
 * and so on; none becomes less than one before it, nor more than 1. The chance of even one false
 * alarm among all tests then is at most the level, whatever depends on what.
 */
public final class Holm {

  private Holm() {}

  /**
   * Adjusts the p values, and returns them in the order in which they were given.
   *
   * @throws IllegalArgumentException when one is no probability
   */
  public static double[] adjust(double[] p) {
    for (double one : p) {
      if (!(one >= 0 && one <= 1)) {
        throw new IllegalArgumentException(one + " is no p value");
      }
    }
    List<Integer> ascending =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(index -> p[index]))
            .toList();
    double[] adjusted = new double[p.length];
    double greatest = 0;
    int tests = p.length;
    for (int index : ascending) {
      greatest = Math.max(greatest, Math.min(1, tests * p[index]));
      adjusted[index] = greatest;
      tests--;
    }
    return adjusted;
  }
}
