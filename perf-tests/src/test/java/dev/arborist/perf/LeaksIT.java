package dev.arborist.perf;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is repeated leaves nothing behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaksIT {

  private Suite suite;

  @BeforeAll
  void measure() throws IOException {
    suite = Suite.measured();
  }

  @Test
  @Tag("NFR083")
  void workKeepsNoMemory() {
    suite.mustKeep("NFR083");
  }

  @Test
  @Tag("NFR084")
  void openingKeepsNoMemory() {
    suite.mustKeep("NFR084");
  }

  @Test
  @Tag("NFR085")
  void treesKeepNoMemory() {
    suite.mustKeep("NFR085");
  }

  @Test
  @Tag("NFR086")
  void renderingKeepsNoMemory() {
    suite.mustKeep("NFR086");
  }

  @Test
  @Tag("NFR087")
  void openingLeavesNoThread() {
    suite.mustKeep("NFR087");
  }

  @Test
  @Tag("NFR088")
  void openingLeavesNoFileOpen() {
    suite.mustKeep("NFR088");
  }
}
