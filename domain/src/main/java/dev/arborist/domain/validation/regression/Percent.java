package dev.arborist.domain.validation.regression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Shares as people read them. */
final class Percent {

  private static final MathContext DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  private Percent() {}

  /** A share to two digits, never fewer than its whole part has: {@code 0.035} is "3.5 %". */
  static String of(double share) {
    if (!Double.isFinite(share)) {
      return share + " %";
    }
    BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
    BigDecimal shown =
        share >= 1 ? percent.setScale(0, RoundingMode.HALF_UP) : percent.round(DIGITS);
    return shown.stripTrailingZeros().toPlainString() + " %";
  }

  /** By how much a value is more when its logarithm is more by this: "10 %". */
  static String ofLog(double log) {
    return of(StrictMath.expm1(log));
  }
}
