package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFamilyTest {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  @TempDir private Path directory;

  private static long printedPid(Process process) throws IOException {
    return Long.parseLong(process.inputReader().readLine());
  }

  /** As in a container whose first process never asks how its children ended. */
  @Test
  void aProcessThatNobodyAsksAboutHasEnded() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/stat")), "Linux only");
    Path file = Files.writeString(directory.resolve("file"), "a shell no more\n");
    Process parent =
        new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; exec tail -f '" + file + "'").start();
    try {
      ProcessHandle child = ProcessHandle.of(printedPid(parent)).orElseThrow();
      assertEquals("a shell no more", parent.inputReader().readLine());
      assertFalse(ProcessFamily.hasEnded(child));
      child.destroyForcibly();

      long end = System.nanoTime() + PATIENCE_NANOS;
      while (!ProcessFamily.hasEnded(child)) {
        assertTrue(System.nanoTime() < end, "it is never seen to have ended");
        Thread.sleep(1);
      }

      assertTrue(child.isAlive(), "its parent does ask, and this proves nothing");
    } finally {
      parent.destroyForcibly();
    }
  }

  /** What is seen while its parent lives ends with the family, also when its parent has gone. */
  @Test
  void whatAMemberLeavesBehindEndsToo() throws Exception {
    ProcessHandle orphan;
    try (ProcessFamily family = new ProcessFamily()) {
      Process member =
          family.start(new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; read line"));
      orphan = ProcessHandle.of(printedPid(member)).orElseThrow();
      family.look();
      member.outputWriter().close();
      family.await(member);
      assertFalse(ProcessFamily.hasEnded(orphan));
    }
    assertTrue(ProcessFamily.hasEnded(orphan));
  }
}
