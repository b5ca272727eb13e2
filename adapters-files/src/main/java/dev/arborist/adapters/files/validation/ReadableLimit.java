package dev.arborist.adapters.files.validation;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Values in the units in which people read them best, and limits as they would write them. */
final class ReadableLimit {

  private static final int DIGITS = 2;

  /** From this many on, operations are counted in a shorter time. */
  private static final double MANY = 10;

  private ReadableLimit() {}

  /** A measured value. */
  static String value(double kept, Dimension dimension) {
    Unit unit = unit(kept, dimension);
    return new Quantity(kept / unit.factor(), unit).toString();
  }

  /**
   * A limit of two significant digits that keeps at least this value.
   *
   * @param kept a positive value in its dimension's kept unit
   * @param larger whether values above the limit keep it
   */
  static String keeping(double kept, Dimension dimension, boolean larger) {
    RoundingMode outward = larger ? RoundingMode.FLOOR : RoundingMode.CEILING;
    MathContext digits = new MathContext(DIGITS, outward);
    // the unit of the rounded value: what is rounded up to 1000 ns is 1 us
    Unit unit = unit(new BigDecimal(kept).round(digits).doubleValue(), dimension);
    BigDecimal amount =
        new BigDecimal(kept).divide(new BigDecimal(unit.factor()), MathContext.DECIMAL64);
    BigDecimal rounded = amount.round(digits);
    while (!keeps(text(rounded, unit), kept, larger)) { // the last bit of a product may be off
      rounded = larger ? rounded.subtract(rounded.ulp()) : rounded.add(rounded.ulp());
    }
    return text(rounded, unit);
  }

  private static boolean keeps(String limit, double kept, boolean larger) {
    double read = Quantity.parse(limit).kept();
    return larger ? read <= kept : read >= kept;
  }

  private static String text(BigDecimal amount, Unit unit) {
    BigDecimal shortest = amount.stripTrailingZeros();
    return shortest.toPlainString() + " " + unit.symbol();
  }

  private static Unit unit(double kept, Dimension dimension) {
    return dimension == Dimension.RATE ? rate(kept) : Quantity.ofKept(kept, dimension).unit();
  }

  private static Unit rate(double perSecond) {
    if (perSecond >= MANY * Unit.PER_NANOSECOND.factor()) {
      return Unit.PER_NANOSECOND;
    }
    if (perSecond >= MANY * Unit.PER_MICROSECOND.factor()) {
      return Unit.PER_MICROSECOND;
    }
    if (perSecond >= MANY * Unit.PER_MILLISECOND.factor()) {
      return Unit.PER_MILLISECOND;
    }
    return perSecond >= 1 ? Unit.PER_SECOND : Unit.PER_MINUTE;
  }
}
