package dev.arborist.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With {@code -Dperf.duet}, the suite beside an earlier commit instead of its requirements. */
class DuetIT {

  @Test
  void nothingRegressedBesideTheCommit() throws Exception {
    assumeTrue(SuiteDuet.isAsked(), "no commit was named with -Dperf.duet");

    int code = SuiteDuet.chosen().hold(Path.of("target"), System.out::println);

    assertEquals(0, code, "6 means that something regressed, 7 that not all is decided");
  }
}
