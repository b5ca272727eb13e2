package dev.arborist.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SuiteDuetTest {

  @Test
  void theHistoryIsTheSameForACommandThatRunsElsewhere() {
    assertEquals(
        Path.of("runs.db").toAbsolutePath().toString(),
        SuiteDuet.seenFromAnywhere("target/../runs.db"));
    assertEquals("postgres://me@host/runs", SuiteDuet.seenFromAnywhere("postgres://me@host/runs"));
  }
}
