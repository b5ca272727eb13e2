package dev.arborist.domain.validation.duet;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Gate;
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
 * @param seed what every order was drawn with
 * @param environment what ran against what, and how
 */
public record Duet(
    List<DuetResult> results,
    @Nullable Control control,
    List<PairedBenchmark> onlyBaseline,
    List<PairedBenchmark> onlyCandidate,
    PairedSettings settings,
    long seed,
    List<Fact> environment) {

  /** Keeps its own copies. */
  public Duet {
    results = List.copyOf(results);
    onlyBaseline = List.copyOf(onlyBaseline);
    onlyCandidate = List.copyOf(onlyCandidate);
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
   * What a build makes of it: what regressed fails; what is inconclusive, and a benchmark that
   * vanished and may be the one that got slower, leave it undecided.
   */
  public Gate gate() {
    if (count(Change.REGRESSED) > 0) {
      return Gate.FAILED;
    }
    boolean isUndecided =
        results.isEmpty() || count(Change.INCONCLUSIVE) > 0 || !onlyBaseline.isEmpty();
    return isUndecided ? Gate.INCONCLUSIVE : Gate.PASSED;
  }
}
