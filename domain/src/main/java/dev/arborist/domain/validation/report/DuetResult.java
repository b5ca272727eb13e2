package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.duet.PairShape;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedVerdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one benchmark.
 *
 * @param benchmark the benchmark
 * @param time the verdict on its time
 * @param counters the counts that differ; none when no difference is beyond doubt
 * @param screening what the pairs found that screened it, in the order they were launched
 * @param judging the same of the pairs that judged it; none when screening cleared it
 * @param shape how its pairs were launched
 * @param spent how long all its pairs took, also those that were made to see how it behaves
 * @param failure why a pair gave no result, in one line; empty when all did
 * @param profile which methods take more than before; null unless it has regressed and could be
 *     profiled: why not is told in the environment of the {@link Duet}
 */
public record DuetResult(
    PairedBenchmark benchmark,
    PairedVerdict time,
    List<CounterVerdict> counters,
    List<PairScores> screening,
    List<PairScores> judging,
    PairShape shape,
    Duration spent,
    String failure,
    @Nullable ProfileChange profile) {

  /** Keeps its own copies. */
  public DuetResult {
    counters = List.copyOf(counters);
    screening = List.copyOf(screening);
    judging = List.copyOf(judging);
  }

  /** The verdict: one that got worse in any way has regressed. */
  public Change change() {
    if (isAny(Change.REGRESSED)) {
      return Change.REGRESSED;
    }
    if (time.change() == Change.INCONCLUSIVE) {
      return Change.INCONCLUSIVE;
    }
    return isAny(Change.IMPROVED) ? Change.IMPROVED : Change.UNCHANGED;
  }

  private boolean isAny(Change change) {
    return time.change() == change || counters.stream().anyMatch(one -> one.change() == change);
  }

  /** The pairs that its verdict rests on: those that judged it, unless there were too few. */
  public List<PairScores> decisive() {
    boolean isScreened = judging.size() < screening.size() && time.pairs() == screening.size();
    return isScreened ? screening : judging;
  }

  /** The same with another verdict on its time. */
  public DuetResult withTime(PairedVerdict verdict) {
    return new DuetResult(
        benchmark, verdict, counters, screening, judging, shape, spent, failure, profile);
  }

  /** The same with what takes more than before. */
  public DuetResult profiled(ProfileChange change) {
    return new DuetResult(
        benchmark, time, counters, screening, judging, shape, spent, failure, change);
  }
}
