package dev.arborist.determinism.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventStatistics;

class RepetitionExtensionTest {

  private static final AtomicInteger RUNS = new AtomicInteger();

  /** Run only by the test below: it fails in its fourth repetition. */
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
        .execute()
        .testEvents()
        .assertStatistics(RepetitionExtensionTest::threePassAndOneFails);
    assertEquals(4, RUNS.get());
  }

  private static void threePassAndOneFails(EventStatistics statistics) {
    statistics.started(4).succeeded(3).failed(1);
  }
}
