package dev.arborist.application.service;

import dev.arborist.application.port.in.PairedExaminer.PairListener;
import dev.arborist.application.port.in.PairedExaminer.Stage;
import dev.arborist.application.port.out.PairFailedException;
import dev.arborist.application.port.out.PairSource;
import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.application.port.out.PairSource.ProfiledPair;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.duet.PairedLaunch;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.ProfileComparison;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Launches what has regressed once more, to see where it takes more than before. No verdict changes
 * by it, whatever happens.
 */
final class Profiling {

  /** How many benchmarks are profiled: each takes some ten seconds. */
  private static final int PROFILED = 10;

  /** The part of the time that samples must account for; the rest was perhaps native code. */
  private static final double MOSTLY = 0.6;

  private static final Comparator<DuetResult> SLOWEST_FIRST =
      Comparator.<DuetResult>comparingDouble(one -> -one.time().effect())
          .thenComparing(DuetResult::benchmark);

  private final PairSource source;
  private final PairListener listener;
  private final Random random;
  private final List<String> notes = new ArrayList<>();

  Profiling(PairSource source, PairListener listener, Random random) {
    this.source = source;
    this.listener = listener;
    this.random = random;
  }

  /**
   * The results, those that have regressed with what takes more than before.
   *
   * @param contestants those that the results are of
   */
  List<DuetResult> of(List<Contestant> contestants, List<DuetResult> results) {
    List<DuetResult> regressed =
        results.stream()
            .filter(one -> one.change() == Change.REGRESSED)
            .sorted(SLOWEST_FIRST)
            .toList();
    List<DuetResult> chosen = regressed.stream().limit(PROFILED).toList();
    Map<PairedBenchmark, DuetResult> profiled = new TreeMap<>();
    for (int i = 0; i < chosen.size(); i++) {
      DuetResult one = chosen.get(i);
      PairPlan plan = contestant(one, contestants).profile(random.nextLong());
      profiled.put(one.benchmark(), profiled(one, plan, i + 1, chosen.size()));
    }
    if (regressed.size() > PROFILED) {
      notes.add(
          "of "
              + regressed.size()
              + " that have regressed only the "
              + PROFILED
              + " slowest were profiled");
    }
    return results.stream().map(one -> profiled.getOrDefault(one.benchmark(), one)).toList();
  }

  private static Contestant contestant(DuetResult result, List<Contestant> contestants) {
    return contestants.stream()
        .filter(one -> one.benchmark().equals(result.benchmark()))
        .findFirst()
        .orElseThrow();
  }

  private DuetResult profiled(DuetResult one, PairPlan plan, int number, int of) {
    try {
      ProfiledPair pair = source.profile(plan);
      listener.done(one.benchmark(), Stage.PROFILE, number, of, pair.pair().logRatio());
      boolean isMostlySeen =
          isMostlySeen(pair.baseline(), pair.pair().baseline(), pair.period())
              && isMostlySeen(pair.candidate(), pair.pair().candidate(), pair.period());
      if (!isMostlySeen) {
        notes.add(
            "much of the time of "
                + one.benchmark().title()
                + " was not seen, as native code and waiting are not");
      }
      return one.profiled(
          ProfileComparison.of(pair.baseline(), pair.candidate(), one, isMostlySeen));
    } catch (PairFailedException | StorageException e) {
      notes.add("none of " + e.getMessage());
      return one;
    }
  }

  /**
   * Time in which other programs had the processor could not be seen. It is the sum over all
   * threads, so of a turn no more than half is believed to have been theirs.
   */
  private static boolean isMostlySeen(Profile profile, PairedLaunch launch, Duration period) {
    double running =
        launch.epochs().stream()
            .mapToLong(
                epoch ->
                    epoch.turnNanos()
                        - Math.max(0, Math.min(epoch.delayNanos(), epoch.turnNanos() / 2)))
            .sum();
    return profile.samples() * (double) period.toNanos() >= MOSTLY * running;
  }

  /** What a reader should know about the profiles; nothing in most cases. */
  List<Fact> facts() {
    return notes.isEmpty() ? List.of() : List.of(new Fact("Profiles", String.join("; ", notes)));
  }
}
