package dev.arborist.domain.validation.statistics;

import java.util.Arrays;

/**
 * Hartigan's dip: how far the distribution of a sample is from the nearest one with a single mode.
 *
 * <p>Hartigan and Hartigan (1985), "The dip test of unimodality", written anew from the paper's six
 * steps. The interval that holds the mode shrinks: within it lie the greatest convex minorant and
 * the least concave majorant of the empirical distribution; where the two are furthest apart, the
 * interval's next ends are the vertices around that place; what is cut off at either side must be
 * convex, or concave, to within the dip. Equal values are one jump, whose upper end counts for the
 * majorant and whose lower end for the minorant. An interval of a single value ends the search,
 * since a mode may jump: without that, the published program (AS 217) could run for ever.
 *
 * <p>Heights are counted in values; twice the dip is what the steps compare.
 */
final class Dip {

  private final double[] x;
  private final double[] floor;
  private final double[] ceiling;
  private final double[] minorant;
  private final double[] majorant;
  private final int[] minorantBefore;
  private final int[] majorantAfter;

  private Dip(double[] x, double[] heights) {
    int n = x.length;
    this.x = x;
    this.floor = Arrays.copyOf(heights, n);
    this.ceiling = Arrays.copyOfRange(heights, 1, n + 1);
    this.minorant = new double[n];
    this.majorant = new double[n];
    this.minorantBefore = new int[n];
    this.majorantAfter = new int[n];
    linkMinorant();
    linkMajorant();
  }

  /**
   * The predecessor of a vertex on the minorant of all that is left of it does not depend on where
   * the interval begins or ends, so it is found once.
   */
  private void linkMinorant() {
    for (int i = 1; i < x.length; i++) {
      int before = i - 1;
      while (before > 0
          && slope(floor, minorantBefore[before], before) >= slope(floor, before, i)) {
        before = minorantBefore[before];
      }
      minorantBefore[i] = before;
    }
  }

  private void linkMajorant() {
    int last = x.length - 1;
    majorantAfter[last] = last;
    for (int i = last - 1; i >= 0; i--) {
      int after = i + 1;
      while (after < last
          && slope(ceiling, i, after) <= slope(ceiling, after, majorantAfter[after])) {
        after = majorantAfter[after];
      }
      majorantAfter[i] = after;
    }
  }

  /** The dip of finite values in rising order, at least one; between 1/(2n) and 1/4. */
  static double of(double[] sorted) {
    int n = sorted.length;
    double[] x = new double[n];
    double[] heights = new double[n + 1];
    int places = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || sorted[i] > sorted[i - 1]) {
        x[places] = sorted[i];
        places++;
      }
      heights[places] = i + 1.0;
    }
    return new Dip(Arrays.copyOf(x, places), heights).twice() / (2.0 * n);
  }

  private double twice() {
    int low = 0;
    int high = x.length - 1;
    double dip = 1;
    while (low < high) {
      drawMinorant(low, high);
      drawMajorant(low, high);
      int widest = widest(low, high);
      if (gap(widest) <= dip) {
        return dip;
      }
      int nextLow = high;
      while (nextLow > widest) {
        nextLow = minorantBefore[nextLow];
      }
      int nextHigh = low;
      while (nextHigh < widest) {
        nextHigh = majorantAfter[nextHigh];
      }
      for (int i = low; i < nextLow; i++) {
        dip = Math.max(dip, ceiling[i] - minorant[i]);
      }
      for (int i = nextHigh + 1; i <= high; i++) {
        dip = Math.max(dip, majorant[i] - floor[i]);
      }
      low = nextLow;
      high = nextHigh;
    }
    return dip;
  }

  private void drawMinorant(int low, int high) {
    for (int end = high; end > low; end = minorantBefore[end]) {
      draw(minorant, floor, minorantBefore[end], end);
    }
  }

  private void drawMajorant(int low, int high) {
    for (int start = low; start < high; start = majorantAfter[start]) {
      draw(majorant, ceiling, start, majorantAfter[start]);
    }
  }

  /** Draws the straight line between two vertices at all values from one to the other. */
  private void draw(double[] line, double[] heights, int start, int end) {
    double slope = slope(heights, start, end);
    for (int i = start; i < end; i++) {
      line[i] = heights[start] + slope * (x[i] - x[start]);
    }
    line[end] = heights[end];
  }

  /** Both curves are straight between vertices, so the widest gap is at a vertex of either. */
  private int widest(int low, int high) {
    int widest = low;
    for (int vertex = high; vertex > low; vertex = minorantBefore[vertex]) {
      widest = gap(vertex) > gap(widest) ? vertex : widest;
    }
    for (int vertex = low; vertex < high; vertex = majorantAfter[vertex]) {
      widest = gap(vertex) > gap(widest) ? vertex : widest;
    }
    return widest;
  }

  private double gap(int place) {
    return majorant[place] - minorant[place];
  }

  private double slope(double[] heights, int from, int to) {
    return (heights[to] - heights[from]) / (x[to] - x[from]);
  }
}
