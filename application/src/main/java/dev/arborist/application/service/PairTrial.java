package dev.arborist.application.service;

import dev.arborist.application.port.in.PairedExaminer.Effort;
import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.domain.validation.duet.Epoch;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.duet.PairShape;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.duet.PairedLaunch;
import dev.arborist.domain.validation.duet.SteadyPoint;
import dev.arborist.domain.validation.statistics.Summary;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Sees how a benchmark behaves before its pairs are judged: a short pair tells whether it runs and
 * how long an epoch takes, a longer one from when on it is steady.
 */
final class PairTrial {

  private static final int FIRST_EPOCHS = 3;

  /**
   * Of what a side does in the longer pair; most benchmarks are steady before half of it is over.
   */
  private static final Duration LONG = Duration.ofSeconds(3);

  /** The part of a budget that this may be, and the part that a side may measure in one pair. */
  private static final int LONG_SHARE = 40;

  private static final int MEASURED_SHARE = 200;

  private static final int LONG_EPOCHS_MIN = 12;
  private static final int LONG_EPOCHS_MAX = 288;

  /** Of what a side measures in a launch; the median of more epochs is hardly better. */
  private static final Duration MEASURED = Duration.ofMillis(800);

  private static final int EPOCHS_MIN = 5;
  private static final int EPOCHS_MAX = 80;

  /** A benchmark that seems steady at once has perhaps not met its compiler yet. */
  private static final Duration WARMUP = Duration.ofMillis(500);

  private static final int WARMUPS_MIN = 3;
  private static final int WARMUPS_MAX = 50;

  /** Of what each side runs to be profiled: some thousand samples. */
  private static final Duration PROFILED = Duration.ofSeconds(5);

  private static final int PROFILED_EPOCHS_MIN = 3;
  private static final int PROFILED_EPOCHS_MAX = 500;

  private PairTrial() {}

  /** The short pair. */
  static PairPlan first(PairedBenchmark benchmark, long seed) {
    return new PairPlan(benchmark, false, 1, true, FIRST_EPOCHS, seed);
  }

  /** The longer pair, which does not warm up: its epochs show how long it should. */
  static PairPlan second(PairedBenchmark benchmark, LaunchPair first, Duration budget, long seed) {
    Duration time = lesser(LONG, budget.dividedBy(LONG_SHARE));
    int epochs = epochs(time, turnNanos(first), LONG_EPOCHS_MIN, LONG_EPOCHS_MAX);
    return new PairPlan(benchmark, false, 0, false, epochs, seed);
  }

  /** How long the longer pair takes at least. */
  static Duration leastOfSecond(LaunchPair first) {
    return Duration.ofNanos((long) (2 * LONG_EPOCHS_MIN * turnNanos(first)));
  }

  /**
   * How later pairs are launched.
   *
   * @param trial the longer pair
   * @param took how long it took altogether
   * @param left of the budget
   */
  static PairShape shape(LaunchPair trial, Duration took, Duration left, Effort effort) {
    double turn = turnNanos(trial);
    Duration time = lesser(MEASURED, effort.budget().dividedBy(MEASURED_SHARE));
    int epochs = epochs(time, turn, EPOCHS_MIN, EPOCHS_MAX);
    double around = Math.max(0, took.toNanos() - 2 * turn * trial.baseline().epochs().size());
    int pairs = effort.settings().screeningPairs() + effort.settings().judgingPairs();
    double room = (double) left.toNanos() / pairs - around - 2 * turn * epochs;
    int least = epochs(WARMUP, turn, WARMUPS_MIN, WARMUPS_MAX);
    int most = (int) Math.max(WARMUPS_MIN, Math.min(Integer.MAX_VALUE, room / turn));
    OptionalInt needed = steadyPoint(trial);
    if (needed.isEmpty()) {
      return new PairShape(Math.min(most, trial.baseline().epochs().size()), epochs, false);
    }
    int wanted = Math.max(least, needed.getAsInt() + needed.getAsInt() / 2);
    return new PairShape(Math.min(most, wanted), epochs, wanted <= most);
  }

  /**
   * The pair that is profiled: more epochs, as long as ever and after the same warm-up. By its
   * shortest turn, since a machine that is busy lets fewer samples be taken of a longer one.
   *
   * @param last pair of those that judged it
   */
  static PairPlan profile(PairedBenchmark benchmark, PairShape shape, LaunchPair last, long seed) {
    double shortest = Collections.min(turns(last));
    int epochs = epochs(PROFILED, shortest, PROFILED_EPOCHS_MIN, PROFILED_EPOCHS_MAX);
    return new PairPlan(benchmark, false, shape.warmups(), true, epochs, seed);
  }

  /** When the later of the two sides was steady. */
  private static OptionalInt steadyPoint(LaunchPair trial) {
    OptionalInt before = SteadyPoint.of(scores(trial.baseline()));
    OptionalInt after = SteadyPoint.of(scores(trial.candidate()));
    return before.isEmpty() || after.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Math.max(before.getAsInt(), after.getAsInt()));
  }

  private static List<Double> scores(PairedLaunch launch) {
    return launch.epochs().stream().map(Epoch::score).toList();
  }

  private static double turnNanos(LaunchPair pair) {
    return Summary.of(turns(pair)).median();
  }

  private static List<Double> turns(LaunchPair pair) {
    return Stream.of(pair.baseline(), pair.candidate())
        .flatMap(launch -> launch.epochs().stream())
        .map(epoch -> (double) Math.max(1, epoch.turnNanos()))
        .toList();
  }

  private static Duration lesser(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static int epochs(Duration time, double turnNanos, int least, int most) {
    return (int) Math.max(least, Math.min(most, time.toNanos() / turnNanos));
  }
}
