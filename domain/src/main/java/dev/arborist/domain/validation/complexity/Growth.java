package dev.arborist.domain.validation.complexity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The name of how cost grows, or the names that the measurements cannot tell apart.
 *
 * <p>Each class is the curve a + b·f(size) with a ≥ 0. A class is out when it is significantly
 * worse than the best curve, those of other powers included, or when it misses the sizes by far.
 * What remains alone is the name. A cost is constant when it is shown to grow by little only: any
 * other class with a large enough fixed cost looks the same, so not being out is no proof.
 *
 * @param named the class, or undetermined
 * @param alternatives when undetermined, the classes that remain, in the order of growth; none when
 *     nothing fits, or when some other power fits as well as the only one that remains
 * @param coarse the growth in a coarser word, which may be known where the class is not
 */
public record Growth(GrowthClass named, List<GrowthClass> alternatives, CoarseGrowth coarse) {

  /** Growth over the whole range by less than this factor is not told from none. */
  private static final double LITTLE_GROWTH = 1.25;

  /** Growth by less than this factor does not matter, however surely it is there. */
  private static final double NO_GROWTH = 1.05;

  private static final double SUB_LINEAR_BELOW = 0.9;

  /** How seldom the true class may be thrown out. */
  private static final double LEVEL = 0.01;

  /** A name is a claim about the power: it is made when the powers beside it are clearly out. */
  private static final double UNNAMED_LEVEL = 0.0005;

  /** Powers without a name; where one fits as well, the named neighbours are not proven. */
  private static final double[] UNNAMED_POWERS = {0.5, 1.5, 3};

  /** Keeps its own copy of the alternatives. */
  public Growth {
    alternatives = List.copyOf(alternatives);
  }

  /** Names the growth of costs to which this curve was fitted. */
  public static Growth of(CostsBySize costs, PowerFit power) {
    Map<GrowthClass, ShapeFit> fits = new EnumMap<>(GrowthClass.class);
    for (GrowthClass candidate : GrowthClass.values()) {
      if (candidate != GrowthClass.UNDETERMINED) {
        fits.put(candidate, ShapeFit.of(costs, shape(costs, candidate)));
      }
    }
    double least = squares(costs, power);
    for (ShapeFit fit : fits.values()) {
      least = Math.min(least, fit.squares());
    }
    Rejection rejection = Rejection.of(costs, least);
    List<GrowthClass> left = new ArrayList<>();
    fits.forEach(
        (candidate, fit) -> {
          int constraints = candidate == GrowthClass.CONSTANT ? 2 : 1;
          if (!rejection.rejects(fit.squares(), constraints, LEVEL)) {
            left.add(candidate);
          }
        });
    return named(costs, power, fits, left, rejection);
  }

  private static Growth named(
      CostsBySize costs,
      PowerFit power,
      Map<GrowthClass, ShapeFit> fits,
      List<GrowthClass> left,
      Rejection rejection) {
    double growth = 1;
    for (ShapeFit fit : fits.values()) {
      if (!rejection.rejects(fit.squares(), 1, LEVEL)) {
        double ratio = fit.leastRatio(rejection.limit(fit.squares(), LEVEL));
        growth = Math.max(growth, (ratio + 1) / (ratio + fit.leastShape()));
      }
    }
    if (!left.isEmpty()
        && growth < (left.contains(GrowthClass.CONSTANT) ? LITTLE_GROWTH : NO_GROWTH)) {
      return new Growth(GrowthClass.CONSTANT, List.of(), CoarseGrowth.CONSTANT);
    }
    boolean grows = !left.isEmpty() && !left.contains(GrowthClass.CONSTANT);
    boolean powerKnown = grows && isUnnamedOut(costs, rejection);
    if (powerKnown && left.size() == 1) {
      return new Growth(left.get(0), List.of(), left.get(0).coarse());
    }
    List<CoarseGrowth> words = left.stream().map(GrowthClass::coarse).distinct().toList();
    CoarseGrowth coarse = CoarseGrowth.UNDETERMINED;
    if (powerKnown && words.size() == 1) {
      coarse = words.get(0);
    } else if (!left.contains(GrowthClass.CONSTANT) && power.upper() < SUB_LINEAR_BELOW) {
      coarse = CoarseGrowth.SUB_LINEAR;
    }
    return new Growth(GrowthClass.UNDETERMINED, left, coarse);
  }

  private static boolean isUnnamedOut(CostsBySize costs, Rejection rejection) {
    for (double k : UNNAMED_POWERS) {
      if (!rejection.rejects(
          ShapeFit.of(costs, PowerFit.shape(costs, k)).squares(), 1, UNNAMED_LEVEL)) {
        return false;
      }
    }
    return true;
  }

  private static double[] shape(CostsBySize costs, GrowthClass growth) {
    double[] shape = new double[costs.groups()];
    double largest = value(growth, costs.largest());
    for (int i = 0; i < shape.length; i++) {
      shape[i] = value(growth, costs.size(i)) / largest;
    }
    return shape;
  }

  /** At size 1 a logarithm is 0: the cost there is the fixed cost alone. */
  private static double value(GrowthClass growth, double size) {
    return switch (growth) {
      case CONSTANT, UNDETERMINED -> 1;
      case LOGARITHMIC -> StrictMath.log(size);
      case LINEAR -> size;
      case LINEARITHMIC -> size * StrictMath.log(size);
      case QUADRATIC -> size * size;
    };
  }

  private static double squares(CostsBySize costs, PowerFit power) {
    double[] predictions = new double[costs.groups()];
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = power.at(costs.size(i));
    }
    return costs.squaresAbout(predictions);
  }

  /**
   * The growth as people read it, such as {@code undetermined (linear or linearithmic)} or {@code
   * undetermined (perhaps linear)}.
   */
  public String label() {
    if (alternatives.isEmpty()) {
      return named.label();
    }
    String names =
        alternatives.stream().map(GrowthClass::label).collect(Collectors.joining(" or "));
    return named.label() + (alternatives.size() == 1 ? " (perhaps " : " (") + names + ")";
  }
}
