package dev.arborist.perf;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is not reached for certain yet, and what is measured among a million tasks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThoroughIT {

  private Suite suite;

  @BeforeAll
  void measure() throws IOException {
    assumeTrue(PerfProfile.chosen() == PerfProfile.THOROUGH, "only in the thorough profile");
    suite = Suite.measured();
  }

  @Test
  @Tag("NFR028")
  void aCycleOfTenThousandIsFound() {
    suite.mustPass("NFR028");
  }

  @Test
  @Tag("NFR031")
  void enqueueGrowsLittle() {
    suite.mustPass("NFR031");
  }

  @Test
  @Tag("NFR053")
  void enqueueGrowsLittleToAMillion() {
    suite.mustPass("NFR053");
  }

  @Test
  @Tag("NFR054")
  void completionGrowsLittleToAMillion() {
    suite.mustPass("NFR054");
  }

  @Test
  @Tag("NFR055")
  void claimGrowsLittleToAMillion() {
    suite.mustPass("NFR055");
  }

  @Test
  @Tag("NFR056")
  void linkGrowsLittleToAMillion() {
    suite.mustPass("NFR056");
  }

  @Test
  @Tag("NFR057")
  void statisticsOfAMillionAnswer() {
    suite.mustPass("NFR057");
  }

  @Test
  @Tag("NFR058")
  void everySingleFilterOfAMillionAnswers() {
    suite.mustPass("NFR058");
  }

  @Test
  @Tag("NFR059")
  void combinedFiltersOfAMillionAnswer() {
    suite.mustPass("NFR059");
  }

  @Test
  @Tag("NFR060")
  void aTextAmongAMillionIsFound() {
    suite.mustPass("NFR060");
  }

  @Test
  @Tag("NFR061")
  void anEnqueueIsNotFarFromTheRawLoopInLaunches() {
    suite.mustPass("NFR061");
  }

  @Test
  @Tag("NFR062")
  void aClaimAndACompletionAreNotFarFromTheRawLoopInLaunches() {
    suite.mustPass("NFR062");
  }
}
