package dev.arborist.domain.validation.complexity;

import java.util.List;

/**
 * A step between neighbouring sizes on which the cost grows unlike the rest of the curve.
 *
 * @param smaller the size before the step
 * @param larger the size behind it
 * @param localExponent the exponent between the two: the difference of the logarithms' means over
 *     that of the sizes' logarithms
 */
public record Cliff(long smaller, long larger, double localExponent) {

  /** The cliffs in these costs, ascending; needs four sizes to tell a cliff from a curve. */
  public static List<Cliff> in(CostsBySize costs) {
    return new CliffSearch(costs).cliffs();
  }
}
