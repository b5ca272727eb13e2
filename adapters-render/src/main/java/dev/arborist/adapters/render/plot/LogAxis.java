package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.requirement.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An axis on which equal distances are equal factors; ticks are decades, or 1, 2 and 5 in each. */
final class LogAxis implements Axis {

  private static final int[] DECADES = {1};
  private static final int[] NICE = {1, 2, 5};
  private static final int[] ALL = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  private final double low;
  private final double high;
  private final double from;
  private final double to;
  private final List<Tick> ticks;

  private LogAxis(
      double low, double high, double from, double to, Dimension dimension, int ticksMax) {
    this.low = low;
    this.high = high;
    this.from = from;
    this.to = to;
    ticks = findTicks(dimension, ticksMax);
  }

  /**
   * An axis of the values from low to high, which are positive.
   *
   * @param from where the least value stands
   * @param to where the greatest value stands
   * @param ticksMax how many ticks there is room for, two or more
   */
  static LogAxis of(
      double low, double high, double from, double to, Dimension dimension, int ticksMax) {
    boolean wide = high > low * 1.05;
    return new LogAxis(
        wide ? low : low / 1.5, wide ? high : high * 1.5, from, to, dimension, ticksMax);
  }

  @Override
  public double at(double value) {
    return from + StrictMath.log(value / low) / StrictMath.log(high / low) * (to - from);
  }

  @Override
  public List<Tick> ticks() {
    return ticks;
  }

  private List<Tick> findTicks(Dimension dimension, int ticksMax) {
    for (int[] digits : new int[][] {ALL, NICE, DECADES}) {
      List<Tick> found = ticks(digits, dimension);
      if (found.size() <= ticksMax) {
        return found;
      }
    }
    List<Tick> decades = ticks(DECADES, dimension);
    int every = (decades.size() + ticksMax - 1) / ticksMax;
    List<Tick> some = new ArrayList<>();
    for (int i = 0; i < decades.size(); i += every) {
      some.add(decades.get(i));
    }
    return List.copyOf(some);
  }

  private List<Tick> ticks(int[] digits, Dimension dimension) {
    List<Tick> found = new ArrayList<>();
    int last = (int) Math.ceil(StrictMath.log10(high));
    for (int exponent = (int) Math.floor(StrictMath.log10(low)); exponent <= last; exponent++) {
      for (int digit : digits) {
        double value = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent).doubleValue();
        if (value >= low && value <= high) {
          found.add(new Tick(at(value), Labels.of(value, dimension)));
        }
      }
    }
    return List.copyOf(found);
  }
}
