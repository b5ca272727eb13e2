package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.sample.Series;
import java.time.Instant;
import java.util.List;

/**
 * Everything that one examination found, from which every report is made.
 *
 * @param startedAt when measuring began
 * @param judgements one a requirement, in the order in which they are written
 * @param series everything measured, by benchmark and parameters
 * @param scalings the growth of every benchmark that ran at three sizes or more
 * @param environment the machine, the JVM and the settings
 * @param warnings what on the machine may have disturbed the measurements
 */
public record Verdict(
    Instant startedAt,
    List<Judgement> judgements,
    List<Series> series,
    List<Scaling> scalings,
    List<Fact> environment,
    List<String> warnings) {

  /** Keeps its own copy of everything. */
  public Verdict {
    judgements = List.copyOf(judgements);
    series = List.copyOf(series);
    scalings = List.copyOf(scalings);
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
}
