package dev.arborist.domain.validation.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The dip by its definition, slowly: the least distance at which some unimodal distribution fits.
 *
 * <p>The mode may be taken for one of the values. A distribution is convex up to its mode, may jump
 * there and is concave after it. It stays within a distance d of the sample's when it is at least
 * the upper end of each jump less d and at most the lower end plus d. Such a convex function exists
 * when no three values forbid it, and so does the concave one; and the first must be able to end,
 * at the mode, no higher than the second begins.
 */
final class UnimodalFit {

  private final List<Double> x = new ArrayList<>();
  private final List<Double> before = new ArrayList<>();
  private final List<Double> after = new ArrayList<>();

  private UnimodalFit(double[] sorted) {
    for (int i = 0; i < sorted.length; i++) {
      double share = (i + 1.0) / sorted.length;
      if (i > 0 && sorted[i] <= sorted[i - 1]) {
        after.set(after.size() - 1, share);
      } else {
        x.add(sorted[i]);
        before.add((double) i / sorted.length);
        after.add(share);
      }
    }
  }

  /** The dip of values in rising order that are not all the same. */
  static double distance(double[] sorted) {
    UnimodalFit fit = new UnimodalFit(sorted);
    double low = 0;
    double high = 0.5;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (fit.existsWithin(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean existsWithin(double d) {
    for (int mode = 0; mode < x.size(); mode++) {
      if (convexUpTo(mode, d)
          && concaveFrom(mode, d)
          && leastEnd(mode, d) <= greatestBeginning(mode, d)) {
        return true;
      }
    }
    return false;
  }

  private double least(int i, double d) {
    return after.get(i) - d;
  }

  private double greatest(int i, double d) {
    return before.get(i) + d;
  }

  /** The height at one place of the line through two points. */
  private double line(int i, double atI, int j, double atJ, int place) {
    double share = (x.get(place) - x.get(i)) / (x.get(j) - x.get(i));
    return atI + share * (atJ - atI);
  }

  private boolean convexUpTo(int mode, double d) {
    for (int j = 0; j < mode; j++) {
      if (least(j, d) > greatest(j, d)) {
        return false;
      }
      for (int i = 0; i < j; i++) {
        for (int k = j + 1; k <= mode; k++) {
          if (least(j, d) > line(i, greatest(i, d), k, greatest(k, d), j)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean concaveFrom(int mode, double d) {
    for (int j = mode + 1; j < x.size(); j++) {
      if (least(j, d) > greatest(j, d)) {
        return false;
      }
      for (int i = mode; i < j; i++) {
        for (int k = j + 1; k < x.size(); k++) {
          if (greatest(j, d) < line(i, least(i, d), k, least(k, d), j)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private double leastEnd(int mode, double d) {
    double end = mode > 0 ? least(mode - 1, d) : 0;
    for (int j = 1; j < mode; j++) {
      for (int i = 0; i < j; i++) {
        end = Math.max(end, line(i, greatest(i, d), j, least(j, d), mode));
      }
    }
    return end;
  }

  private double greatestBeginning(int mode, double d) {
    double beginning = mode < x.size() - 1 ? greatest(mode + 1, d) : 1;
    for (int j = mode + 1; j < x.size(); j++) {
      for (int k = j + 1; k < x.size(); k++) {
        beginning = Math.min(beginning, line(k, least(k, d), j, greatest(j, d), mode));
      }
    }
    return beginning;
  }
}
