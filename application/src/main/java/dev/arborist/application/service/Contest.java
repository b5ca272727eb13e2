package dev.arborist.application.service;

import dev.arborist.application.port.in.PairedExaminer.Effort;
import dev.arborist.application.port.in.PairedExaminer.PairListener;
import dev.arborist.application.port.in.PairedExaminer.Stage;
import dev.arborist.application.port.out.PairFailedException;
import dev.arborist.application.port.out.PairSource;
import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.application.port.out.PairSource.PairedBenchmarks;
import dev.arborist.domain.validation.duet.CounterRule;
import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedRule;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One examination, in the order of {@link PairedRule}: every benchmark is tried, all are screened
 * together, and the suspects are judged together with a control; what has regressed is profiled.
 * Pairs go round the benchmarks, in an order drawn anew for each round, so that a bad minute of the
 * machine meets a pair of each.
 */
final class Contest {

  private final PairSource source;
  private final Effort effort;
  private final PairListener listener;
  private final InstantSource clock;
  private final PairedRule rule;
  private final CounterRule counterRule;
  private final Random random;

  Contest(PairSource source, Effort effort, PairListener listener, InstantSource clock) {
    this.source = source;
    this.effort = effort;
    this.listener = listener;
    this.clock = clock;
    rule = new PairedRule(effort.settings());
    counterRule = new CounterRule(effort.settings().minimumEffect());
    random = new Random(effort.seed());
  }

  Duet hold(PairedBenchmarks benchmarks) {
    List<Contestant> all = benchmarks.common().stream().map(Contestant::new).toList();
    for (Contestant one : all) {
      tryOut(one);
    }
    screen(all);
    List<Contestant> suspects = all.stream().filter(Contestant::isOpen).toList();
    Duet.@Nullable Control control = suspects.isEmpty() ? null : judge(suspects);
    List<DuetResult> results = all.stream().map(Contestant::result).toList();
    Profiling profiling = new Profiling(source, listener, random);
    List<DuetResult> profiled =
        profiling.of(all, control == null ? results : heed(control, results));
    List<Fact> environment = new ArrayList<>(source.environment());
    environment.addAll(profiling.facts());
    return new Duet(
        profiled,
        control,
        benchmarks.onlyBaseline(),
        benchmarks.onlyCandidate(),
        effort.settings(),
        effort.rules(),
        effort.seed(),
        environment);
  }

  private void tryOut(Contestant one) {
    Optional<LaunchPair> first =
        launch(one, PairTrial.first(one.benchmark(), random.nextLong()), Stage.TRIAL, 1, 2);
    if (first.isPresent() && hasRoom(one, PairTrial.leastOfSecond(first.get()))) {
      Duration before = one.spent();
      PairPlan plan =
          PairTrial.second(one.benchmark(), first.get(), effort.budget(), random.nextLong());
      launch(one, plan, Stage.TRIAL, 2, 2)
          .ifPresent(
              trial ->
                  one.launchAs(
                      PairTrial.shape(
                          trial,
                          one.spent().minus(before),
                          effort.budget().minus(one.spent()),
                          effort)));
    }
  }

  /** Whether so much more is within its budget; else it is left undecided. */
  private boolean hasRoom(Contestant one, Duration more) {
    if (one.spent().plus(more).compareTo(effort.budget()) <= 0) {
      return true;
    }
    one.leaveUndecided(endOfBudget(0, effort.settings().screeningPairs()));
    return false;
  }

  private void screen(List<Contestant> all) {
    int pairs = effort.settings().screeningPairs();
    for (int number = 1; number <= pairs; number++) {
      for (Contestant one : drawn(all, Contestant::isOpen)) {
        if (isWithinBudget(one, number - 1, pairs)) {
          launch(one, one.plan(false, random.nextLong()), Stage.SCREENING, number, pairs)
              .ifPresent(one.screening()::add);
        }
      }
    }
    for (Contestant one : all) {
      List<CounterVerdict> counters = counterRule.judge(one.screening());
      one.differ(counters);
      if (one.isOpen()) {
        rule.screen(Contestant.logRatios(one.screening())).ifPresent(one::decide);
      }
      // Of less of what is counted it may still have become slower.
      boolean isMore = counters.stream().anyMatch(each -> each.change() == Change.REGRESSED);
      if (one.isOpen() && isMore) {
        one.leaveUndecided("what it counts has already decided");
      }
    }
  }

  private Duet.Control judge(List<Contestant> suspects) {
    Contestant noisiest =
        Collections.max(suspects, Comparator.comparingDouble(Contestant::scatter));
    Contestant control = new Contestant(noisiest.benchmark());
    control.launchAs(noisiest.shape());
    List<Contestant> all = new ArrayList<>(suspects);
    all.add(control);
    int pairs = effort.settings().judgingPairs();
    for (int number = 1; number <= pairs && isAnyRunning(suspects); number++) {
      for (Contestant one : drawn(all, Contestant::isRunning)) {
        boolean isControl = one == control;
        if (isWithinBudget(one, number - 1, pairs)) {
          Stage stage = isControl ? Stage.CONTROL : Stage.JUDGING;
          launch(one, one.plan(isControl, random.nextLong()), stage, number, pairs)
              .ifPresent(one.judging()::add);
        }
      }
    }
    decide(suspects.stream().filter(Contestant::isOpen).toList());
    if (control.judging().size() >= effort.settings().judgingPairsMin()) {
      decide(List.of(control)); // also when it failed then: it may have alarmed before
    } else if (control.isOpen()) {
      control.leaveUndecided("it ended with the suspects");
    }
    return new Duet.Control(control.benchmark(), control.result().time());
  }

  private static boolean isAnyRunning(List<Contestant> all) {
    return all.stream().anyMatch(Contestant::isRunning);
  }

  private void decide(List<Contestant> judged) {
    List<PairedVerdict> verdicts =
        rule.judge(judged.stream().map(one -> Contestant.logRatios(one.judging())).toList());
    for (int i = 0; i < judged.size(); i++) {
      judged.get(i).decide(verdicts.get(i));
    }
  }

  private List<DuetResult> heed(Duet.Control control, List<DuetResult> results) {
    List<PairedVerdict> heeded =
        rule.heed(control.verdict(), results.stream().map(DuetResult::time).toList());
    List<DuetResult> changed = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      changed.add(results.get(i).withTime(heeded.get(i)));
    }
    return changed;
  }

  private List<Contestant> drawn(List<Contestant> all, Predicate<Contestant> wanted) {
    List<Contestant> order = new ArrayList<>(all.stream().filter(wanted).toList());
    Collections.shuffle(order, random);
    return order;
  }

  private boolean isWithinBudget(Contestant one, int done, int of) {
    if (one.fits(effort.budget())) {
      return true;
    }
    if (one.judging().size() >= effort.settings().judgingPairsMin()) {
      one.endPairs();
      return false;
    }
    one.leaveUndecided(endOfBudget(done, of));
    return false;
  }

  private String endOfBudget(int done, int of) {
    return "the budget of "
        + effort.budget().toSeconds()
        + " s ended after "
        + done
        + " of "
        + of
        + " pairs";
  }

  private Optional<LaunchPair> launch(
      Contestant one, PairPlan plan, Stage stage, int number, int of) {
    Instant begun = clock.instant();
    try {
      LaunchPair pair = source.launch(plan);
      one.spend(Duration.between(begun, clock.instant()));
      listener.done(one.benchmark(), stage, number, of, pair.logRatio());
      return Optional.of(pair);
    } catch (PairFailedException e) {
      one.fail(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
