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
    suite.mustNotMiss("NFR063");
  }

  @Test
  @Tag("NFR064")
  void almostEveryKeyIsFollowedByItsScreenAtOnce() {
    suite.mustNotMiss("NFR064");
  }

  @Test
  @Tag("NFR065")
  void collapsingIsQuick() {
    suite.mustNotMiss("NFR065");
  }

  @Test
  @Tag("NFR066")
  void aScreenAllocatesLittle() {
    suite.mustNotMiss("NFR066");
  }

  @Test
  @Tag("NFR067")
  void renderingKeepsUp() {
    suite.mustNotMiss("NFR067");
  }

  @Test
  @Tag("NFR068")
  void aFilterKeepsUpWithTyping() {
    suite.mustNotMiss("NFR068");
  }

  @Test
  @Tag("NFR069")
  void aHundredTasksTakeNoTime() {
    suite.mustNotMiss("NFR069");
  }

  @Test
  @Tag("NFR070")
  void aThousandTasksTakeNoTime() {
    suite.mustNotMiss("NFR070");
  }
}
