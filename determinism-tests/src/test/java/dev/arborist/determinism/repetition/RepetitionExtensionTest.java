package dev.arborist.determinism.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventStatistics;

class RepetitionExtensionTest {

  private static final AtomicInteger RUNS = new AtomicInteger();

  /** Also where a class is looked for by a pattern, and nested ones are found. */
  static final class OnlyWhenAsked implements ExecutionCondition {

    private static final String ASKED = "asked";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter(ASKED).isPresent()
          ? ConditionEvaluationResult.enabled("")
          : ConditionEvaluationResult.disabled("run by the test of repetitions only");
    }
  }

  /** It fails in its fourth repetition. */
  @ExtendWith(OnlyWhenAsked.class)
  static class FailsInTheFourth {

    @Repeated
    void repeated() {
      if (RUNS.incrementAndGet() == 4) {
        fail("the fourth");
      }
    }
  }

  @Test
  void repetitionsStopAtTheFirstFailure() {
    RUNS.set(0);
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(FailsInTheFourth.class))
        .configurationParameter(OnlyWhenAsked.ASKED, "")
        .execute()
        .testEvents()
        .assertStatistics(RepetitionExtensionTest::threePassAndOneFails);
    assertEquals(4, RUNS.get());
  }

  private static void threePassAndOneFails(EventStatistics statistics) {
    statistics.started(4).succeeded(3).failed(1);
  }
}
