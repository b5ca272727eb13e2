package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.Laboratory.Canary;
import dev.arborist.domain.validation.report.Laboratory.Experiment;
import dev.arborist.domain.validation.report.Laboratory.Experiment.Count;
import dev.arborist.domain.validation.report.Laboratory.Repetitions;
import dev.arborist.domain.validation.report.Laboratory.Tests;
import java.util.List;

/** Made-up results of a laboratory. */
final class Laboratories {

  private static final List<Experiment> EXPERIMENTS =
      List.of(
          new Experiment("calls", List.of(new Count("kills", 1_071), new Count("failures", 12))),
          new Experiment("simulation", List.of(new Count("seeds", 500))));

  private Laboratories() {}

  /** Where all went well. */
  static Laboratory confirmed() {
    return of(
        new Tests(101, List.of(), List.of()),
        new Repetitions(6, 60, 60, List.of()),
        List.of(),
        List.of(new Canary("a lease that never ends", true)));
  }

  /** Where everything went wrong that can. */
  static Laboratory failed(String more) {
    return of(
        new Tests(99, List.of("CrashTest: lost" + more), List.of("strace: missing" + more)),
        new Repetitions(6, 60, 57, List.of("RepetitionTest.claims" + more)),
        List.of("damage" + more),
        List.of(
            new Canary("a lease that never ends" + more, true),
            new Canary("a commit that nobody hears of" + more, false)));
  }

  /** Where only a tool was missing. */
  static Laboratory incomplete() {
    return of(
        new Tests(100, List.of(), List.of("strace: missing")),
        new Repetitions(6, 60, 60, List.of()),
        List.of("calls"),
        List.of(new Canary("a lease that never ends", true)));
  }

  private static Laboratory of(
      Tests tests, Repetitions repetitions, List<String> notDone, List<Canary> canaries) {
    return new Laboratory(
        "",
        "3f51390a7be2c4d1",
        "",
        "17.0.15",
        false,
        tests,
        repetitions,
        EXPERIMENTS,
        notDone,
        canaries,
        List.of("task: Task.rescheduled:225 NegateConditionals SURVIVED"));
  }
}
