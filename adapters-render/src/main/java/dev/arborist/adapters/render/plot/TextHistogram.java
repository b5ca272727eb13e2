package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** How often values of which size occurred, as lines of text. */
public final class TextHistogram {

  private static final String EIGHTHS = "▏▎▍▌▋▊▉";
  private static final int EIGHTHS_IN_ONE = 8;

  private TextHistogram() {}

  /**
   * One line an interval: its ends, a bar, and how many values it holds.
   *
   * @param values the values; what is no finite number is left out
   * @param dimension what they are
   * @param barColumns how many columns the longest bar takes, 1 or more
   * @throws IllegalArgumentException when no value is a finite number
   */
  public static List<String> of(List<Double> values, Dimension dimension, int barColumns) {
    Bins bins = Bins.of(values);
    List<String> edges = edges(bins, dimension);
    int wide = edges.stream().mapToInt(String::length).max().orElseThrow();
    int most = bins.mostInOne();
    int digits = String.valueOf(most).length();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < bins.counts().size(); i++) {
      int count = bins.counts().get(i);
      String number = String.valueOf(count);
      String from = right(edges.get(i), wide);
      String to = right(edges.get(i + 1), wide);
      String line = from + " to " + to + "  " + right(number, digits) + "  ";
      lines.add((line + bar(count, most, barColumns)).stripTrailing());
    }
    return lines;
  }

  /** All in one unit, with as many decimals as tell two neighbours apart. */
  private static List<String> edges(Bins bins, Dimension dimension) {
    double greatest = Math.max(Math.abs(bins.low()), Math.abs(bins.high()));
    Unit unit = Quantity.ofKept(greatest, dimension).unit();
    double width = (bins.high() - bins.low()) / bins.counts().size() / unit.factor();
    int decimals = Math.max(0, 1 - (int) Math.floor(StrictMath.log10(width)));
    List<String> edges = new ArrayList<>();
    for (int i = 0; i <= bins.counts().size(); i++) {
      BigDecimal edge =
          BigDecimal.valueOf(bins.edge(i) / unit.factor())
              .setScale(decimals, RoundingMode.HALF_EVEN);
      edges.add((edge.toPlainString() + " " + unit.symbol()).strip());
    }
    return edges;
  }

  private static String right(String text, int columns) {
    return " ".repeat(columns - text.length()) + text;
  }

  /** A value that occurred at all gets an eighth of a column at least. */
  private static String bar(int count, int most, int columns) {
    long eighths = Math.round((double) count / most * columns * EIGHTHS_IN_ONE);
    long shown = count > 0 ? Math.max(1, eighths) : 0;
    int rest = (int) (shown % EIGHTHS_IN_ONE);
    String whole = "█".repeat((int) (shown / EIGHTHS_IN_ONE));
    return rest == 0 ? whole : whole + EIGHTHS.charAt(rest - 1);
  }
}
