package dev.arborist.domain.validation.complexity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured at each size, as logarithms: all that a curve is judged by.
 *
 * <p>All costs of one size share what a curve predicts for it. So the squares that a curve leaves
 * are those within the sizes, which no curve changes, and those of the sizes' means: a curve costs
 * as much to judge as there are sizes, however many launches there were.
 *
 * <p>Steps between neighbouring sizes may be freed: then the curve may be at another level from
 * there on, a factor higher or lower. What lies between two freed steps is a stretch.
 */
public final class CostsBySize {

  /** The fewest observations that leave something to judge a curve by. */
  public static final int OBSERVATIONS_MIN = 5;

  /** The fewest sizes that show a curve. */
  public static final int SIZES_MIN = 3;

  /** Half a percent: no clock of a shared machine tells more. */
  private static final double NOISE_LOG_SD_MIN = 0.005;

  private final double[] sizes;
  private final double[] logMeans;
  private final int[] counts;
  private final double within;
  private final int observations;

  /** For each size the one that the next stretch begins with. */
  private final int[] stretchEnds;

  private final int freeSteps;

  private CostsBySize(
      double[] sizes,
      double[] logMeans,
      int[] counts,
      double within,
      int observations,
      int[] stretchEnds,
      int freeSteps) {
    this.sizes = sizes;
    this.logMeans = logMeans;
    this.counts = counts;
    this.within = within;
    this.observations = observations;
    this.stretchEnds = stretchEnds;
    this.freeSteps = freeSteps;
  }

  /**
   * Groups costs by their size.
   *
   * @param sizes the size of each observation, at least three different ones, none below 1
   * @param costs the cost of each observation, all positive
   * @throws IllegalArgumentException when there are fewer than five observations or three sizes, or
   *     one is out of its range
   */
  public static CostsBySize of(double[] sizes, double[] costs) {
    if (sizes.length != costs.length || sizes.length < OBSERVATIONS_MIN) {
      throw new IllegalArgumentException(
          "growth needs " + OBSERVATIONS_MIN + " observations or more, not " + sizes.length);
    }
    Map<Double, List<Double>> logs = new TreeMap<>();
    for (int i = 0; i < sizes.length; i++) {
      if (!(sizes[i] >= 1) || !(costs[i] > 0) || Double.isInfinite(sizes[i] + costs[i])) {
        throw new IllegalArgumentException(
            "growth needs sizes from 1 and positive costs, not " + costs[i] + " at " + sizes[i]);
      }
      logs.computeIfAbsent(sizes[i], size -> new ArrayList<>()).add(StrictMath.log(costs[i]));
    }
    if (logs.size() < SIZES_MIN) {
      throw new IllegalArgumentException(
          "growth needs " + SIZES_MIN + " sizes or more, not " + logs.size());
    }
    return grouped(logs, sizes.length);
  }

  private static CostsBySize grouped(Map<Double, List<Double>> logs, int observations) {
    double[] sizes = new double[logs.size()];
    double[] means = new double[logs.size()];
    int[] counts = new int[logs.size()];
    double within = 0;
    int group = 0;
    for (Map.Entry<Double, List<Double>> entry : logs.entrySet()) {
      double sum = 0;
      for (double log : entry.getValue()) {
        sum += log;
      }
      sizes[group] = entry.getKey();
      counts[group] = entry.getValue().size();
      means[group] = sum / counts[group];
      for (double log : entry.getValue()) {
        within += (log - means[group]) * (log - means[group]);
      }
      group++;
    }
    int[] ends = new int[sizes.length];
    Arrays.fill(ends, sizes.length);
    return new CostsBySize(sizes, means, counts, within, observations, ends, 0);
  }

  /** The same costs with the step to the i-th size freed. */
  CostsBySize freeing(int i) {
    int[] ends = stretchEnds.clone();
    for (int j = i - 1; j >= 0 && ends[j] > i; j--) {
      ends[j] = i;
    }
    return new CostsBySize(sizes, logMeans, counts, within, observations, ends, freeSteps + 1);
  }

  int freeSteps() {
    return freeSteps;
  }

  /** The size that the stretch after that of the i-th size begins with, or the number of sizes. */
  int stretchEnd(int i) {
    return stretchEnds[i];
  }

  /** How many sizes there are. */
  int groups() {
    return sizes.length;
  }

  int observations() {
    return observations;
  }

  /** The i-th size, ascending. */
  double size(int i) {
    return sizes[i];
  }

  double largest() {
    return sizes[sizes.length - 1];
  }

  /** How many costs the i-th size has. */
  int count(int i) {
    return counts[i];
  }

  /** The mean of the logarithms of the i-th size's costs. */
  double logMean(int i) {
    return logMeans[i];
  }

  /** The squares between costs of the same size. */
  double within() {
    return within;
  }

  /** How many observations are more than one a size: the degrees of freedom of the noise. */
  int replicates() {
    return observations - sizes.length;
  }

  /** The least variance of a logarithm that is believed. */
  static double varianceMin() {
    return NOISE_LOG_SD_MIN * NOISE_LOG_SD_MIN;
  }

  /** The squares of the sizes' means about what a curve predicts. */
  double squaresAbout(double[] predictions) {
    double squares = 0;
    for (int i = 0; i < sizes.length; i++) {
      double rest = logMeans[i] - StrictMath.log(predictions[i]);
      squares += counts[i] * rest * rest;
    }
    return squares;
  }
}
