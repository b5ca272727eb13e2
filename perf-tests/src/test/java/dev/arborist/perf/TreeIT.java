package dev.arborist.perf;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the tree aims for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TreeIT {

  private Suite suite;

  @BeforeAll
  void measure() throws IOException {
    suite = Suite.measured();
  }

  @Test
  @Tag("NFR063")
  void theFirstScreenIsThereSoon() {
    suite.mustKeep("NFR063");
  }

  @Test
  @Tag("NFR064")
  void almostEveryKeyIsFollowedByItsScreenAtOnce() {
    suite.mustKeep("NFR064");
  }

  @Test
  @Tag("NFR065")
  void collapsingIsQuick() {
    suite.mustKeep("NFR065");
  }

  @Test
  @Tag("NFR066")
  void aScreenAllocatesLittle() {
    suite.mustKeep("NFR066");
  }

  @Test
  @Tag("NFR067")
  void renderingKeepsUp() {
    suite.mustKeep("NFR067");
  }

  @Test
  @Tag("NFR068")
  void aFilterKeepsUpWithTyping() {
    suite.mustKeep("NFR068");
  }

  @Test
  @Tag("NFR069")
  void aHundredTasksTakeNoTime() {
    suite.mustKeep("NFR069");
  }

  @Test
  @Tag("NFR070")
  void aThousandTasksTakeNoTime() {
    suite.mustKeep("NFR070");
  }
}
