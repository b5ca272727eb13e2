package dev.arborist.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDelayTest {

  @TempDir private Path threads;

  @Test
  void theTimeThatThreadsWaitedIsKnownWhereTheSystemCountsIt() {
    RunDelay delay = new RunDelay();
    delay.begin();
    boolean isCounted = Files.exists(Path.of("/proc/self/schedstat"));

    long nanos = delay.nanos();

    assertEquals(isCounted, nanos >= 0, nanos + " ns");
  }

  /** They are the time on a processor, the time of waiting for one, and how often it had one. */
  @Test
  void theSecondNumberOfEachThreadIsItsTime() throws IOException {
    Files.writeString(
        Files.createDirectories(threads.resolve("7")).resolve("schedstat"), "1 20 3\n");
    Files.writeString(
        Files.createDirectories(threads.resolve("8")).resolve("schedstat"), "4 500 6\n");
    Files.createDirectories(threads.resolve("9")); // it has ended meanwhile

    assertEquals(520, RunDelay.waited(threads));
  }

  @Test
  void aKernelThatDoesNotCountTellsNothing() throws IOException {
    Files.createDirectories(threads.resolve("7"));

    assertEquals(-1, RunDelay.waited(threads));
    assertEquals(-1, RunDelay.waited(threads.resolve("none")));
  }
}
