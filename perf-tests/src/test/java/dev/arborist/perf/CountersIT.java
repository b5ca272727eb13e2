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
    suite.mustPass("NFR035");
  }

  @Test
  @Tag("NFR036")
  void stepsOfEnqueue() {
    suite.mustPass("NFR036");
  }

  @Test
  @Tag("NFR037")
  void statementsOfClaim() {
    suite.mustPass("NFR037");
  }

  @Test
  @Tag("NFR038")
  void stepsOfClaim() {
    suite.mustPass("NFR038");
  }

  @Test
  @Tag("NFR039")
  void statementsOfComplete() {
    suite.mustPass("NFR039");
  }

  @Test
  @Tag("NFR040")
  void stepsOfComplete() {
    suite.mustPass("NFR040");
  }

  @Test
  @Tag("NFR041")
  void statementsOfEnqueueWithTen() {
    suite.mustPass("NFR041");
  }

  @Test
  @Tag("NFR042")
  void stepsOfEnqueueWithTen() {
    suite.mustPass("NFR042");
  }

  @Test
  @Tag("NFR043")
  void statementsOfCompleteWithTen() {
    suite.mustPass("NFR043");
  }

  @Test
  @Tag("NFR044")
  void stepsOfCompleteWithTen() {
    suite.mustPass("NFR044");
  }

  @Test
  @Tag("NFR045")
  void statementsOfLink() {
    suite.mustPass("NFR045");
  }

  @Test
  @Tag("NFR046")
  void stepsOfLink() {
    suite.mustPass("NFR046");
  }

  @Test
  @Tag("NFR047")
  void theRawLoopRunsNoMoreToEnqueue() {
    suite.mustPass("NFR047");
  }

  @Test
  @Tag("NFR048")
  void theRawLoopTakesTheStepsOfEnqueue() {
    suite.mustPass("NFR048");
  }

  @Test
  @Tag("NFR049")
  void theRawLoopRunsNoMoreToClaim() {
    suite.mustPass("NFR049");
  }

  @Test
  @Tag("NFR050")
  void theRawLoopTakesTheStepsOfClaim() {
    suite.mustPass("NFR050");
  }

  @Test
  @Tag("NFR051")
  void theRawLoopRunsNoMoreToComplete() {
    suite.mustPass("NFR051");
  }

  @Test
  @Tag("NFR052")
  void theRawLoopTakesTheStepsOfComplete() {
    suite.mustPass("NFR052");
  }
}
