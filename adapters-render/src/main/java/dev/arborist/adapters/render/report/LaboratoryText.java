package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.Laboratory.Experiment;
import dev.arborist.domain.validation.report.Laboratory.Status;
import dev.arborist.domain.validation.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences about a laboratory, which all reports share. */
final class LaboratoryText {

  private LaboratoryText() {}

  static String word(Status status) {
    return switch (status) {
      case CONFIRMED -> "confirmed";
      case FAILED -> "failed";
      case INCOMPLETE -> "incomplete";
      case NOT_RUN -> "not run";
    };
  }

  /** What it was, as far as there is one. */
  static List<String> sentences(Laboratory laboratory) {
    if (laboratory.status() == Status.NOT_RUN) {
      return List.of("Nothing is known of what was measured: " + laboratory.absence() + ".");
    }
    List<String> sentences = new ArrayList<>();
    Laboratory.Tests tests = laboratory.tests();
    sentences.add(
        HtmlNumbers.counted(tests.passed(), "test")
            + " passed, "
            + tests.failed().size()
            + " failed and "
            + tests.leftOut().size()
            + " could not be run, on JDK "
            + laboratory.jvm()
            + (laboratory.whole() ? ", the long run." : ", a build's share of the long run."));
    Laboratory.Repetitions repetitions = laboratory.repetitions();
    if (repetitions.runs() > 0) {
      sentences.add(
          HtmlNumbers.counted(repetitions.tests(), "test was", "tests were")
              + " repeated, "
              + HtmlNumbers.grouped(repetitions.runs())
              + " runs in all: "
              + HtmlNumbers.percent(repetitions.passRatePercent())
              + " passed. Repetition in one JVM finds what depends on threads and on what was left"
              + " behind, and nothing that differs between JVMs.");
    }
    int planted = laboratory.canaries().size();
    sentences.add(
        planted == 0
            ? "No fault was planted, so nothing shows that one would have been found."
            : laboratory.canariesFound() + " of " + planted + " planted faults were found.");
    return sentences;
  }

  /** What keeps it from being confirmed, a line each. */
  static List<String> problems(Laboratory laboratory) {
    List<String> problems = new ArrayList<>();
    laboratory.tests().failed().forEach(one -> problems.add("failed: " + one));
    laboratory.repetitions().flaky().forEach(one -> problems.add("passed and failed: " + one));
    laboratory.canaries().stream()
        .filter(canary -> !canary.found())
        .forEach(canary -> problems.add("planted and not found: " + canary.name()));
    laboratory.tests().leftOut().forEach(one -> problems.add("could not be run: " + one));
    laboratory.notDone().forEach(one -> problems.add("not done: " + one));
    return problems;
  }

  /** Such as {@code 20 kills, 4 stops}. */
  static String done(Experiment experiment) {
    return experiment.counts().stream()
        .map(count -> HtmlNumbers.grouped(count.count()) + " " + count.what())
        .collect(Collectors.joining(", "));
  }

  /** Whether a laboratory contradicts what the run itself has repeated. */
  static boolean failed(Verdict verdict) {
    Laboratory laboratory = verdict.laboratory();
    return laboratory != null && laboratory.status() == Status.FAILED;
  }
}
