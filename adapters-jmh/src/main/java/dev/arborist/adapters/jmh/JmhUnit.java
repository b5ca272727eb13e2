package dev.arborist.adapters.jmh;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The units in which JMH writes scores: times as {@code ms/op}, rates as {@code ops/ms}.
 *
 * @param dimension what the score is
 * @param factor how many of the dimension's kept unit one of these is
 */
public record JmhUnit(Dimension dimension, double factor) {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final String PER_OPERATION = "/op";
  private static final String OPERATIONS_PER = "ops/";

  /** JMH's names of the time units. */
  private enum Time {
    NS("ns", 1),
    US("us", 1e3),
    MS("ms", 1e6),
    S("s", NANOS_PER_SECOND),
    MIN("min", 60 * NANOS_PER_SECOND),
    HR("hr", 3_600 * NANOS_PER_SECOND),
    DAY("day", 86_400 * NANOS_PER_SECOND);

    private final String symbol;
    private final double nanos;

    Time(String symbol, double nanos) {
      this.symbol = symbol;
      this.nanos = nanos;
    }
  }

  /**
   * Reads a score's unit.
   *
   * @throws InvalidSamplesException when it is neither a time nor a rate
   */
  static JmhUnit parse(String written) {
    return find(written)
        .orElseThrow(
            () ->
                new InvalidSamplesException(
                    "the unit '"
                        + written
                        + "' is not known: scores are times as ms/op or rates as ops/ms, in "
                        + Arrays.stream(Time.values())
                            .map(time -> time.symbol)
                            .collect(Collectors.joining(", "))));
  }

  /** Reads the unit of anything; nothing when it is neither a time nor a rate. */
  public static Optional<JmhUnit> find(String written) {
    String text = written.replace('µ', 'u').replace('μ', 'u');
    if (text.endsWith(PER_OPERATION)) {
      String symbol = text.substring(0, text.length() - PER_OPERATION.length());
      return nanos(symbol).map(nanos -> new JmhUnit(Dimension.TIME, nanos));
    }
    if (text.startsWith(OPERATIONS_PER)) {
      String symbol = text.substring(OPERATIONS_PER.length());
      return nanos(symbol).map(nanos -> new JmhUnit(Dimension.RATE, NANOS_PER_SECOND / nanos));
    }
    return Optional.empty();
  }

  private static Optional<Double> nanos(String symbol) {
    return Arrays.stream(Time.values())
        .filter(time -> time.symbol.equals(symbol))
        .map(time -> time.nanos)
        .findFirst();
  }
}
