package dev.arborist.domain.validation.requirement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with a unit.
 *
 * @param amount how many of the unit
 * @param unit the unit
 */
public record Quantity(double amount, Unit unit) {

  private static final Pattern WRITTEN = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(\\S*)");
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  /**
   * Reads what a person wrote, such as {@code 100 ms}.
   *
   * @throws InvalidRequirementException when it is no number with a known unit
   */
  public static Quantity parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      throw new InvalidRequirementException(
          "'" + text + "' is not a limit: write a number and a unit, such as \"100 ms\"");
    }
    Unit unit =
        Unit.ofSymbol(matcher.group(2))
            .orElseThrow(
                () ->
                    new InvalidRequirementException(
                        "'"
                            + matcher.group(2)
                            + "' is not a unit: use one of "
                            + Unit.symbols()
                            + " or none"));
    Quantity quantity = new Quantity(Double.parseDouble(matcher.group(1)), unit);
    if (!Double.isFinite(quantity.kept())) {
      throw new InvalidRequirementException("a limit as large as that limits nothing: write less");
    }
    return quantity;
  }

  /** The amount in the unit that its dimension is kept in: ns, B, ops/s, % or a plain number. */
  public double kept() {
    return amount * unit.factor();
  }

  /** The quantity that is kept as this value, in the unit in which it reads best. */
  public static Quantity ofKept(double kept, Dimension dimension) {
    Unit unit =
        switch (dimension) {
          case TIME ->
              largestBelow(
                  kept, Unit.SECONDS, Unit.MILLISECONDS, Unit.MICROSECONDS, Unit.NANOSECONDS);
          case SIZE ->
              largestBelow(kept, Unit.GIGABYTES, Unit.MEGABYTES, Unit.KILOBYTES, Unit.BYTES);
          case RATE -> Unit.PER_SECOND;
          case SHARE -> Unit.PERCENT;
          case NUMBER -> Unit.NONE;
        };
    return new Quantity(kept / unit.factor(), unit);
  }

  private static Unit largestBelow(double kept, Unit... largestFirst) {
    for (Unit unit : largestFirst) {
      if (Math.abs(kept) >= unit.factor()) {
        return unit;
      }
    }
    return largestFirst[largestFirst.length - 1];
  }

  /** The quantity to three significant digits, never fewer than its whole part has. */
  @Override
  public String toString() {
    if (Double.isNaN(amount) || Double.isInfinite(amount)) {
      return (amount + " " + unit.symbol()).strip();
    }
    BigDecimal value = BigDecimal.valueOf(amount);
    BigDecimal shown =
        Math.abs(amount) >= 1_000 ? value.setScale(0, RoundingMode.HALF_EVEN) : value.round(DIGITS);
    String number = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    return unit == Unit.NONE ? number : number + " " + unit.symbol();
  }
}
