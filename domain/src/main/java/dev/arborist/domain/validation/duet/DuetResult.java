package dev.arborist.domain.validation.duet;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedVerdict;
import java.time.Duration;
import java.util.List;

/**
 * What became of one benchmark.
 *
 * @param benchmark the benchmark
 * @param time the verdict on its time
 * @param counters the counts that differ; none when no difference is beyond doubt
 * @param screening the log ratios of the pairs that screened it, in the order they were launched
 * @param judging those of the pairs that judged it; none when screening cleared it
 * @param shape how its pairs were launched
 * @param spent how long all its pairs took, also those that were made to see how it behaves
 * @param failure why a pair gave no result, in one line; empty when all did
 */
public record DuetResult(
    PairedBenchmark benchmark,
    PairedVerdict time,
    List<CounterVerdict> counters,
    List<Double> screening,
    List<Double> judging,
    PairShape shape,
    Duration spent,
    String failure) {

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

  /** The same with another verdict on its time. */
  public DuetResult withTime(PairedVerdict verdict) {
    return new DuetResult(benchmark, verdict, counters, screening, judging, shape, spent, failure);
  }
}
