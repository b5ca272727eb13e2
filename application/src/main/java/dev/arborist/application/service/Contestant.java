package dev.arborist.application.service;

import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.duet.PairShape;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.PairedRule;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.DuetResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A benchmark while it is examined. */
final class Contestant {

  private final PairedBenchmark benchmark;
  private final List<LaunchPair> screening = new ArrayList<>();
  private final List<LaunchPair> judging = new ArrayList<>();
  private List<CounterVerdict> counters = List.of();
  private PairShape shape = PairShape.UNKNOWN;
  private Duration spent = Duration.ZERO;
  private Duration lastPair = Duration.ZERO;
  private boolean isOutOfTime;
  private String failure = "";
  private @Nullable PairedVerdict verdict;

  Contestant(PairedBenchmark benchmark) {
    this.benchmark = benchmark;
  }

  PairedBenchmark benchmark() {
    return benchmark;
  }

  PairPlan plan(boolean isControl, long seed) {
    return new PairPlan(benchmark, isControl, shape.warmups(), true, shape.epochs(), seed);
  }

  /** The pair that shows where it takes more than before. */
  PairPlan profile(long seed) {
    List<LaunchPair> pairs = judging.isEmpty() ? screening : judging;
    return PairTrial.profile(benchmark, shape, pairs.get(pairs.size() - 1), seed);
  }

  PairShape shape() {
    return shape;
  }

  void launchAs(PairShape chosen) {
    shape = chosen;
  }

  /** Whether a verdict is still open. */
  boolean isOpen() {
    return verdict == null;
  }

  /** Whether it may be launched again. */
  boolean isRunning() {
    return isOpen() && !isOutOfTime;
  }

  /** No further pair fits into its budget; those that there are decide. */
  void endPairs() {
    isOutOfTime = true;
  }

  void decide(PairedVerdict decided) {
    verdict = decided;
  }

  void leaveUndecided(String because) {
    List<LaunchPair> pairs = judging.size() < screening.size() ? screening : judging;
    verdict = PairedRule.undecided(logRatios(pairs), because);
  }

  void fail(String message) {
    failure = message;
    leaveUndecided("a pair failed");
  }

  void differ(List<CounterVerdict> found) {
    counters = found;
  }

  void spend(Duration time) {
    spent = spent.plus(time);
    lastPair = time;
  }

  Duration spent() {
    return spent;
  }

  /** Whether one more pair like the last one fits into a budget. */
  boolean fits(Duration budget) {
    return spent.plus(lastPair).compareTo(budget) <= 0;
  }

  List<LaunchPair> screening() {
    return screening;
  }

  List<LaunchPair> judging() {
    return judging;
  }

  /** How far the pairs that screened it lie apart. */
  double scatter() {
    List<Double> ratios = logRatios(screening).stream().sorted().toList();
    return ratios.isEmpty() ? 0 : ratios.get(ratios.size() - 1) - ratios.get(0);
  }

  DuetResult result() {
    if (verdict == null) {
      throw new IllegalStateException(benchmark.title() + " has no verdict yet");
    }
    return new DuetResult(
        benchmark,
        verdict,
        counters,
        scores(screening),
        scores(judging),
        shape,
        spent,
        failure,
        null);
  }

  private static List<PairScores> scores(List<LaunchPair> pairs) {
    return pairs.stream().map(LaunchPair::scores).toList();
  }

  static List<Double> logRatios(List<LaunchPair> pairs) {
    return pairs.stream().map(LaunchPair::logRatio).toList();
  }
}
