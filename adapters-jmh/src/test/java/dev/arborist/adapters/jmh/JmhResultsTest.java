package dev.arborist.adapters.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import dev.arborist.domain.validation.sample.Series;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JmhResultsTest {

  private static final String RESULTS =
      """
      [{"jmhVersion": "1.37", "benchmark": "a.B.run", "mode": "avgt", "forks": 2,
        "jvmArgs": ["-Xmx1g", "-Xms1g"], "params": {"tasks": "100"},
        "primaryMetric": {"score": 1.5, "scoreError": "NaN", "scoreUnit": "us/op",
          "scorePercentiles": {"50.0": 1.5},
          "rawData": [[1.0, 2.0], [3.0, 4.0]]},
        "secondaryMetrics": {
          "other": {"scoreUnit": "counts", "rawData": [[9.0]]},
          "unseen": {"scoreUnit": "counts", "rawData": [["NaN"]]},
          "·gc.alloc.rate.norm": {"scoreUnit": "B/op", "rawData": [[16.0, "NaN"], [16.0]]}}},
       {"benchmark": "a.B.rate", "mode": "thrpt",
        "primaryMetric": {"scoreUnit": "ops/min", "rawData": [[600.0]]}}]
      """;

  /** Two launches of two iterations each; JMH writes each value with how often it was seen. */
  private static final String SAMPLED =
      """
      [{"benchmark": "a.B.run", "mode": "sample", "forks": 2,
        "primaryMetric": {"score": 1.5, "scoreUnit": "ms/op",
          "rawDataHistogram": [
            [[[1.0, 90], [2.0, 5]], [[3.0, 4], [9.0, 1]]],
            [[[1.0, 99]], [[5.0, 1]]]]}}]
      """;

  @TempDir Path directory;

  private List<JmhEntry> entries(String text) throws IOException {
    return JmhResults.read(Files.writeString(directory.resolve("jmh.json"), text));
  }

  private List<Series> read(String text) throws IOException {
    return series(entries(text));
  }

  private static List<Series> series(List<JmhEntry> entries) {
    return entries.stream().flatMap(entry -> entry.series().stream()).toList();
  }

  private static Series find(List<Series> series, String measure) {
    return series.stream().filter(one -> one.measure().equals(measure)).findFirst().orElseThrow();
  }

  @Test
  void valuesAreKeptByLaunchAndInKeptUnits() throws IOException {
    List<Series> series = read(RESULTS);
    assertEquals(4, series.size());
    Series time = series.get(0);
    assertEquals("a.B.run", time.benchmark());
    assertEquals(Map.of("tasks", "100"), time.params());
    assertEquals(Dimension.TIME, time.dimension());
    assertEquals(List.of(List.of(1e3, 2e3), List.of(3e3, 4e3)), time.launches());
    Series allocation = find(series, "bytesPerOp");
    assertTrue(allocation.launches().get(0).get(1).isNaN());
    Series rate = series.get(3);
    assertEquals(Dimension.RATE, rate.dimension());
    assertEquals(10, rate.launches().get(0).get(0), 1e-9);
  }

  @Test
  void whatProfilersCountIsKeptByItsName() throws IOException {
    Series other = find(read(RESULTS), "counter:other");
    assertEquals(List.of(List.of(9.0)), other.launches());
    assertEquals(Dimension.NUMBER, other.dimension());
  }

  /** As JMH writes a group of threads with counters of its own. */
  private static final String GROUP =
      """
      [{"benchmark": "a.G.both", "mode": "thrpt", "forks": 1,
        "primaryMetric": {"scoreUnit": "ops/us", "rawData": [[3.0]]},
        "secondaryMetrics": {
          "put": {"scoreUnit": "ops/us", "rawData": [[2.0]]},
          "wait": {"scoreUnit": "ms/op", "rawData": [[0.5]]},
          "instructions": {"scoreUnit": "#/op", "rawData": [[7.0]]},
          "infinite": {"scoreUnit": "ops/us", "rawData": [["+INF"]]},
          "endless": {"scoreUnit": "#", "rawData": [["-INF"]]}}}]
      """;

  @Test
  void whatAGroupReportsKeepsItsTimeOrRate() throws IOException {
    List<Series> series = read(GROUP);
    assertEquals(4, series.size(), "infinities are dropped");
    assertEquals(Dimension.RATE, find(series, "counter:put").dimension());
    assertEquals(List.of(List.of(2e6)), find(series, "counter:put").launches());
    assertEquals(Dimension.TIME, find(series, "counter:wait").dimension());
    assertEquals(List.of(List.of(5e5)), find(series, "counter:wait").launches());
    assertEquals(Dimension.NUMBER, find(series, "counter:instructions").dimension());
  }

  @Test
  void whatIsExportedIsReadAsItWas() throws IOException {
    List<Series> series = read(GROUP);
    assertEquals(series, read(exported(series)));
  }

  @Test
  void ofSampleModeThePercentilesOfOperationsAreExported() throws IOException {
    String exported = exported(read(SAMPLED)).replaceAll("\\s+", "");
    assertTrue(
        exported.contains(
            "\"scorePercentiles\":{\"50.0\":1000000.0,\"95.0\":1500000.0,\"99.0\":2000000.0,"
                + "\"100.0\":9000000.0}"),
        exported);
  }

  private static String exported(List<Series> series) throws IOException {
    Verdict verdict =
        new Verdict(
            Origin.at(Instant.EPOCH),
            List.of(),
            series,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(),
            List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JmhExport().render(verdict, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+INF", "-INF", "Infinity", "-1"})
  void aScoreWithoutEndIsRefused(String value) {
    var refused =
        assertThrows(
            InvalidSamplesException.class,
            () -> read(GROUP.replace("[[3.0]]", "[[\"" + value + "\"]]")));
    assertTrue(refused.getMessage().contains("a.G.both: its values cannot be"));
  }

  @Test
  void settingsAreKeptByJmhsNames() throws IOException {
    JmhEntry entry = entries(RESULTS).get(0);
    assertEquals("1.37", entry.setting("jmhVersion"));
    assertEquals("2", entry.setting("forks"));
    assertEquals("-Xmx1g -Xms1g", entry.setting("jvmArgs"));
    assertEquals("", entry.setting("vmName"));
  }

  @Test
  void theOperationsOfSampleModeGiveEachLaunchItsPercentiles() throws IOException {
    List<Series> series = read(SAMPLED);
    assertEquals(List.of(List.of(1e6), List.of(1e6)), find(series, "p50").launches());
    assertEquals(List.of(List.of(2e6), List.of(1e6)), find(series, "p95").launches());
    assertEquals(List.of(List.of(3e6), List.of(1e6)), find(series, "p99").launches());
    assertEquals(List.of(List.of(9e6), List.of(5e6)), find(series, "max").launches());
    Series score = find(series, "score");
    assertEquals("sample", score.mode());
    assertEquals(1e6 * (90 + 10) / 95, score.launches().get(0).get(0), 1);
    assertEquals(1e6 * (12 + 9) / 5, score.launches().get(0).get(1), 1);
  }

  @Test
  void aPercentileIsTheNearestRank() {
    SampleHistogram histogram = new SampleHistogram();
    for (int i = 1; i <= 200; i++) {
      histogram.add(i, 1);
    }
    assertEquals(100, histogram.percentile(0.5));
    assertEquals(190, histogram.percentile(0.95));
    assertEquals(198, histogram.percentile(0.99));
    assertEquals(100.5, histogram.mean());
    assertEquals(200, histogram.max());
  }

  @ParameterizedTest
  @CsvSource({
    "ns/op, TIME, 1",
    "us/op, TIME, 1e3",
    "µs/op, TIME, 1e3",
    "ms/op, TIME, 1e6",
    "s/op, TIME, 1e9",
    "min/op, TIME, 6e10",
    "hr/op, TIME, 3.6e12",
    "ops/ns, RATE, 1e9",
    "ops/ms, RATE, 1e3",
    "ops/s, RATE, 1",
    "ops/min, RATE, 0.016666666666666666",
    "ops/day, RATE, 1.1574074074074073e-5"
  })
  void everyUnitOfJmhIsConverted(String unit, Dimension dimension, double factor) {
    JmhUnit parsed = JmhUnit.parse(unit);
    assertEquals(dimension, parsed.dimension());
    assertEquals(factor, parsed.factor(), factor * 1e-12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | does not begin with an array",
        "{} | does not begin with an array",
        "{\"context\": {}} | does not begin with an array",
        "no json | this is not JMH's JSON",
        "[] | holds no benchmark",
        "[1] | an object is missing",
        "[{\"benchmark\": \"a.B.run\"}] | holds no raw data of 'a.B.run'",
        "[{\"benchmark\": \"a | this is not JMH's JSON",
        "[{\"benchmark\":\"a\",\"primaryMetric\":{\"scoreUnit\":\"parsec\",\"rawData\":[[1]]}}] | "
            + "a: the unit 'parsec' is not known",
        "[{\"benchmark\":\"a\",\"primaryMetric\":{\"scoreUnit\":\"s/op\",\"rawData\":[[\"x\"]]}}] |"
            + " 'x' is no number",
        "[{\"benchmark\":\"a\",\"primaryMetric\":{\"scoreUnit\":\"s/op\",\"rawData\":[[]]}}] | "
            + "holds no raw data of 'a'",
        "[{\"benchmark\":\"a\",\"primaryMetric\":{\"scoreUnit\":\"s/op\",\"rawData\":[[1]]}},"
            + "{\"benchmark\":\"a\",\"primaryMetric\":{\"scoreUnit\":\"s/op\",\"rawData\":[[1]]}}]"
            + " | twice",
      })
  void whatIsNotJmhsResultsIsRefusedInOneLine(String text, String problem) {
    var refused = assertThrows(InvalidSamplesException.class, () -> read(text));
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    assertTrue(refused.getMessage().contains(problem), refused.getMessage());
    assertTrue(refused.getMessage().contains("jmh.json"), refused.getMessage());
  }

  @Test
  void whatIsTooDeepIsRefused() {
    String deep = "[{\"x\": " + "[".repeat(1_001);
    var refused = assertThrows(InvalidSamplesException.class, () -> read(deep));
    assertTrue(refused.getMessage().contains("jmh.json"), refused.getMessage());
    assertTrue(refused.getMessage().contains("nested too deeply"), refused.getMessage());
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    for (String whole : List.of(RESULTS.strip(), SAMPLED.strip())) {
      for (int length = 1; length < whole.length(); length += 3) {
        String part = whole.substring(0, length);
        assertThrows(InvalidSamplesException.class, () -> read(part), part);
      }
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = directory.resolve("none.json");
    var refused = assertThrows(InvalidSamplesException.class, () -> JmhResults.read(missing));
    assertTrue(refused.getMessage().startsWith("there is no file"), refused.getMessage());
    assertThrows(InvalidSamplesException.class, () -> JmhResults.read(directory));
  }

  @Test
  void realResultsOfOtherProjectsAreRead() {
    Path samples = Path.of("../../shared/data/jmh");
    assumeTrue(Files.isDirectory(samples), "no sample results here");
    assertEquals(80, series(JmhResults.read(samples.resolve("collections-avgt.json"))).size());
    List<Series> rates = series(JmhResults.read(samples.resolve("linear-algebra-thrpt.json")));
    assertEquals(28, rates.size());
    assertEquals(Dimension.RATE, rates.get(0).dimension());
    assertEquals(52_151.56022277296 / 60, rates.get(0).launches().get(0).get(0), 1e-6);
  }

  @Test
  void aResultsFileSaysHowItCameAbout() throws IOException {
    Path file = Files.writeString(directory.resolve("jmh.json"), RESULTS);
    JmhResultsFile results = JmhResultsFile.read(file);
    assertEquals(List.of("a.B.rate", "a.B.run"), List.copyOf(results.benchmarks()));
    assertEquals("Launches", results.measure().environment().get(2).name());
    assertEquals("", results.origin().machine());
    assertEquals(Files.getLastModifiedTime(file).toInstant(), results.origin().measuredAt());
    Path none = Files.writeString(file, RESULTS.replace("\"forks\": 2", "\"forks\": 0"));
    assertEquals(
        List.of("1 of 2 benchmarks ran in JMH's own JVM, not in a fresh one (forks 0)"),
        JmhResultsFile.read(none).measure().warnings());
  }
}
