package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuPinTest {

  @Test
  void aListOfProcessorsIsReadAsLinuxWritesIt() {
    assertEquals(List.of(0), CpuPin.numbers("0"));
    assertEquals(List.of(0, 1, 2, 3, 8, 10, 11), CpuPin.numbers("0-3,8,10-11"));
  }

  @Test
  void aPinnedProcessMayUseOneProcessor() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    try {
      boolean isPinned = CpuPin.apply(List.of(process.toHandle()), 1);

      Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
      if (isPinned) {
        assertTrue(
            Files.readAllLines(status).stream()
                .anyMatch(line -> line.matches("Cpus_allowed_list:\\s+[0-9]+")));
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
