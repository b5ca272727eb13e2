package dev.arborist.domain.validation.requirement;

import dev.arborist.domain.validation.complexity.PowerFit;
import dev.arborist.domain.validation.requirement.Metric.Kind;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One written promise: a benchmark's metric keeps a limit.
 *
 * @param id what people call it, such as {@code NFR001}
 * @param title what it promises, in a sentence
 * @param benchmark the benchmark's name, whole or its last segments
 * @param params the parameters that the benchmark must have been run with; others may be anything
 * @param metric what is limited
 * @param limit the limit, itself allowed; with a yardstick, how many times the yardstick's value
 * @param yardstick what the metric is compared with; null when the limit stands for itself
 * @param whenInconclusive what becomes of it when the measurements do not tell
 */
public record Requirement(
    String id,
    String title,
    String benchmark,
    SortedMap<String, String> params,
    Metric metric,
    Quantity limit,
    @Nullable Yardstick yardstick,
    WhenInconclusive whenInconclusive) {

  /**
   * Checks that nothing is empty and that the limit's unit fits the metric.
   *
   * @throws InvalidRequirementException saying what is allowed
   */
  public Requirement {
    if (id.isBlank() || title.isBlank() || benchmark.isBlank()) {
      throw new InvalidRequirementException(
          "a requirement needs an id, a title and a benchmark that are not empty");
    }
    if (yardstick == null) {
      requireFitting(metric, limit);
    } else {
      requireRelative(metric, limit);
    }
    if (metric.kind() == Kind.EXPONENT) {
      requireBelowSearch(limit);
    }
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  private static void requireFitting(Metric metric, Quantity limit) {
    if (!metric.accepts(limit.unit().dimension())) {
      throw new InvalidRequirementException(
          "the limit '"
              + limit
              + "' does not fit the metric '"
              + metric
              + "': write "
              + fittingLimit(metric));
    }
  }

  /** A curve is searched for up to an exponent; what is greater cannot be told from it. */
  private static void requireBelowSearch(Quantity limit) {
    if (limit.kept() >= PowerFit.EXPONENT_MAX) {
      throw new InvalidRequirementException(
          "the limit '"
              + limit
              + "' of an exponent is too large to be judged: write one below "
              + PowerFit.EXPONENT_MAX);
    }
  }

  private static void requireRelative(Metric metric, Quantity limit) {
    if (!metric.isRatioScaled()) {
      throw new InvalidRequirementException(
          "the metric '"
              + metric
              + "' is not compared with another benchmark: leave out relativeTo");
    }
    Dimension dimension = limit.unit().dimension();
    if (dimension != Dimension.NUMBER && dimension != Dimension.SHARE) {
      throw new InvalidRequirementException(
          "the limit '"
              + limit
              + "' is relative to another benchmark: write how many times its value, such as \"1.5\""
              + " or \"150 %\"");
    }
  }

  private static String fittingLimit(Metric metric) {
    for (Dimension dimension : Dimension.values()) {
      if (metric.accepts(dimension)) {
        return dimension.example();
      }
    }
    throw new IllegalStateException("no limit fits the metric " + metric);
  }

  /** The same requirement under another policy. */
  public Requirement underPolicy(WhenInconclusive policy) {
    return new Requirement(id, title, benchmark, params, metric, limit, yardstick, policy);
  }

  /** Whether this is about a benchmark of that whole name, run with those parameters. */
  public boolean isAbout(String wholeName, Map<String, String> actualParams) {
    return isAboutName(wholeName) && actualParams.entrySet().containsAll(params.entrySet());
  }

  /** Whether this is about a benchmark of that whole name. */
  public boolean isAboutName(String wholeName) {
    return names(benchmark, wholeName);
  }

  /** Whether a value, in the dimension's kept unit, keeps the limit; the limit itself does. */
  public boolean keeps(double value) {
    return largerIsBetter() ? value >= limit.kept() : value <= limit.kept();
  }

  /** Whether a larger value is a better one: rates and pass rates; never when it is relative. */
  public boolean largerIsBetter() {
    return limit.unit().dimension() == Dimension.RATE || metric.kind() == Kind.PASS_RATE;
  }

  /** Whether a name, whole or its last segments, is that of a benchmark. */
  static boolean names(String name, String wholeName) {
    return wholeName.equals(name) || wholeName.endsWith("." + name);
  }
}
