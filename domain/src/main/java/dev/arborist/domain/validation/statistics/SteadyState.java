package dev.arborist.domain.validation.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the launches were still drifting when they were measured, so that a longer warm-up would
 * give another result.
 *
 * <p>They were when {@link MannKendall} finds a trend, in either direction, in more than half of
 * the launches and the drift is large enough to matter. The drift of a launch is the median of its
 * last third over that of its first; of the launches, the median counts. Launches of fewer than
 * {@link #LEAST_ITERATIONS} iterations cannot tell and are left out.
 *
 * @param drifting whether the launches had not reached a steady state
 * @param drift by what factor the values changed from the first third to the last, such as 0.9; 1
 *     when no launch could tell
 */
public record SteadyState(boolean drifting, double drift) {

  /** Fewer iterations cannot give a two-sided probability below {@link #SIGNIFICANCE}. */
  public static final int LEAST_ITERATIONS = 6;

  /** The two-sided probability below which a launch has a trend. */
  public static final double SIGNIFICANCE = 0.01;

  /** The least relative change that matters. */
  public static final double LEAST_DRIFT = 0.03;

  /**
   * Judges the launches.
   *
   * @param launches the iterations of each launch, in the order they were taken; none negative
   * @throws IllegalArgumentException when a value of a launch that can tell is negative or not
   *     finite
   */
  public static SteadyState of(List<List<Double>> launches) {
    List<Double> drifts = new ArrayList<>();
    int trends = 0;
    for (List<Double> launch : launches) {
      if (launch.size() >= LEAST_ITERATIONS) {
        double[] values = launch.stream().mapToDouble(Double::doubleValue).toArray();
        drifts.add(drift(launch));
        trends += MannKendall.of(values).twoSided() < SIGNIFICANCE ? 1 : 0;
      }
    }
    if (drifts.isEmpty()) {
      return new SteadyState(false, 1);
    }
    double drift = middle(drifts);
    boolean drifting = 2 * trends > drifts.size() && Math.abs(drift - 1) > LEAST_DRIFT;
    return new SteadyState(drifting, drift);
  }

  private static double drift(List<Double> launch) {
    if (launch.stream().anyMatch(value -> !(value >= 0))) {
      throw new IllegalArgumentException("a drift needs values of 0 or more, not " + launch);
    }
    int third = launch.size() / 3;
    double first = middle(launch.subList(0, third));
    double last = middle(launch.subList(launch.size() - third, launch.size()));
    if (first > 0) {
      return last / first;
    }
    return last > 0 ? Double.POSITIVE_INFINITY : 1;
  }

  /** The median, which unlike that of {@link Summary} may be infinite. */
  private static double middle(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }
}
