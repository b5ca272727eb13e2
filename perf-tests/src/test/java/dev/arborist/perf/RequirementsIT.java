package dev.arborist.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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
    List<Class<?>> classes =
        new ArrayList<>(
            List.of(RequirementsIT.class, TargetsIT.class, TreeIT.class, CountersIT.class));
    if (PerfProfile.chosen() == PerfProfile.THOROUGH) {
      classes.add(ThoroughIT.class);
    }
    List<String> tags = classes.stream().flatMap(RequirementsIT::tags).sorted().toList();
    List<String> ids =
        suite.verdict().judgements().stream()
            .map(judgement -> judgement.requirement().id())
            .sorted()
            .toList();
    assertEquals(ids, tags);
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
    suite.mustPass("NFR001");
  }

  @Test
  @Tag("NFR002")
  void aThousandTasksRender() {
    suite.mustPass("NFR002");
  }

  @Test
  @Tag("NFR003")
  void aHundredTasksAreLaidOut() {
    suite.mustPass("NFR003");
  }

  @Test
  @Tag("NFR004")
  void tenStepsNavigate() {
    suite.mustPass("NFR004");
  }

  @Test
  @Tag("NFR005")
  void aQueryAnswers() {
    suite.mustPass("NFR005");
  }

  @Test
  @Tag("NFR006")
  void anEnqueueReturns() {
    suite.mustPass("NFR006");
  }

  @Test
  @Tag("NFR007")
  void aClaimAndACompletionReturn() {
    suite.mustPass("NFR007");
  }

  @Test
  @Tag("NFR008")
  void aHundredTasksFitInMemory() {
    suite.mustPass("NFR008");
  }

  @Test
  @Tag("NFR009")
  void aThousandTasksFitInMemory() {
    suite.mustPass("NFR009");
  }

  @Test
  @Tag("NFR010")
  void tenThousandTasksFitInMemory() {
    suite.mustPass("NFR010");
  }

  @Test
  @Tag("NFR011")
  void aLoadedTreeIsSmall() {
    suite.mustPass("NFR011");
  }

  @Test
  @Tag("NFR012")
  void repeatedRendersDoNotGrow() {
    suite.mustPass("NFR012");
  }

  @Test
  @Tag("NFR013")
  void renderingScales() {
    suite.mustPass("NFR013");
  }

  @Test
  @Tag("NFR014")
  void theLayoutIsDeterministic() {
    suite.mustPass("NFR014");
  }

  @Test
  @Tag("NFR015")
  void renderingIsDeterministic() {
    suite.mustPass("NFR015");
  }

  @Test
  @Tag("NFR016")
  void concurrentEnqueuesLoseNothing() {
    suite.mustPass("NFR016");
  }

  @Test
  @Tag("NFR017")
  void aCompletionFreesTenDependents() {
    suite.mustPass("NFR017");
  }

  @Test
  @Tag("NFR018")
  void statisticsAnswer() {
    suite.mustPass("NFR018");
  }

  @Test
  @Tag("NFR019")
  void aHundredTasksArePlanned() {
    suite.mustPass("NFR019");
  }

  @Test
  @Tag("NFR020")
  void aCycleOfAHundredIsFound() {
    suite.mustPass("NFR020");
  }

  @Test
  @Tag("NFR021")
  void aTreeIsPruned() {
    suite.mustPass("NFR021");
  }
}
