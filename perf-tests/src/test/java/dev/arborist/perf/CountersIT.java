package dev.arborist.perf;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What each operation asks of SQLite, exactly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountersIT {

  private Suite suite;

  @BeforeAll
  void measure() throws IOException {
    suite = Suite.measured();
  }

  @Test
  @Tag("NFR035")
  void statementsOfEnqueue() {
    suite.mustKeep("NFR035");
  }

  @Test
  @Tag("NFR036")
  void stepsOfEnqueue() {
    suite.mustKeep("NFR036");
  }

  @Test
  @Tag("NFR037")
  void statementsOfClaim() {
    suite.mustKeep("NFR037");
  }

  @Test
  @Tag("NFR038")
  void stepsOfClaim() {
    suite.mustKeep("NFR038");
  }

  @Test
  @Tag("NFR039")
  void statementsOfComplete() {
    suite.mustKeep("NFR039");
  }

  @Test
  @Tag("NFR040")
  void stepsOfComplete() {
    suite.mustKeep("NFR040");
  }

  @Test
  @Tag("NFR041")
  void statementsOfEnqueueWithTen() {
    suite.mustKeep("NFR041");
  }

  @Test
  @Tag("NFR042")
  void stepsOfEnqueueWithTen() {
    suite.mustKeep("NFR042");
  }

  @Test
  @Tag("NFR043")
  void statementsOfCompleteWithTen() {
    suite.mustKeep("NFR043");
  }

  @Test
  @Tag("NFR044")
  void stepsOfCompleteWithTen() {
    suite.mustKeep("NFR044");
  }

  @Test
  @Tag("NFR045")
  void statementsOfLink() {
    suite.mustKeep("NFR045");
  }

  @Test
  @Tag("NFR046")
  void stepsOfLink() {
    suite.mustKeep("NFR046");
  }

  @Test
  @Tag("NFR047")
  void theRawLoopRunsNoMoreToEnqueue() {
    suite.mustKeep("NFR047");
  }

  @Test
  @Tag("NFR048")
  void theRawLoopTakesTheStepsOfEnqueue() {
    suite.mustKeep("NFR048");
  }

  @Test
  @Tag("NFR049")
  void theRawLoopRunsNoMoreToClaim() {
    suite.mustKeep("NFR049");
  }

  @Test
  @Tag("NFR050")
  void theRawLoopTakesTheStepsOfClaim() {
    suite.mustKeep("NFR050");
  }

  @Test
  @Tag("NFR051")
  void theRawLoopRunsNoMoreToComplete() {
    suite.mustKeep("NFR051");
  }

  @Test
  @Tag("NFR052")
  void theRawLoopTakesTheStepsOfComplete() {
    suite.mustKeep("NFR052");
  }
}
