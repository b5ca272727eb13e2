package dev.arborist.perf.campaign;

import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trial found of one kind of work.
 *
 * @param trial the trial
 * @param work the kind of work
 * @param change the verdict
 * @param effect how many times the baseline's time the candidate's is
 * @param seconds how long its own pairs took
 * @param reason how it was judged, or why a pair failed
 * @param control the verdict on the baseline against itself; null when there was no suspect
 * @param load how many threads wanted a processor in the trial's last minute; negative where it is
 *     not known
 * @param commit the hash of the commit that was tried
 * @param screening what each pair found
 * @param judging what each further pair found
 */
record Outcome(
    Trial trial,
    String work,
    Change change,
    double effect,
    long seconds,
    String reason,
    @Nullable Change control,
    double load,
    String commit,
    List<PairScores> screening,
    List<PairScores> judging) {

  /** Keeps its own copies. */
  Outcome {
    screening = List.copyOf(screening);
    judging = List.copyOf(judging);
  }

  /** What a duet found. */
  static List<Outcome> of(Trial trial, Duet duet, double load, String commit) {
    Duet.Control control = duet.control();
    return duet.results().stream().map(result -> of(trial, result, control, load, commit)).toList();
  }

  private static Outcome of(
      Trial trial, DuetResult result, Duet.@Nullable Control control, double load, String commit) {
    String name = result.benchmark().benchmark();
    return new Outcome(
        trial,
        name.substring(name.lastIndexOf('.') + 1),
        result.change(),
        result.time().effect(),
        result.spent().toSeconds(),
        result.failure().isEmpty() ? result.time().reason() : result.failure(),
        control == null ? null : control.verdict().change(),
        load,
        commit,
        result.screening(),
        result.judging());
  }

  /** Whether it was looked into by further pairs. */
  boolean wasSuspect() {
    return !judging.isEmpty();
  }
}
