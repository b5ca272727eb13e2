package dev.arborist.adapters.render.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The scale that the plots of a table of effects share. */
final class HtmlEffects {

  /** The factors from which the ends of the plots are chosen. */
  private static final double[] REACHES = {1.05, 1.1, 1.2, 1.5, 2, 4, 10};

  /** This share of the intervals fits into the plots; the others run out of them. */
  private static final double FITTING = 0.8;

  private HtmlEffects() {}

  /**
   * How many times more than 1 the right end of the plots is.
   *
   * @param ends of each interval the end that is farther from 1, as a factor above it; one at least
   * @param margin how far from 1 nothing has changed
   */
  static double reach(DoubleStream ends, double margin) {
    double[] sorted = ends.sorted().toArray();
    double covered = Math.max(sorted[(int) ((sorted.length - 1) * FITTING)], 1 + 2 * margin);
    return Arrays.stream(REACHES)
        .filter(one -> one >= covered)
        .findFirst()
        .orElse(REACHES[REACHES.length - 1]);
  }

  /** What the ends mean, in a sentence. */
  static String ends(double reach) {
    return "The ends are "
        + HtmlNumbers.plain(reach)
        + " times as much and as little; a triangle stands for what lies beyond.";
  }
}
