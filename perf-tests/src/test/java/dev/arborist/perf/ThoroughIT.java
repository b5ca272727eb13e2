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
    suite.mustKeep("NFR028");
  }

  @Test
  @Tag("NFR031")
  void enqueueGrowsLittle() {
    suite.mustKeep("NFR031");
  }

  @Test
  @Tag("NFR053")
  void enqueueGrowsLittleToAMillion() {
    suite.mustKeep("NFR053");
  }

  @Test
  @Tag("NFR054")
  void completionGrowsLittleToAMillion() {
    suite.mustKeep("NFR054");
  }

  @Test
  @Tag("NFR055")
  void claimGrowsLittleToAMillion() {
    suite.mustKeep("NFR055");
  }

  @Test
  @Tag("NFR056")
  void linkGrowsLittleToAMillion() {
    suite.mustKeep("NFR056");
  }

  @Test
  @Tag("NFR057")
  void statisticsOfAMillionAnswer() {
    suite.mustKeep("NFR057");
  }

  @Test
  @Tag("NFR058")
  void everySingleFilterOfAMillionAnswers() {
    suite.mustKeep("NFR058");
  }

  @Test
  @Tag("NFR059")
  void combinedFiltersOfAMillionAnswer() {
    suite.mustKeep("NFR059");
  }

  @Test
  @Tag("NFR060")
  void aTextAmongAMillionIsFound() {
    suite.mustKeep("NFR060");
  }

  @Test
  @Tag("NFR061")
  void anEnqueueIsNotFarFromTheRawLoopInLaunches() {
    suite.mustKeep("NFR061");
  }

  @Test
  @Tag("NFR062")
  void aClaimAndACompletionAreNotFarFromTheRawLoopInLaunches() {
    suite.mustKeep("NFR062");
  }

  @Test
  @Tag("NFR072")
  void aMillionTasksAreWrittenOut() {
    suite.mustKeep("NFR072");
  }

  @Test
  @Tag("NFR073")
  void aMillionTasksAreLaidOut() {
    suite.mustKeep("NFR073");
  }

  @Test
  @Tag("NFR074")
  void almostEveryKeyAmongAMillionIsFollowedByItsScreenAtOnce() {
    suite.mustKeep("NFR074");
  }

  @Test
  @Tag("NFR075")
  void collapsingAmongAMillionIsQuick() {
    suite.mustKeep("NFR075");
  }

  @Test
  @Tag("NFR076")
  void aScreenOfAMillionAllocatesLittle() {
    suite.mustKeep("NFR076");
  }

  @Test
  @Tag("NFR077")
  void theFirstScreenOfAMillionIsThereSoon() {
    suite.mustKeep("NFR077");
  }

  @Test
  @Tag("NFR078")
  void renderingAMillionKeepsUp() {
    suite.mustKeep("NFR078");
  }

  @Test
  @Tag("NFR079")
  void aScreenOfALongerChainCostsNoMore() {
    suite.mustKeep("NFR079");
  }

  @Test
  @Tag("NFR071")
  void navigationTakesNoTime() {
    suite.mustKeep("NFR071");
  }

  @Test
  @Tag("NFR090")
  void aLongHistoryIsListed() {
    suite.mustKeep("NFR090");
  }

  @Test
  @Tag("NFR100")
  void almostEveryKeyIsFollowedByItsFrameAmongAMillion() {
    suite.mustKeep("NFR100");
  }
}
