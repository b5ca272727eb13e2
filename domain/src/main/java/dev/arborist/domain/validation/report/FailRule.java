package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.regression.FailCondition;
import org.jspecify.annotations.Nullable;

/**
 * What of a comparison fails the build.
 *
 * @param condition a plain rule on one statistic; null for what the comparison calls regressed
 */
public record FailRule(@Nullable FailCondition condition) {

  private static final String REGRESSED = "regressed";

  /**
   * Reads a rule: {@code regressed}, or a condition such as {@code median:5%}.
   *
   * @throws dev.arborist.domain.validation.requirement.InvalidRequirementException when it is
   *     neither; the message says what is allowed
   */
  public static FailRule parse(String text) {
    return new FailRule(text.equals(REGRESSED) ? null : FailCondition.parse(text));
  }

  /** The rule as it is written. */
  @Override
  public String toString() {
    return condition == null ? REGRESSED : condition.toString();
  }
}
