package dev.arborist.adapters.render.plot;

import java.util.Arrays;
import java.util.List;

/** Values as a line of blocks, one a value, the least the lowest and the greatest the highest. */
public final class Sparkline {

  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final char MIDDLE = '▄';
  private static final char MISSING = ' ';

  private Sparkline() {}

  /**
   * The line; values that are all the same stand in the middle.
   *
   * @param values the values; what is no finite number, such as NaN, leaves a gap
   */
  public static String of(List<Double> values) {
    double[] there = values.stream().filter(Double::isFinite).mapToDouble(one -> one).toArray();
    double low = Arrays.stream(there).min().orElse(0);
    double high = Arrays.stream(there).max().orElse(0);
    StringBuilder line = new StringBuilder(values.size());
    for (double value : values) {
      line.append(Double.isFinite(value) ? block(value, low, high) : MISSING);
    }
    return line.toString();
  }

  private static char block(double value, double low, double high) {
    if (!(high > low)) {
      return MIDDLE;
    }
    // Halves, because the span of two finite numbers may be none.
    double share = (value / 2 - low / 2) / (high / 2 - low / 2);
    return BLOCKS.charAt((int) Math.round(share * (BLOCKS.length() - 1)));
  }
}
