package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A horizontal axis of values and of a limit.
 *
 * <p>A limit that is so far away that the values would melt into one spot stands behind a break at
 * the end of the axis.
 */
final class LimitAxis implements Axis {

  /** How many times the span of the values may be spent on what lies between them and the limit. */
  private static final double EMPTY_MAX = 5;

  private static final double BREAK_SHARE = 0.16;
  private static final double PADDING = 0.06;

  private final LinearAxis values;
  private final double limitAt;
  private final double breakAt;

  private LimitAxis(LinearAxis values, double limitAt, double breakAt) {
    this.values = values;
    this.limitAt = limitAt;
    this.breakAt = breakAt;
  }

  /**
   * An axis.
   *
   * @param limit the limit; NaN when there is none
   * @param from where it begins
   * @param to where it ends, further to the right
   */
  static LimitAxis of(
      double low,
      double high,
      double limit,
      double from,
      double to,
      Dimension dimension,
      int ticksMax) {
    double span = Math.max(high - low, 0.01 * Math.max(Math.abs(low), Math.abs(high)));
    boolean near = limit >= low - EMPTY_MAX * span && limit <= high + EMPTY_MAX * span;
    double least = near ? Math.min(low, limit) : low;
    double greatest = near ? Math.max(high, limit) : high;
    double padding = PADDING * Math.max(greatest - least, span);
    boolean broken = !near && Double.isFinite(limit);
    double cut = broken ? BREAK_SHARE * (to - from) : 0;
    boolean above = limit > high;
    LinearAxis values =
        LinearAxis.of(
            // What is never negative gets no room below zero.
            least >= 0 ? Math.max(0, least - padding) : least - padding,
            greatest + padding,
            above ? from : from + cut,
            above ? to - cut : to,
            dimension,
            ticksMax);
    double breakAt = above ? to - 0.6 * cut : from + 0.6 * cut;
    double limitAt = above ? to - 0.15 * cut : from + 0.15 * cut;
    return new LimitAxis(
        values, broken ? limitAt : values.at(limit), broken ? breakAt : Double.NaN);
  }

  @Override
  public double at(double value) {
    return values.at(value);
  }

  @Override
  public List<Tick> ticks() {
    return values.ticks();
  }

  /** Where the limit stands; NaN when there is none. */
  double limitAt() {
    return limitAt;
  }

  /** Where the axis is broken, if it is. */
  OptionalDouble breakAt() {
    return Double.isNaN(breakAt) ? OptionalDouble.empty() : OptionalDouble.of(breakAt);
  }
}
