package dev.arborist.domain.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.domain.validation.report.Laboratory.Canary;
import dev.arborist.domain.validation.report.Laboratory.Experiment;
import dev.arborist.domain.validation.report.Laboratory.Experiment.Count;
import dev.arborist.domain.validation.report.Laboratory.Repetitions;
import dev.arborist.domain.validation.report.Laboratory.Status;
import dev.arborist.domain.validation.report.Laboratory.Tests;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaboratoryTest {

  private static final Tests PASSED = new Tests(5, List.of(), List.of());
  private static final Repetitions REPEATED = new Repetitions(2, 20, 20, List.of());
  private static final List<Canary> FOUND = List.of(new Canary("a tie", true));

  private static Status status(
      Tests tests, Repetitions repetitions, List<String> notDone, List<Canary> canaries) {
    List<Experiment> done = List.of(new Experiment("calls", List.of(new Count("kills", 3))));
    return new Laboratory(
            "", "abc", "", "17", false, tests, repetitions, done, notDone, canaries, List.of())
        .status();
  }

  @Test
  void itConfirmsWhenAllWasDoneAndEveryPlantedFaultFound() {
    assertEquals(Status.CONFIRMED, status(PASSED, REPEATED, List.of(), FOUND));
  }

  @Test
  void aFailedTestAFlakyOneOrAMissedFaultFailsItWhateverWasLeftOut() {
    Tests failed = new Tests(5, List.of("A.b"), List.of("no strace"));
    assertEquals(Status.FAILED, status(failed, REPEATED, List.of("calls"), FOUND));
    Repetitions flaky = new Repetitions(2, 20, 19, List.of("A.c"));
    assertEquals(Status.FAILED, status(PASSED, flaky, List.of(), FOUND));
    List<Canary> missed = List.of(new Canary("a tie", true), new Canary("a lease", false));
    assertEquals(Status.FAILED, status(PASSED, REPEATED, List.of(), missed));
  }

  @Test
  void whatWasLeftOutLeavesItIncomplete() {
    Tests leftOut = new Tests(5, List.of(), List.of("no strace"));
    assertEquals(Status.INCOMPLETE, status(leftOut, REPEATED, List.of(), FOUND));
    assertEquals(Status.INCOMPLETE, status(PASSED, REPEATED, List.of("calls"), FOUND));
    assertEquals(Status.INCOMPLETE, status(PASSED, REPEATED, List.of(), List.of()));
    Repetitions none = new Repetitions(0, 0, 0, List.of());
    assertEquals(Status.INCOMPLETE, status(PASSED, none, List.of(), FOUND));
    Laboratory nothing =
        new Laboratory(
            "", "abc", "", "17", false, PASSED, REPEATED, List.of(), List.of(), FOUND, List.of());
    assertEquals(Status.INCOMPLETE, nothing.status());
  }

  @Test
  void theShareOfRunsThatPassedIsAPercentage() {
    assertEquals(95, new Repetitions(2, 20, 19, List.of("A.c")).passRatePercent());
    assertEquals(0, Laboratory.notRun("no report").repetitions().passRatePercent());
    assertEquals(Status.NOT_RUN, Laboratory.notRun("no report").status());
  }
}
