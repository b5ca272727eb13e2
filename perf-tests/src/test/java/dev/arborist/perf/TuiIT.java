package dev.arborist.perf;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the terminal UI must keep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TuiIT {

  private Suite suite;

  @BeforeAll
  void measure() throws IOException {
    suite = Suite.measured();
  }

  @Test
  @Tag("NFR095")
  void theFirstFrameFollowsTheData() {
    suite.mustKeep("NFR095");
  }

  @Test
  @Tag("NFR096")
  void almostEveryKeyIsFollowedByItsFrame() {
    suite.mustKeep("NFR096");
  }

  @Test
  @Tag("NFR097")
  void anIdleUiTakesNoTime() {
    suite.mustKeep("NFR097");
  }

  @Test
  @Tag("NFR098")
  void anIdleUiWritesNothing() {
    suite.mustKeep("NFR098");
  }

  @Test
  @Tag("NFR099")
  void aChangeIsShownWithFewBytes() {
    suite.mustKeep("NFR099");
  }
}
