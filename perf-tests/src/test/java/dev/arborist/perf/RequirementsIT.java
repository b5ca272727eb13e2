package dev.arborist.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.arborist.adapters.render.report.ComparisonText;
import dev.arborist.domain.validation.report.Gate;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each requirement is a test that bears its id as a tag; these are what Arborist promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequirementsIT {

  private Suite suite;

  @BeforeAll
  void measure() throws IOException {
    suite = Suite.measured();
  }

  @Test
  void somethingWasMeasured() {
    assertFalse(suite.verdict().series().isEmpty(), "nothing was measured");
  }

  @Test
  void everyRequirementIsATest() {
    assumeFalse(PerfRun.isOnOwnTasks(), "own tasks are measured, not judged");
    assumeFalse(Selection.isPartial(), "only some benchmarks were asked for");
    assumeFalse(PerfRun.hasOtherRequirements(), "other requirements were asked for");
    assertEquals(judged(), tags());
  }

  /** Those of a file that {@code -Dperf.requirements} names, which have other ids. */
  @Test
  void everyRequirementThatIsNoTestIsKept() {
    List<String> others = new ArrayList<>(judged());
    others.removeAll(tags());
    assumeFalse(others.isEmpty(), "each requirement is a test");
    suite.mustKeep(others);
  }

  private List<String> judged() {
    return suite.verdict().judgements().stream()
        .map(judgement -> judgement.requirement().id())
        .sorted()
        .toList();
  }

  private static List<String> tags() {
    return judging(PerfProfile.chosen()).flatMap(RequirementsIT::tags).sorted().toList();
  }

  /** The tests that judge what a profile measures. */
  private static Stream<Class<?>> judging(PerfProfile profile) {
    return profile == PerfProfile.SERVER
        ? Stream.of(ServerIT.class)
        : Stream.concat(
            Stream.of(
                RequirementsIT.class,
                TargetsIT.class,
                TreeIT.class,
                StartUpIT.class,
                TuiIT.class,
                CountersIT.class,
                LeaksIT.class),
            profile == PerfProfile.THOROUGH ? Stream.of(ThoroughIT.class) : Stream.empty());
  }

  /** Only with -Dperf.gate=regression is there a rule that can be met or left undecided. */
  @Test
  void nothingRegressedThatMustNot() {
    for (Verdict verdict : suite.verdicts()) {
      Regressions regressions = verdict.regressions();
      if (regressions != null) {
        assertEquals(Gate.PASSED, regressions.gate(), () -> ComparisonText.render(regressions));
      }
    }
  }

  private static Stream<String> tags(Class<?> tests) {
    return Arrays.stream(tests.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Tag.class))
        .map(RequirementsIT::tag);
  }

  private static String tag(Method method) {
    return method.getAnnotation(Tag.class).value();
  }

  @Test
  @Tag("NFR001")
  void aHundredTasksRender() {
    suite.mustKeep("NFR001");
  }

  @Test
  @Tag("NFR002")
  void aThousandTasksRender() {
    suite.mustKeep("NFR002");
  }

  @Test
  @Tag("NFR003")
  void aHundredTasksAreLaidOut() {
    suite.mustKeep("NFR003");
  }

  @Test
  @Tag("NFR004")
  void tenStepsNavigate() {
    suite.mustKeep("NFR004");
  }

  @Test
  @Tag("NFR005")
  void aQueryAnswers() {
    suite.mustKeep("NFR005");
  }

  @Test
  @Tag("NFR006")
  void anEnqueueReturns() {
    suite.mustKeep("NFR006");
  }

  @Test
  @Tag("NFR007")
  void aClaimAndACompletionReturn() {
    suite.mustKeep("NFR007");
  }

  @Test
  @Tag("NFR008")
  void aHundredTasksFitInMemory() {
    suite.mustKeep("NFR008");
  }

  @Test
  @Tag("NFR009")
  void aThousandTasksFitInMemory() {
    suite.mustKeep("NFR009");
  }

  @Test
  @Tag("NFR010")
  void tenThousandTasksFitInMemory() {
    suite.mustKeep("NFR010");
  }

  @Test
  @Tag("NFR011")
  void aLoadedTreeIsSmall() {
    suite.mustKeep("NFR011");
  }

  @Test
  @Tag("NFR012")
  void repeatedRendersDoNotGrow() {
    suite.mustKeep("NFR012");
  }

  @Test
  @Tag("NFR013")
  void renderingScales() {
    suite.mustKeep("NFR013");
  }

  @Test
  @Tag("NFR014")
  void theLayoutIsDeterministic() {
    suite.mustKeep("NFR014");
  }

  @Test
  @Tag("NFR015")
  void renderingIsDeterministic() {
    suite.mustKeep("NFR015");
  }

  @Test
  @Tag("NFR016")
  void concurrentEnqueuesLoseNothing() {
    suite.mustKeep("NFR016");
  }

  @Test
  @Tag("NFR017")
  void aCompletionFreesTenDependents() {
    suite.mustKeep("NFR017");
  }

  @Test
  @Tag("NFR018")
  void statisticsAnswer() {
    suite.mustKeep("NFR018");
  }

  @Test
  @Tag("NFR019")
  void aHundredTasksArePlanned() {
    suite.mustKeep("NFR019");
  }

  @Test
  @Tag("NFR020")
  void aCycleOfAHundredIsFound() {
    suite.mustKeep("NFR020");
  }

  @Test
  @Tag("NFR021")
  void aTreeIsPruned() {
    suite.mustKeep("NFR021");
  }

  @Test
  @Tag("NFR080")
  void almostEveryEnqueueIsQuick() {
    suite.mustKeep("NFR080");
  }

  @Test
  @Tag("NFR081")
  void almostEveryClaimAndCompletionIsQuick() {
    suite.mustKeep("NFR081");
  }

  @Test
  @Tag("NFR082")
  void almostEveryQueryIsQuick() {
    suite.mustKeep("NFR082");
  }

  @Test
  @Tag("NFR089")
  void theExaminerIsQuick() {
    suite.mustKeep("NFR089");
  }
}
