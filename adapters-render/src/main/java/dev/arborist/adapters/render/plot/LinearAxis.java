package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis on which equal distances are equal differences; ticks are 1, 2 or 5 times a power of ten.
 */
final class LinearAxis implements Axis {

  private static final int[] NICE = {1, 2, 5, 10};

  /** Below this share of the values, differences are lost in the digits of a double. */
  private static final double LEAST_SPAN = 1e-9;

  private final double low;
  private final double high;
  private final double from;
  private final double to;
  private final List<Tick> ticks;

  private LinearAxis(
      double low, double high, double from, double to, Dimension dimension, int ticksMax) {
    this.low = low;
    this.high = high;
    this.from = from;
    this.to = to;
    ticks = findTicks(dimension, ticksMax);
  }

  /**
   * An axis of the values from low to high; values that are all the same get room around them.
   *
   * @param from where the least value stands
   * @param to where the greatest value stands
   * @param ticksMax how many ticks there is room for, two or more
   */
  static LinearAxis of(
      double low, double high, double from, double to, Dimension dimension, int ticksMax) {
    double room = LEAST_SPAN * Math.max(Math.abs(low), Math.abs(high));
    if (high - low > room) {
      return new LinearAxis(low, high, from, to, dimension, ticksMax);
    }
    double around = low == 0 ? 1 : Math.abs(low) * 0.05;
    return new LinearAxis(low - around, high + around, from, to, dimension, ticksMax);
  }

  @Override
  public double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  @Override
  public List<Tick> ticks() {
    return ticks;
  }

  private List<Tick> findTicks(Dimension dimension, int ticksMax) {
    Unit unit = Quantity.ofKept(Math.max(Math.abs(low), Math.abs(high)), dimension).unit();
    double least = low / unit.factor();
    double greatest = high / unit.factor();
    BigDecimal step = step((greatest - least) / ticksMax);
    long first = (long) Math.ceil(least / step.doubleValue() - 1e-9);
    long last = (long) Math.floor(greatest / step.doubleValue() + 1e-9);
    List<Tick> found = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      BigDecimal value = step.multiply(BigDecimal.valueOf(i));
      found.add(new Tick(at(value.doubleValue() * unit.factor()), Labels.of(value, unit.symbol())));
    }
    return List.copyOf(found);
  }

  /** The least nice number that is no less than this one. */
  private static BigDecimal step(double least) {
    int exponent = (int) Math.floor(StrictMath.log10(least));
    for (int digit : NICE) {
      BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
      if (step.doubleValue() >= least * (1 - 1e-9)) {
        return step;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
  }
}
