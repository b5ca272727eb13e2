package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhOutputTest {

  @TempDir Path directory;

  private String reason(String printed) throws IOException {
    return JmhOutput.reason(Files.writeString(directory.resolve("log"), printed));
  }

  @Test
  void whatTheBenchmarkThrewIsTheReason() throws IOException {
    assertEquals(
        "java.lang.IllegalStateException: no data",
        reason(
            """
            # JMH version: 1.37
            # Warmup Iteration   1: <failure>

            java.lang.IllegalStateException: no data
            \tat foreign.Foreign.begin(Foreign.java:14)

            ERROR: org.openjdk.jmh.runner.RunnerException: Benchmark caught the exception
            """));
  }

  @Test
  void whatTheJvmDidNotLikeIsTheReason() throws IOException {
    assertEquals(
        "Conflicting collector combinations in option list; please refer to the release notes for"
            + " the combinations allowed",
        reason(
            """
            # Warmup Iteration   1: <forked VM failed with exit code 1>
            <stderr last='20 lines'>
            Error occurred during initialization of VM
            Conflicting collector combinations in option list; please refer to the release notes for \
            the combinations allowed
            </stderr>
            """));
  }

  @Test
  void aJvmThatEndedByItselfHasAnExitCode() throws IOException {
    assertEquals(
        "forked VM failed with exit code 3",
        reason(
            """
            # Warmup Iteration   1: <forked VM failed with exit code 3>
            ERROR: org.openjdk.jmh.runner.RunnerException: Benchmark caught the exception
            """));
  }

  @Test
  void whatTheProfilerSaidComesFirst() throws IOException {
    assertEquals(
        "arborist turns: the arbiter is gone",
        reason("java.io.IOException: broken\narborist turns: the arbiter is gone\n"));
  }

  @Test
  void somethingIsSaidOfAnything() throws IOException {
    assertEquals("Killed", reason("\n  Killed\n"));
    assertEquals("it printed nothing", reason(""));
    assertTrue(JmhOutput.reason(directory.resolve("none")).contains("cannot be read"));
    assertEquals(301, reason("x".repeat(1_000)).length());
  }
}
