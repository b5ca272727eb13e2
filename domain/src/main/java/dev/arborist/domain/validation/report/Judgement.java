package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One requirement and what became of it.
 *
 * @param requirement the requirement
 * @param outcome what the measurements say
 * @param actual the estimate, in the dimension's kept unit; null when nothing was measured
 * @param bound what the outcome rests on: the estimate's bound on the side of the limit; null when
 *     nothing was measured
 * @param detectable how far from the estimate the bound is, as a share of it: what a limit must be
 *     away from the estimate to be judged; null when the values are compared as observed
 * @param launches how many launches it rests on
 * @param reason how it was judged, in a phrase
 */
public record Judgement(
    Requirement requirement,
    Outcome outcome,
    @Nullable Double actual,
    @Nullable Double bound,
    @Nullable Double detectable,
    int launches,
    String reason) {

  /** A requirement of which nothing could be judged has failed. */
  static Judgement nothing(Requirement requirement, String reason) {
    return new Judgement(requirement, Outcome.FAIL, null, null, null, 0, reason);
  }

  /** Of two judgements of one requirement the one that weighs more; of equal ones the nearer. */
  static Judgement worse(Judgement one, Judgement other) {
    if (one.outcome != other.outcome) {
      return one.severity() >= other.severity() ? one : other;
    }
    return one.margin() <= other.margin() ? one : other;
  }

  private int severity() {
    return switch (outcome) {
      case PASS -> 0;
      case INCONCLUSIVE -> 1;
      case FAIL -> 2;
    };
  }

  /** Whether the limit was missed beyond doubt, and a slower machine may be why. */
  public boolean isMissedElsewhere() {
    return AimsElsewhere.isMissed(this);
  }

  /** The estimate as people read it. */
  public String actualText() {
    return text(actual);
  }

  /** The bound as people read it. */
  public String boundText() {
    return text(bound);
  }

  /**
   * How many times better than the limit the bound is: 10 where a limit of 100 ms is kept with 10
   * ms; 0 when nothing was measured, and infinite where less than nothing keeps a limit on what is
   * to be small.
   */
  public double margin() {
    if (bound == null) {
      return 0;
    }
    double limit = requirement.limit().kept();
    if (!requirement.largerIsBetter() && bound < 0) {
      return Double.POSITIVE_INFINITY;
    }
    return requirement.largerIsBetter() ? bound / limit : limit / bound;
  }

  /** A rate reads best in the unit of its limit; other dimensions have one that suits the value. */
  private String text(@Nullable Double value) {
    if (value == null) {
      return "nothing measured";
    }
    Unit unit = requirement.limit().unit();
    return unit.dimension() == Dimension.RATE
        ? new Quantity(value / unit.factor(), unit).toString()
        : Quantity.ofKept(value, unit.dimension()).toString();
  }
}
