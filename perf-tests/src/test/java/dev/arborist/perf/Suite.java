package dev.arborist.perf;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arborist.cli.Examination;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The suite, measured once for all tests of this JVM. */
final class Suite {

  private static @Nullable Suite measured;
  private static boolean attempted;

  /** One a repetition. */
  private final List<Verdict> verdicts;

  private Suite(List<Verdict> verdicts) {
    this.verdicts = verdicts;
  }

  static synchronized Suite measured() throws IOException {
    assumeFalse(SuiteDuet.isAsked(), "a duet was asked for");
    assumeFalse(System.getProperty("duet.campaign") != null, "a campaign was asked for");
    Suite suite = measured;
    if (suite == null && attempted) {
      throw new IllegalStateException("the suite could not be measured; see the first failure");
    }
    if (suite == null) {
      attempted = true;
      suite = measure();
      measured = suite;
    }
    return suite;
  }

  private static Suite measure() throws IOException {
    Path target = Path.of("target");
    int repetitions = Integer.getInteger("perf.repeat", 1);
    if (repetitions < 1) {
      throw new IllegalArgumentException("-Dperf.repeat needs a number from 1 on");
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 1; i <= repetitions; i++) {
      tell(repetitions == 1 ? "" : "repetition " + i + " of " + repetitions);
      try (PerfRun run = new PerfRun(target, Suite::tell)) {
        verdicts.add(run.run());
      }
      tell("");
      tell(Examination.summary(verdicts.get(verdicts.size() - 1)));
    }
    tell("Reports: " + target.resolve("validation").toAbsolutePath());
    return new Suite(verdicts);
  }

  private static void tell(String line) {
    System.out.println(line);
  }

  /** What the last repetition gave. */
  Verdict verdict() {
    return verdicts.get(verdicts.size() - 1);
  }

  /** What each repetition gave. */
  List<Verdict> verdicts() {
    return List.copyOf(verdicts);
  }

  /**
   * In every repetition: a miss fails the build, and so does what is promised and undecided. What
   * is only aimed for and undecided is shown as skipped, with its figures.
   */
  void mustKeep(String id) {
    mustKeep(List.of(id));
  }

  /** The same of several, all of which are looked at. */
  void mustKeep(Collection<String> ids) {
    assumeFalse(PerfRun.isOnOwnTasks(), "own tasks are measured, not judged");
    List<Judgement> judgements =
        verdicts.stream()
            .flatMap(verdict -> ids.stream().map(id -> judgement(id, verdict)))
            .toList();
    for (Judgement judgement : judgements) {
      boolean promised = judgement.requirement().whenInconclusive() == WhenInconclusive.FAIL;
      if (judgement.outcome() == Outcome.FAIL
          || (judgement.outcome() == Outcome.INCONCLUSIVE && promised)) {
        fail(describe(judgement));
      }
    }
    for (Judgement judgement : judgements) {
      assumeTrue(judgement.outcome() == Outcome.PASS, describe(judgement));
    }
  }

  private static Judgement judgement(String id, Verdict verdict) {
    return verdict.judgements().stream()
        .filter(one -> one.requirement().id().equals(id))
        .findFirst()
        .orElseGet(() -> absent(id));
  }

  private static Judgement absent(String id) {
    boolean isAnothers =
        Selection.isPartial()
            || PerfRun.hasOtherRequirements()
            || PerfProfile.chosen() == PerfProfile.SERVER;
    assumeFalse(isAnothers, id + " is not among the requirements on what was asked for");
    return fail(id + " stands in no requirements file");
  }

  private static String describe(Judgement judgement) {
    return judgement.requirement().id()
        + " "
        + judgement.outcome()
        + ": "
        + judgement.requirement().title()
        + "; target "
        + judgement.requirement().limit()
        + ", actual "
        + judgement.actualText()
        + " ("
        + judgement.reason()
        + ")";
  }
}
