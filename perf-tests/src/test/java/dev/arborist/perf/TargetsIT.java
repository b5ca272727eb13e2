package dev.arborist.perf;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the project aims for beyond what it promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TargetsIT {

  private Suite suite;

  @BeforeAll
  void measure() throws IOException {
    suite = Suite.measured();
  }

  @Test
  @Tag("NFR022")
  void anEnqueueIsNotFarFromTheRawLoop() {
    suite.mustKeep("NFR022");
  }

  @Test
  @Tag("NFR023")
  void aClaimAndACompletionAreNotFarFromTheRawLoop() {
    suite.mustKeep("NFR023");
  }

  @Test
  @Tag("NFR024")
  void sixteenCallersKeepTheirPace() {
    suite.mustKeep("NFR024");
  }

  @Test
  @Tag("NFR025")
  void noneOfSixteenCallersWaitsLong() {
    suite.mustKeep("NFR025");
  }

  @Test
  @Tag("NFR026")
  void sixteenCallersGetTheirShare() {
    suite.mustKeep("NFR026");
  }

  @Test
  @Tag("NFR027")
  void aCompletionFreesAThousandDependents() {
    suite.mustKeep("NFR027");
  }

  @Test
  @Tag("NFR029")
  void aHundredThousandTasksAreImported() {
    suite.mustKeep("NFR029");
  }

  @Test
  @Tag("NFR030")
  void aHundredThousandTasksAreExamined() {
    suite.mustKeep("NFR030");
  }

  @Test
  @Tag("NFR032")
  void completionGrowsLittle() {
    suite.mustKeep("NFR032");
  }

  @Test
  @Tag("NFR033")
  void claimGrowsLittle() {
    suite.mustKeep("NFR033");
  }

  @Test
  @Tag("NFR034")
  void linkGrowsLittle() {
    suite.mustKeep("NFR034");
  }
}
