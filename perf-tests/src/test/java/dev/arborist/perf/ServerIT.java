package dev.arborist.perf;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is required of a queue on a PostgreSQL server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerIT {

  private Suite suite;

  @BeforeAll
  void measure() throws IOException {
    assumeTrue(PerfProfile.chosen() == PerfProfile.SERVER, "only in the server profile");
    suite = Suite.measured();
  }

  @Test
  @Tag("NFR101")
  void sixteenCallersAreNotFarFromTheRawLoop() {
    suite.mustKeep("NFR101");
  }

  @Test
  @Tag("NFR102")
  void aMillionTasksCostLittleMoreThanAThousand() {
    suite.mustKeep("NFR102");
  }

  @Test
  @Tag("NFR103")
  void noTableOfAMillionIsReadFromEndToEnd() {
    suite.mustKeep("NFR103");
  }
}
