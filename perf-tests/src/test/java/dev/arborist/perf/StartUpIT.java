package dev.arborist.perf;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How soon a command is done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartUpIT {

  private Suite suite;

  @BeforeAll
  void measure() throws IOException {
    suite = Suite.measured();
  }

  @Test
  @Tag("NFR091")
  void aTreeIsThereSoon() {
    suite.mustKeep("NFR091");
  }

  @Test
  @Tag("NFR092")
  void aTreeIsThereSoonFromTheJarAlone() {
    suite.mustKeep("NFR092");
  }

  @Test
  @Tag("NFR093")
  void theClassesComeOutOfTheArchive() {
    suite.mustKeep("NFR093");
  }
}
