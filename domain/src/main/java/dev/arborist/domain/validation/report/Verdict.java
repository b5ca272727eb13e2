package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.util.List;

/**
 * Everything that one examination found, from which every report is made.
 *
 * @param origin where the measurements come from
 * @param judgements one a requirement, in the order in which they are written
 * @param series everything measured, by benchmark and parameters
 * @param scalings the growth of every benchmark that ran at three sizes or more
 * @param profiles where the slowest benchmarks spend their time
 * @param environment the machine, the JVM and the settings
 * @param warnings what may have disturbed the measurements
 */
public record Verdict(
    Origin origin,
    List<Judgement> judgements,
    List<Series> series,
    List<Scaling> scalings,
    List<Profile> profiles,
    List<Fact> environment,
    List<String> warnings) {

  /** Keeps its own copy of everything. */
  public Verdict {
    judgements = List.copyOf(judgements);
    series = List.copyOf(series);
    scalings = List.copyOf(scalings);
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

  /** What a build makes of it. A run in which nothing was measured or required has not passed. */
  public Gate gate() {
    if (series.isEmpty() || judgements.isEmpty() || count(Outcome.FAIL) > 0) {
      return Gate.FAILED;
    }
    boolean unproven =
        notPassed().stream()
            .anyMatch(one -> one.requirement().whenInconclusive() == WhenInconclusive.FAIL);
    return unproven ? Gate.INCONCLUSIVE : Gate.PASSED;
  }
}
