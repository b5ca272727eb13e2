package dev.arborist.domain.validation.regression;

import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * A plain rule that somebody wants a comparison to fail by, such as {@code median:5%}.
 *
 * <p>It holds one statistic of the launches against that of the baseline's and asks for no
 * certainty: chance alone meets it now and then, and the fewer launches, the more often. Worse is a
 * longer time or a lower rate; a rate is worse by 5 % when an operation takes 5 % longer.
 *
 * @param statistic what of the launches is compared
 * @param percent by how much it may get worse
 */
public record FailCondition(Statistic statistic, BigDecimal percent) {

  /** What is compared of the launches. */
  public enum Statistic {
    /** The arithmetic mean. */
    MEAN,
    /** The middle. */
    MEDIAN,
    /** The least value. */
    MIN,
    /** The greatest value. */
    MAX,
    /**
     * The value that 95 of 100 do not exceed, interpolated between launches (Hyndman and Fan's 7).
     */
    P95,
    /** The value that 99 of 100 do not exceed, interpolated likewise. */
    P99;

    private static final Quantile QUANTILE = Quantile.withDefaults().with(EstimationMethod.HF7);

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    double of(List<Double> launches) {
      double[] values = Launches.array(launches);
      return switch (this) {
        case MEAN -> Mean.of(values).getAsDouble();
        case MEDIAN -> QUANTILE.evaluate(values, 0.5);
        case MIN -> QUANTILE.evaluate(values, 0);
        case MAX -> QUANTILE.evaluate(values, 1);
        case P95 -> QUANTILE.evaluate(values, 0.95);
        case P99 -> QUANTILE.evaluate(values, 0.99);
      };
    }
  }

  private static final Pattern WRITTEN =
      Pattern.compile("([a-z0-9]+):([0-9]{1,6}(?:\\.[0-9]{1,6})?) ?%");

  /**
   * Reads what a person wrote.
   *
   * @throws InvalidRequirementException when it is no such rule; the message says what is
   */
  public static FailCondition parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (matcher.matches()) {
      for (Statistic statistic : Statistic.values()) {
        if (statistic.word().equals(matcher.group(1))) {
          return new FailCondition(statistic, new BigDecimal(matcher.group(2)));
        }
      }
    }
    throw new InvalidRequirementException(
        "'"
            + text
            + "' is not a condition: write one of "
            + Arrays.stream(Statistic.values())
                .map(Statistic::word)
                .collect(Collectors.joining(", "))
            + ", a colon and a percentage, such as median:5%");
  }

  /**
   * Whether the statistic got worse by more than the percentage.
   *
   * @param baseline one positive value a launch
   * @param candidate one positive value a launch
   * @param largerIsBetter whether the values are rates
   * @throws IllegalArgumentException when a side has no launches, or a value that is not positive
   */
  public boolean isMet(List<Double> baseline, List<Double> candidate, boolean largerIsBetter) {
    return timesWorse(baseline, candidate, largerIsBetter)
        > 1 + percent.movePointLeft(2).doubleValue();
  }

  /**
   * How many times longer the statistic got, or lower if it is a rate; the parameters are those of
   * {@link #isMet}.
   *
   * @throws IllegalArgumentException when a side has no launches, or a value that is not positive
   */
  public double timesWorse(List<Double> baseline, List<Double> candidate, boolean largerIsBetter) {
    double before = statistic.of(Launches.positive("the baseline", baseline));
    double after = statistic.of(Launches.positive("the candidate", candidate));
    return largerIsBetter ? before / after : after / before;
  }

  /** The rule as it is written. */
  @Override
  public String toString() {
    return statistic.word() + ":" + percent.toPlainString() + "%";
  }
}
