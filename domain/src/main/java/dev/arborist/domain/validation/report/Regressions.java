package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.Comparison;
import dev.arborist.domain.validation.requirement.Dimension;
import java.util.ArrayList;
import java.util.List;

/**
 * A run compared with an earlier one, its baseline.
 *
 * @param baselineName what the baseline is called, such as {@code run 0007}
 * @param baseline where the baseline's measurements come from
 * @param comparison the benchmarks that both have
 * @param values what was compared, in the order of the comparison
 * @param uncomparable the benchmarks that both have and of which a value is zero or no number
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
    List<String> uncomparable,
    List<String> missing,
    List<String> added,
    List<String> notes,
    List<String> obstacles,
    List<FailRule> rules,
    List<RuleMet> met) {

  /** Keeps its own copies. */
  public Regressions {
    values = List.copyOf(values);
    uncomparable = List.copyOf(uncomparable);
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
    if (!obstacles.isEmpty()) {
      return Gate.INCONCLUSIVE;
    }
    if (!met.isEmpty()) {
      return Gate.FAILED;
    }
    return undecided().isEmpty() ? Gate.PASSED : Gate.INCONCLUSIVE;
  }

  /**
   * Why the rules are not decided, a phrase each: a benchmark that vanished may be the one that got
   * slower, and what is inconclusive is not shown to be as fast as it was.
   */
  public List<String> undecided() {
    List<String> reasons = new ArrayList<>();
    if (rules.isEmpty()) {
      return reasons;
    }
    if (!obstacles.isEmpty()) {
      reasons.add("the two are not comparable");
    }
    if (comparison.benchmarks().isEmpty()) {
      reasons.add("nothing was compared");
    }
    if (!uncomparable.isEmpty()) {
      reasons.add("a value is zero or no number");
    }
    if (!missing.isEmpty()) {
      reasons.add("a benchmark is missing");
    }
    boolean wantsCertainty = rules.stream().anyMatch(rule -> rule.condition() == null);
    if (wantsCertainty && comparison.count(Change.INCONCLUSIVE) > 0) {
      reasons.add("a benchmark is inconclusive");
    }
    return reasons;
  }
}
