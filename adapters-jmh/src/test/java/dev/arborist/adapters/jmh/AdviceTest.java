package dev.arborist.adapters.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviceTest {

  @TempDir Path directory;

  private JmhResultsFile results(String... entries) throws IOException {
    String text = "[" + String.join(",", entries) + "]";
    return JmhResultsFile.read(Files.writeString(directory.resolve("jmh.json"), text));
  }

  private static String entry(String name, String mode, String settings, String secondary) {
    return """
        {"jmhVersion": "1.37", "benchmark": "a.B.%s", "mode": "%s", %s
         "primaryMetric": {"scoreUnit": "us/op", "rawData": [[1.0]]},
         "secondaryMetrics": {%s}}
        """
        .formatted(name, mode, settings, secondary);
  }

  private static final String ALLOCATION =
      "\"gc.alloc.rate.norm\": {\"scoreUnit\": \"B/op\", \"rawData\": [[16.0]]}";

  @Test
  void soundResultsNeedNoAdvice() throws IOException {
    String settings = "\"forks\": 3, \"warmupIterations\": 5, \"warmupTime\": \"1 s\",";
    JmhResultsFile results =
        results(entry("run", "avgt", settings, ALLOCATION), entry("run", "sample", settings, ""));
    assertEquals(List.of(), results.findings());
    JmhSetup setup = results.setups().get(0);
    assertEquals("a.B.run", setup.benchmark());
    assertEquals("1.37", setup.jmhVersion());
    assertEquals(3, setup.forks());
    assertEquals(5, setup.warmups());
    assertEquals("1 s", setup.warmupTime());
    assertNull(setup.iterations());
    assertTrue(setup.isAllocationMeasured());
  }

  @Test
  void everyWeaknessIsNamedWithWhatToDo() throws IOException {
    List<String> findings =
        results(
                entry("inside", "avgt", "\"forks\": 0, \"warmupIterations\": 5,", ""),
                entry("once", "avgt", "\"forks\": 1, \"warmupIterations\": 0,", ""),
                entry("twice", "avgt", "\"forks\": 2, \"warmupIterations\": 5,", ""))
            .findings();
    assertEquals(5, findings.size(), findings.toString());
    assertTrue(findings.get(0).startsWith("1 of 3 benchmarks ran in JMH's own JVM"));
    assertTrue(findings.get(1).startsWith("2 of 3 benchmarks were launched fewer than 3 times"));
    assertTrue(findings.get(2).startsWith("1 of 3 benchmarks were measured without warm-up"));
    assertTrue(findings.get(3).contains("-bm sample"));
    assertTrue(findings.get(4).contains("-prof gc"));
  }

  @Test
  void singleShotsAreColdOnPurpose() throws IOException {
    String settings = "\"forks\": 5, \"warmupIterations\": 0,";
    List<String> findings = results(entry("run", "ss", settings, ALLOCATION)).findings();
    assertEquals(List.of(Advice.NO_SAMPLES), findings);
  }

  @Test
  void whatAFileDoesNotSayIsNotHeldAgainstIt() throws IOException {
    JmhResultsFile results = results(entry("run", "sample", "\"forks\": \"many\",", ALLOCATION));
    assertEquals(List.of(), results.findings());
    assertNull(results.setups().get(0).forks());
  }

  @Test
  void realResultsHaveSingleLaunches() {
    Path file = Path.of("../../shared/data/jmh/collections-avgt.json");
    assumeTrue(Files.exists(file), "no sample results here");
    List<String> findings = JmhResultsFile.read(file).findings();
    assertEquals("80 of 80 benchmarks were launched " + Advice.FEW_FORKS, findings.get(0));
    assertEquals(List.of(Advice.NO_SAMPLES, Advice.NO_ALLOCATION), findings.subList(1, 3));
  }
}
