package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.FailCondition;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.regression.PairedVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a suite that were judged side by side.
 *
 * @param results the benchmarks that both have, in order
 * @param control how the baseline did against itself; null when no benchmark was suspect, so that
 *     there was no alarm that could be false
 * @param onlyBaseline the benchmarks that vanished
 * @param onlyCandidate the benchmarks that are new
 * @param settings what they were judged by
 * @param rules what fails the build; of plain rules those on the median
 * @param seed what every order was drawn with
 * @param environment what ran against what, and how
 */
public record Duet(
    List<DuetResult> results,
    @Nullable Control control,
    List<PairedBenchmark> onlyBaseline,
    List<PairedBenchmark> onlyCandidate,
    PairedSettings settings,
    List<FailRule> rules,
    long seed,
    List<Fact> environment) {

  /** Keeps its own copies. */
  public Duet {
    results = List.copyOf(results);
    onlyBaseline = List.copyOf(onlyBaseline);
    onlyCandidate = List.copyOf(onlyCandidate);
    rules = List.copyOf(rules);
    environment = List.copyOf(environment);
  }

  /**
   * The baseline against itself.
   *
   * @param benchmark which benchmark: the suspect whose screening pairs scattered most
   * @param verdict what the rule says of it; a change is an alarm
   */
  public record Control(PairedBenchmark benchmark, PairedVerdict verdict) {}

  /** How many benchmarks have this verdict. */
  public int count(Change change) {
    return (int) results.stream().filter(result -> result.change() == change).count();
  }

  /**
   * What a build makes of it: what meets a rule fails it. A pair that failed, a budget that ended
   * before a benchmark was screened, a benchmark that vanished and may be the one that got slower,
   * and what is inconclusive where certainty is asked for, leave it undecided.
   */
  public Gate gate() {
    if (rules.isEmpty()) {
      return Gate.PASSED;
    }
    boolean isUndecided = results.isEmpty() || !onlyBaseline.isEmpty();
    return results.stream()
        .map(this::gate)
        .reduce(isUndecided ? Gate.INCONCLUSIVE : Gate.PASSED, Gate::and);
  }

  /** What a build makes of one of the results. */
  public Gate gate(DuetResult result) {
    if (!met(result).isEmpty()) {
      return Gate.FAILED;
    }
    boolean wantsCertainty = rules.stream().anyMatch(rule -> rule.condition() == null);
    boolean isUndecided =
        alarmed()
            || !result.failure().isEmpty()
            || !isMeasured(result)
            || (wantsCertainty && result.change() == Change.INCONCLUSIVE);
    return isUndecided && !rules.isEmpty() ? Gate.INCONCLUSIVE : Gate.PASSED;
  }

  /** The rules that one of the results meets. */
  public List<FailRule> met(DuetResult result) {
    return rules.stream().filter(rule -> isMet(rule, result)).toList();
  }

  /**
   * Whether the baseline seems to have changed against itself, so that no time is to be trusted.
   */
  public boolean alarmed() {
    return control != null && control.verdict().change().isChange();
  }

  /** Whether enough pairs were launched to say anything of its median. */
  private boolean isMeasured(DuetResult result) {
    int enough =
        result.judging().isEmpty()
            ? settings.screeningPairs()
            : Math.min(settings.screeningPairs(), settings.judgingPairsMin());
    return result.time().pairs() >= enough;
  }

  private boolean isMet(FailRule rule, DuetResult result) {
    FailCondition condition = rule.condition();
    return condition == null
        ? result.change() == Change.REGRESSED
        : !alarmed()
            && isMeasured(result)
            && condition.isMet(List.of(1.0), List.of(result.time().effect()), false);
  }
}
