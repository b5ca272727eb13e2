package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one examination found, from which every report is made.
 *
 * @param origin where the measurements come from
 * @param judgements one a requirement, in the order in which they are written
 * @param series everything measured, by benchmark and parameters
 * @param scalings the growth of every benchmark that ran at three sizes or more
 * @param leaks whether what was repeated in batches keeps memory
 * @param profiles where the slowest benchmarks spend their time
 * @param laboratory what a laboratory found of the same source; null where there is none to ask
 * @param regressions how it compares with its baseline; null when there is none
 * @param environment the machine, the JVM and the settings
 * @param warnings what may have disturbed the measurements
 */
public record Verdict(
    Origin origin,
    List<Judgement> judgements,
    List<Series> series,
    List<Scaling> scalings,
    List<LeakReport> leaks,
    List<Profile> profiles,
    @Nullable Laboratory laboratory,
    @Nullable Regressions regressions,
    List<Fact> environment,
    List<String> warnings) {

  /** Keeps its own copy of everything. */
  public Verdict {
    judgements = List.copyOf(judgements);
    series = List.copyOf(series);
    scalings = List.copyOf(scalings);
    leaks = List.copyOf(leaks);
    profiles = List.copyOf(profiles);
    environment = List.copyOf(environment);
    warnings = List.copyOf(warnings);
  }

  /** Whether there were measurements and requirements, and every requirement passed. */
  public boolean passed() {
    return !series.isEmpty() && !judgements.isEmpty() && notPassed().isEmpty();
  }

  /** The requirements that did not pass. */
  public List<Judgement> notPassed() {
    return judgements.stream().filter(judgement -> judgement.outcome() != Outcome.PASS).toList();
  }

  /** How many requirements ended so. */
  public int count(Outcome outcome) {
    return (int) judgements.stream().filter(one -> one.outcome() == outcome).count();
  }

  /** The same verdict under another label. */
  public Verdict labelled(String label) {
    return new Verdict(
        origin.labelled(label),
        judgements,
        series,
        scalings,
        leaks,
        profiles,
        laboratory,
        regressions,
        environment,
        warnings);
  }

  /** The same verdict with a comparison. */
  public Verdict comparedWith(Regressions comparison) {
    return new Verdict(
        origin,
        judgements,
        series,
        scalings,
        leaks,
        profiles,
        laboratory,
        comparison,
        environment,
        warnings);
  }

  /** The same verdict beside what a laboratory found. */
  public Verdict besides(Laboratory found) {
    return new Verdict(
        origin,
        judgements,
        series,
        scalings,
        leaks,
        profiles,
        found,
        regressions,
        environment,
        warnings);
  }

  /** What a build makes of it. A run in which nothing was measured or required has not passed. */
  public Gate gate() {
    boolean compares = regressions != null && !regressions.rules().isEmpty();
    if (series.isEmpty() || (judgements.isEmpty() && !compares) || count(Outcome.FAIL) > 0) {
      return Gate.FAILED;
    }
    Gate comparison = regressions == null ? Gate.PASSED : regressions.gate();
    boolean unproven =
        notPassed().stream()
            .anyMatch(one -> one.requirement().whenInconclusive() == WhenInconclusive.FAIL);
    return comparison == Gate.PASSED && unproven ? Gate.INCONCLUSIVE : comparison;
  }
}
