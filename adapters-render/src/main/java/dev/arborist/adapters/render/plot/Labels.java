package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Quantity;
import java.math.BigDecimal;

/** Numbers as plots write them. */
public final class Labels {

  private static final int GROUP = 3;
  private static final int GROUPED_FROM = 5;

  private Labels() {}

  /** A value to three digits with the unit in which it reads best. */
  static String of(double value, Dimension dimension) {
    return grouped(Quantity.ofKept(value, dimension).toString());
  }

  /** An exact number with a unit's symbol, which may be empty. */
  static String of(BigDecimal number, String symbol) {
    String digits = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    return grouped(symbol.isEmpty() ? digits : digits + " " + symbol);
  }

  /** The text with commas in a whole part of five digits or more at its beginning. */
  public static String grouped(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (end - start < GROUPED_FROM) {
      return text;
    }
    StringBuilder grouped = new StringBuilder(text);
    for (int i = end - GROUP; i > start; i -= GROUP) {
      grouped.insert(i, ',');
    }
    return grouped.toString();
  }
}
