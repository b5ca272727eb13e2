package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.util.List;
import java.util.function.Predicate;
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
 * @param duet what its benchmarks did in turns with those of a baseline; null when no duet was held
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
    @Nullable Duet duet,
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

  /** A verdict that holds a duet and nothing else. */
  public static Verdict ofDuet(
      Origin origin, Duet duet, List<Fact> environment, List<String> warnings) {
    return new Verdict(
        origin,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        duet,
        environment,
        warnings);
  }

  /** Whether there is a duet and nothing else: nothing measured by itself, nothing required. */
  public boolean holdsOnlyDuet() {
    return duet != null && series.isEmpty() && judgements.isEmpty();
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
    return with(origin.labelled(label), judgements, series, laboratory, regressions);
  }

  /** The same verdict with the measurements of those benchmarks only, told by their whole names. */
  public Verdict only(Predicate<String> benchmarks) {
    List<Series> kept = series.stream().filter(one -> benchmarks.test(one.benchmark())).toList();
    return with(origin, judgements, kept, laboratory, regressions);
  }

  /** The same verdict with a comparison. */
  public Verdict comparedWith(Regressions comparison) {
    return with(origin, judgements, series, laboratory, comparison);
  }

  /**
   * The same verdict where the aims were set on the machine of a baseline: what only a slower
   * machine can have missed is undecided.
   *
   * <p>Aims are the requirements whose inconclusive results warn. Promises fail on any machine.
   */
  public Verdict withAimsOf(Verdict baseline) {
    List<Judgement> aims = AimsElsewhere.judged(baseline, this);
    return with(origin, aims, series, laboratory, regressions);
  }

  /** The same verdict beside what a laboratory found. */
  public Verdict besides(Laboratory found) {
    return with(origin, judgements, series, found, regressions);
  }

  private Verdict with(
      Origin origin,
      List<Judgement> judgements,
      List<Series> series,
      @Nullable Laboratory laboratory,
      @Nullable Regressions regressions) {
    return new Verdict(
        origin,
        judgements,
        series,
        scalings,
        leaks,
        profiles,
        laboratory,
        regressions,
        duet,
        environment,
        warnings);
  }

  /**
   * What a build makes of it: the worst of its parts. A run in which nothing was measured or
   * required has not passed.
   */
  public Gate gate() {
    if (duet == null) {
      return gateOfMeasurements(false);
    }
    Gate paired = duet.gate();
    return holdsOnlyDuet() ? paired : paired.and(gateOfMeasurements(!duet.rules().isEmpty()));
  }

  /**
   * What was measured by itself, judged.
   *
   * @param isRequiredElsewhere whether something else requires something of the run
   */
  private Gate gateOfMeasurements(boolean isRequiredElsewhere) {
    boolean compares = regressions != null && !regressions.rules().isEmpty();
    boolean requires = compares || isRequiredElsewhere || !judgements.isEmpty();
    if (series.isEmpty() || !requires || count(Outcome.FAIL) > 0) {
      return Gate.FAILED;
    }
    boolean unproven =
        notPassed().stream()
            .anyMatch(one -> one.requirement().whenInconclusive() == WhenInconclusive.FAIL);
    Gate comparison = regressions == null ? Gate.PASSED : regressions.gate();
    return comparison.and(unproven ? Gate.INCONCLUSIVE : Gate.PASSED);
  }
}
