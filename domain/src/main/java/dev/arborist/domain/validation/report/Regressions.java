package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.Comparison;
import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;

/**
 * A run compared with an earlier one, its baseline.
 *
 * @param baselineName what the baseline is called, such as {@code run 0007}
 * @param baseline where the baseline's measurements come from
 * @param comparison the benchmarks that both have
 * @param values what was compared, in the order of the comparison
 * @param missing the benchmarks that only the baseline has
 * @param added the benchmarks that only this run has
 * @param notes what differs between the two and does not keep them from being compared
 * @param obstacles why the two times cannot be held against each other: the comparison is shown and
 *     gates nothing
 * @param rules what fails the build; none when the comparison is only shown
 * @param met what met one of the rules
 */
public record Regressions(
    String baselineName,
    Origin baseline,
    Comparison comparison,
    List<Values> values,
    List<String> missing,
    List<String> added,
    List<String> notes,
    List<String> obstacles,
    List<FailRule> rules,
    List<RuleMet> met) {

  /** Keeps its own copies. */
  public Regressions {
    values = List.copyOf(values);
    missing = List.copyOf(missing);
    added = List.copyOf(added);
    notes = List.copyOf(notes);
    obstacles = List.copyOf(obstacles);
    rules = List.copyOf(rules);
    met = List.copyOf(met);
  }

  /**
   * The two values of a benchmark, each the mean of its launches' means.
   *
   * @param dimension what they are
   * @param before the baseline's, in the dimension's kept unit
   * @param after this run's
   */
  public record Values(Dimension dimension, double before, double after) {}

  /**
   * A rule that a benchmark met.
   *
   * @param rule the rule
   * @param benchmark the benchmark, as comparisons name it
   * @param percentWorse by how much it got worse by the rule's statistic
   */
  public record RuleMet(FailRule rule, String benchmark, double percentWorse) {}

  /** Whether a benchmark got slower beyond doubt. */
  public boolean detected() {
    return comparison.count(Change.REGRESSED) > 0;
  }

  /** What a build makes of it: nothing unless there are rules. */
  public Gate gate() {
    if (rules.isEmpty()) {
      return Gate.PASSED;
    }
    if (!obstacles.isEmpty() || comparison.benchmarks().isEmpty()) {
      return Gate.INCONCLUSIVE;
    }
    return met.isEmpty() ? Gate.PASSED : Gate.FAILED;
  }
}
