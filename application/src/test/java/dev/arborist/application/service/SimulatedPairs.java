package dev.arborist.application.service;

import dev.arborist.application.port.out.PairFailedException;
import dev.arborist.application.port.out.PairSource;
import dev.arborist.domain.validation.duet.Epoch;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.duet.PairedLaunch;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.Profile.Share;
import dev.arborist.domain.validation.requirement.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pairs of benchmarks whose truth is known, on a clock that only they move on. */
final class SimulatedPairs implements PairSource, InstantSource {

  /**
   * How a benchmark behaves.
   *
   * @param slower how many times the baseline's time the candidate's is
   * @param controlSlower the same of the baseline against itself, as a broken machine would show it
   * @param launchSd how much launches differ
   * @param bytesBefore what an operation of the baseline allocates
   * @param bytesAfter what an operation of the candidate allocates
   * @param failsAt the pair that fails, from 1; 0 for none
   */
  record Behaviour(
      double slower,
      double controlSlower,
      double launchSd,
      long bytesBefore,
      long bytesAfter,
      int failsAt) {

    static Behaviour slower(double times) {
      return new Behaviour(times, 1, 0.02, 100, 100, 0);
    }
  }

  private static final long TURN_NANOS = 10_000_000;
  private static final long LAUNCH_NANOS = 1_000_000_000;
  private static final Duration PERIOD = Duration.ofMillis(5);
  private static final long OPERATIONS = 10_000;

  private final SortedMap<PairedBenchmark, Behaviour> behaviours = new TreeMap<>();
  private final SortedMap<PairedBenchmark, Integer> launched = new TreeMap<>();
  private final List<PairPlan> plans = new ArrayList<>();
  private final List<PairPlan> profiled = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private double seen = 1;
  private long delayNanos;
  private @Nullable RuntimeException profileFailure;
  private int controls;
  private int controlFailsAt;

  SimulatedPairs with(String name, Behaviour behaviour) {
    behaviours.put(benchmark(name), behaviour);
    return this;
  }

  static PairedBenchmark benchmark(String name) {
    return new PairedBenchmark(name, "avgt", new TreeMap<>());
  }

  /** A part of the time that profiles see. */
  SimulatedPairs seeing(double part) {
    seen = part;
    return this;
  }

  /** A part of each turn that threads wait for a processor, altogether. */
  SimulatedPairs waiting(double part) {
    delayNanos = Math.round(part * TURN_NANOS);
    return this;
  }

  SimulatedPairs withoutProfiles(RuntimeException failure) {
    profileFailure = failure;
    return this;
  }

  /** The pair of the control that fails, from 1. */
  SimulatedPairs failingControl(int number) {
    controlFailsAt = number;
    return this;
  }

  /** What was launched to be compared. */
  List<PairPlan> plans() {
    return plans;
  }

  /** What was launched to be profiled. */
  List<PairPlan> profiled() {
    return profiled;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public PairedBenchmarks benchmarks() {
    return new PairedBenchmarks(List.copyOf(behaviours.keySet()), List.of(), List.of());
  }

  @Override
  public List<Fact> environment() {
    return List.of(new Fact("Machine", "none"));
  }

  @Override
  public LaunchPair launch(PairPlan plan) {
    plans.add(plan);
    Behaviour behaviour = behaviours.get(plan.benchmark());
    int number = launched.merge(plan.benchmark(), 1, Integer::sum);
    now = now.plus(Duration.ofNanos(LAUNCH_NANOS + 2 * TURN_NANOS * plan.epochs()));
    controls += plan.isControl() ? 1 : 0;
    if (number == behaviour.failsAt() || (plan.isControl() && controls == controlFailsAt)) {
      throw new PairFailedException(plan.benchmark().title() + ": the candidate ended early");
    }
    return pair(plan);
  }

  private LaunchPair pair(PairPlan plan) {
    Behaviour behaviour = behaviours.get(plan.benchmark());
    Random random = new Random(plan.seed());
    double launch =
        (plan.isControl() ? behaviour.controlSlower() : behaviour.slower())
            * Math.exp(random.nextGaussian() * behaviour.launchSd());
    long bytes = plan.isControl() ? behaviour.bytesBefore() : behaviour.bytesAfter();
    List<Epoch> before = new ArrayList<>();
    List<Epoch> after = new ArrayList<>();
    for (int i = 0; i < plan.epochs(); i++) {
      double machine = 100 * Math.exp(random.nextGaussian() * 0.3);
      before.add(epoch(machine, behaviour.bytesBefore()));
      after.add(epoch(machine * launch * Math.exp(random.nextGaussian() * 0.01), bytes));
    }
    return new LaunchPair(
        Dimension.TIME, new PairedLaunch(List.of(), before), new PairedLaunch(List.of(), after));
  }

  /** A method that is new takes the time that the candidate takes more. */
  @Override
  public ProfiledPair profile(PairPlan plan) {
    profiled.add(plan);
    if (profileFailure != null) {
      throw profileFailure;
    }
    double share = 100 / behaviours.get(plan.benchmark()).slower();
    return new ProfiledPair(
        pair(plan),
        profile(plan, new Share("Gate.open", 100)),
        profile(plan, new Share("Gate.open", share), new Share("Gate.creak", 100 - share)),
        PERIOD);
  }

  private Profile profile(PairPlan plan, Share... methods) {
    long samples = Math.round(seen * plan.epochs() * TURN_NANOS / PERIOD.toNanos());
    return new Profile(
        plan.benchmark().benchmark(),
        plan.benchmark().params(),
        samples,
        List.of(methods),
        List.of());
  }

  private Epoch epoch(double score, long bytes) {
    return new Epoch(
        score, OPERATIONS, bytes * OPERATIONS + 700, TURN_NANOS, delayNanos, new TreeMap<>());
  }
}
