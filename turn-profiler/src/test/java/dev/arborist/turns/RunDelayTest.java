package dev.arborist.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunDelayTest {

  @Test
  void theTimeThatThreadsWaitedIsKnownWhereTheSystemCountsIt() {
    RunDelay delay = new RunDelay();
    delay.begin();
    boolean isCounted = Files.exists(Path.of("/proc/self/schedstat"));

    long nanos = delay.nanos();

    assertEquals(isCounted, nanos >= 0, nanos + " ns");
  }
}
