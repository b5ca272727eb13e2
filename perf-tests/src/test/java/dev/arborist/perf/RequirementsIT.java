package dev.arborist.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.arborist.cli.Examination;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Measures the suite once; then each requirement is a test that bears its id as a tag. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequirementsIT {

  private Verdict verdict;

  @BeforeAll
  void measure() throws IOException {
    Path target = Path.of("target");
    try (PerfRun run = new PerfRun(target, RequirementsIT::tell)) {
      verdict = run.run();
    }
    System.out.println();
    System.out.println(Examination.summary(verdict));
    System.out.println("Reports: " + target.resolve("validation").toAbsolutePath());
  }

  private static void tell(String line) {
    System.out.println(line);
  }

  @Test
  void somethingWasMeasured() {
    assertFalse(verdict.series().isEmpty(), "nothing was measured");
  }

  @Test
  void everyRequirementIsATest() {
    assumeFalse(PerfRun.isOnOwnTasks(), "own tasks are measured, not judged");
    List<String> tags =
        Arrays.stream(RequirementsIT.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Tag.class))
            .map(RequirementsIT::tag)
            .sorted()
            .toList();
    List<String> ids =
        verdict.judgements().stream()
            .map(judgement -> judgement.requirement().id())
            .sorted()
            .toList();
    assertEquals(ids, tags);
  }

  private static String tag(Method method) {
    return method.getAnnotation(Tag.class).value();
  }

  @Test
  @Tag("NFR001")
  void aHundredTasksRender() {
    mustPass("NFR001");
  }

  @Test
  @Tag("NFR002")
  void aThousandTasksRender() {
    mustPass("NFR002");
  }

  @Test
  @Tag("NFR003")
  void aHundredTasksAreLaidOut() {
    mustPass("NFR003");
  }

  @Test
  @Tag("NFR004")
  void tenStepsNavigate() {
    mustPass("NFR004");
  }

  @Test
  @Tag("NFR005")
  void aQueryAnswers() {
    mustPass("NFR005");
  }

  @Test
  @Tag("NFR006")
  void anEnqueueReturns() {
    mustPass("NFR006");
  }

  @Test
  @Tag("NFR007")
  void aClaimAndACompletionReturn() {
    mustPass("NFR007");
  }

  @Test
  @Tag("NFR008")
  void aHundredTasksFitInMemory() {
    mustPass("NFR008");
  }

  @Test
  @Tag("NFR009")
  void aThousandTasksFitInMemory() {
    mustPass("NFR009");
  }

  @Test
  @Tag("NFR010")
  void tenThousandTasksFitInMemory() {
    mustPass("NFR010");
  }

  @Test
  @Tag("NFR011")
  void aLoadedTreeIsSmall() {
    mustPass("NFR011");
  }

  @Test
  @Tag("NFR012")
  void repeatedRendersDoNotGrow() {
    mustPass("NFR012");
  }

  @Test
  @Tag("NFR013")
  void renderingScales() {
    mustPass("NFR013");
  }

  @Test
  @Tag("NFR014")
  void theLayoutIsDeterministic() {
    mustPass("NFR014");
  }

  @Test
  @Tag("NFR015")
  void renderingIsDeterministic() {
    mustPass("NFR015");
  }

  @Test
  @Tag("NFR016")
  void concurrentEnqueuesLoseNothing() {
    mustPass("NFR016");
  }

  private void mustPass(String id) {
    assumeFalse(PerfRun.isOnOwnTasks(), "own tasks are measured, not judged");
    Judgement judgement =
        verdict.judgements().stream()
            .filter(one -> one.requirement().id().equals(id))
            .findFirst()
            .orElseGet(() -> fail(id + " stands in no requirements file"));
    if (judgement.outcome() != Outcome.PASS) {
      fail(
          id
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
              + ")");
    }
  }
}
