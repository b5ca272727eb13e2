package dev.arborist.perf;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arborist.cli.Examination;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The suite, measured once for all tests of this JVM. */
final class Suite {

  private static @Nullable Suite measured;
  private static boolean attempted;

  private final Verdict verdict;

  private Suite(Verdict verdict) {
    this.verdict = verdict;
  }

  static synchronized Suite measured() throws IOException {
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
    Verdict verdict;
    try (PerfRun run = new PerfRun(target, Suite::tell)) {
      verdict = run.run();
    }
    System.out.println();
    System.out.println(Examination.summary(verdict));
    System.out.println("Reports: " + target.resolve("validation").toAbsolutePath());
    return new Suite(verdict);
  }

  private static void tell(String line) {
    System.out.println(line);
  }

  Verdict verdict() {
    return verdict;
  }

  /** What is promised: anything but a pass fails the build. */
  void mustPass(String id) {
    Judgement judgement = judgement(id);
    if (judgement.outcome() != Outcome.PASS) {
      fail(describe(judgement));
    }
  }

  /**
   * What is aimed for: a miss fails the build, and what the noise of this machine leaves undecided
   * is shown as skipped, with its figures.
   */
  void mustNotMiss(String id) {
    Judgement judgement = judgement(id);
    if (judgement.outcome() == Outcome.FAIL) {
      fail(describe(judgement));
    }
    assumeTrue(judgement.outcome() == Outcome.PASS, describe(judgement));
  }

  private Judgement judgement(String id) {
    assumeFalse(PerfRun.isOnOwnTasks(), "own tasks are measured, not judged");
    return verdict.judgements().stream()
        .filter(one -> one.requirement().id().equals(id))
        .findFirst()
        .orElseGet(() -> absent(id));
  }

  private static Judgement absent(String id) {
    assumeFalse(Selection.isPartial(), id + " is about none of the benchmarks asked for");
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
