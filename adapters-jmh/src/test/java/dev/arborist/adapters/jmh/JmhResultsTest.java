package dev.arborist.adapters.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmhResultsTest {

  private static final String RESULTS =
      """
      [{"jmhVersion": "1.37", "benchmark": "a.B.run", "mode": "avgt", "forks": 2,
        "params": {"tasks": "100"},
        "primaryMetric": {"score": 1.5, "scoreError": "NaN", "scoreUnit": "us/op",
          "scorePercentiles": {"50.0": 1.5},
          "rawData": [[1.0, 2.0], [3.0, 4.0]]},
        "secondaryMetrics": {
          "other": {"scoreUnit": "counts", "rawData": [[9.0]]},
          "·gc.alloc.rate.norm": {"scoreUnit": "B/op", "rawData": [[16.0, "NaN"], [16.0]]}}},
       {"benchmark": "a.B.rate", "mode": "thrpt",
        "primaryMetric": {"scoreUnit": "ops/min", "rawData": [[600.0]]}}]
      """;

  @TempDir Path directory;

  private List<Series> read(String text) throws IOException {
    return JmhResults.read(Files.writeString(directory.resolve("jmh.json"), text));
  }

  @Test
  void valuesAreKeptByLaunchAndInKeptUnits() throws IOException {
    List<Series> series = read(RESULTS);
    assertEquals(3, series.size());
    Series time = series.get(0);
    assertEquals("a.B.run", time.benchmark());
    assertEquals(Map.of("tasks", "100"), time.params());
    assertEquals(Dimension.TIME, time.dimension());
    assertEquals(List.of(List.of(1e3, 2e3), List.of(3e3, 4e3)), time.launches());
    Series allocation = series.get(1);
    assertEquals("bytesPerOp", allocation.measure());
    assertTrue(allocation.launches().get(0).get(1).isNaN());
    Series rate = series.get(2);
    assertEquals(Dimension.RATE, rate.dimension());
    assertEquals(10, rate.launches().get(0).get(0), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "no json",
        "[{\"benchmark\": \"a.B.run\"}]",
        "[{\"benchmark\": \"a",
        "[{\"benchmark\":\"a\",\"primaryMetric\":{\"scoreUnit\":\"parsec\",\"rawData\":[[1]]}}]"
      })
  void whatIsNotJmhsResultsIsRefusedInOneLine(String text) {
    var refused = assertThrows(StorageException.class, () -> read(text));
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    for (int length = 1; length < RESULTS.strip().length(); length += 7) {
      String part = RESULTS.substring(0, length);
      assertThrows(StorageException.class, () -> read(part), part);
    }
  }

  @Test
  void realResultsOfOtherProjectsAreRead() {
    Path samples = Path.of("../../shared/data/jmh");
    assumeTrue(Files.isDirectory(samples), "no sample results here");
    assertEquals(80, JmhResults.read(samples.resolve("collections-avgt.json")).size());
    List<Series> rates = JmhResults.read(samples.resolve("linear-algebra-thrpt.json"));
    assertEquals(28, rates.size());
    assertEquals(Dimension.RATE, rates.get(0).dimension());
    assertEquals(52_151.56022277296 / 60, rates.get(0).launches().get(0).get(0), 1e-6);
  }
}
