package dev.arborist.adapters.files.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.complexity.Cliff;
import dev.arborist.domain.validation.complexity.CoarseGrowth;
import dev.arborist.domain.validation.complexity.Growth;
import dev.arborist.domain.validation.complexity.GrowthClass;
import dev.arborist.domain.validation.complexity.PowerFit;
import dev.arborist.domain.validation.leak.LeakFinding;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.regression.ComparisonSettings;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Judge;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.LeakReport;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.RegressionAnalysis;
import dev.arborist.domain.validation.report.Scaling;
import dev.arborist.domain.validation.report.ScalingPoint;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictJsonTest {

  private static final VerdictJson FORMAT = new VerdictJson();
  private static final TreeMap<String, String> NONE = new TreeMap<>();

  private static Series series(String name, double nanos) {
    List<List<Double>> launches = new ArrayList<>();
    for (int launch = 0; launch < 6; launch++) {
      launches.add(List.of(nanos * (1 + launch * 0.01), nanos / 3));
    }
    return new Series(
        name, new TreeMap<>(Map.of("täsks", "100")), "score", "avgt", Dimension.TIME, launches);
  }

  private static Requirement requirement(String id, String metric, String limit, String other) {
    return new Requirement(
        id,
        "It is \"fast\" \u202e\n",
        "B.run",
        new TreeMap<>(Map.of("täsks", "100")),
        Metric.parse(metric),
        Quantity.parse(limit),
        other.isEmpty() ? null : new Yardstick(other, new TreeMap<>(Map.of("a", "b"))),
        WhenInconclusive.WARN);
  }

  /** A verdict in which every part holds something. */
  private static Verdict whole() {
    List<Series> series =
        List.of(
            series("x.B.run", 1e6),
            series("x.B.other", 0.1),
            series("x.B.zero", 0),
            new Series(
                "x.B.run",
                new TreeMap<>(Map.of("täsks", "100")),
                "counter:odd name",
                "",
                Dimension.NUMBER,
                List.of(List.of(Double.NaN, -0.0, 1e300))));
    Judge judge = new Judge(series.subList(0, 3), JudgeRules.ONE_LOOK);
    Verdict verdict =
        new Verdict(
            new Origin(
                Instant.parse("2026-01-02T03:04:05.123456789Z"), "night", "abc", true, "m", "j"),
            List.of(
                judge.judge(requirement("A", "mean", "1.5 ms", "")),
                judge.judge(requirement("B", "p99", "100 ops/min", "")),
                judge.judge(requirement("C", "mean", "150 %", "Raw.run"))),
            series,
            List.of(
                new Scaling(
                    "x.B.run",
                    "n",
                    new TreeMap<>(Map.of("shape", "CHAIN")),
                    List.of(
                        new ScalingPoint(10, List.of(1.5, 2.5)),
                        new ScalingPoint(1L << 40, List.of(3.0))),
                    new PowerFit(1.1, 0.9, 1.2, 5, 0.25),
                    new Growth(
                        GrowthClass.UNDETERMINED,
                        List.of(GrowthClass.LINEAR, GrowthClass.LINEARITHMIC),
                        CoarseGrowth.SUB_LINEAR),
                    List.of(new Cliff(10, 1_000, 2.5)))),
            List.of(
                new LeakReport(
                    new SeriesKey("x.Leak.run", NONE),
                    List.of(new LeakFinding(true, 64, 60.5, 1e-9, 64, 63, 20, "grows")),
                    List.of(new Suspect("byte[]", 64_000, -3)))),
            List.of(
                new Profile(
                    "x.B.run",
                    NONE,
                    120,
                    List.of(new Profile.Share("a.B.c", 62.5)),
                    List.of(new Profile.Share("a.B.c(B.java:7)", 37.5)))),
            laboratory(),
            null,
            null,
            List.of(new Fact("CPU", "fast"), new Fact("CPU", "twice")),
            List.of("a warning"));
    Verdict slower =
        new Verdict(
            verdict.origin(),
            List.of(),
            List.of(series("x.B.run", 5e5), series("x.B.gone", 1), series("x.B.zero", 0)),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(),
            List.of());
    return verdict.comparedWith(
        RegressionAnalysis.of(
            "run 0001",
            slower,
            verdict,
            ComparisonSettings.standard(),
            List.of(FailRule.parse("regressed"), FailRule.parse("median:5.50%"))));
  }

  private static Laboratory laboratory() {
    return new Laboratory(
        "",
        "abc",
        "digest",
        "17",
        true,
        new Laboratory.Tests(3, List.of("A.b: lost"), List.of("no strace")),
        new Laboratory.Repetitions(2, 20, 19, List.of("A.c")),
        List.of(
            new Laboratory.Experiment(
                "calls", List.of(new Laboratory.Experiment.Count("kills", 1L << 40)))),
        List.of("damage"),
        List.of(new Laboratory.Canary("a tie", false)),
        List.of("task: a mutant"));
  }

  private static byte[] written(Verdict verdict) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FORMAT.write(verdict, out);
    return out.toByteArray();
  }

  private static Verdict read(byte[] json) throws IOException {
    return FORMAT.read("run.json", new ByteArrayInputStream(json));
  }

  @Test
  void whatIsReadIsEqualToWhatWasWritten() throws IOException {
    Verdict verdict = whole();
    byte[] json = written(verdict);
    assertEquals(verdict, read(json));
    assertArrayEquals(json, written(read(json)), "a verdict has one form");
  }

  @Test
  void aRunFromBeforeThereWasALaboratoryHasNone() throws IOException {
    Verdict verdict = whole();
    String json = new String(written(verdict), StandardCharsets.UTF_8);
    int from = json.indexOf("  \"laboratory\" :");
    String before = json.substring(0, from) + json.substring(json.indexOf("  \"comparison\" :"));
    assertNull(read(before.getBytes(StandardCharsets.UTF_8)).laboratory());
  }

  @Test
  void aLaboratoryByItselfIsReadAsItWasWritten() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LaboratoryJson.write(laboratory(), out);
    assertEquals(
        laboratory(), LaboratoryJson.read("lab.json", new ByteArrayInputStream(out.toByteArray())));
  }

  @ParameterizedTest
  @CsvSource({
    "{\"version\":2}, lab.json:version is not 1",
    "{\"version\":1}, lab.json:tests is missing",
    "[], lab.json: this is no JSON object",
    "{, lab.json:1: this is no JSON",
    "'', lab.json: this is no JSON object",
  })
  void whatIsNoReportOfALaboratoryIsRefused(String json, String problem) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    InvalidRequirementException e =
        assertThrows(
            InvalidRequirementException.class,
            () -> LaboratoryJson.read("lab.json", new ByteArrayInputStream(bytes)));
    assertTrue(e.getMessage().startsWith(problem), e.getMessage());
  }

  /** Of such a document the parser does not know the line. */
  @Test
  void whatIsNestedTooDeeplyIsRefused() {
    byte[] deep = ("{\"x\": " + "[".repeat(1_001)).getBytes(StandardCharsets.UTF_8);
    InvalidRequirementException e =
        assertThrows(InvalidRequirementException.class, () -> read(deep));
    assertTrue(e.getMessage().contains("nested too deeply"), e.getMessage());
    InvalidRequirementException laboratory =
        assertThrows(
            InvalidRequirementException.class,
            () -> LaboratoryJson.read("lab.json", new ByteArrayInputStream(deep)));
    assertTrue(laboratory.getMessage().startsWith("lab.json: this is no JSON"));
  }

  @Test
  void everyPartIsWorthTesting() {
    Verdict verdict = whole();
    assertEquals(1, verdict.regressions().comparison().benchmarks().size());
    assertEquals(1, verdict.regressions().uncomparable().size());
    assertEquals(List.of("x.B.gone täsks=100 (avgt)"), verdict.regressions().missing());
    assertEquals(List.of("x.B.other täsks=100 (avgt)"), verdict.regressions().added());
    assertEquals(2, verdict.regressions().met().size());
  }

  @Test
  void aTruncatedRunIsRefusedInOneLine() throws IOException {
    byte[] json = written(whole());
    for (int length = 0; length < json.length - 2; length += 97) {
      byte[] part = java.util.Arrays.copyOf(json, length);
      var refused = assertThrows(InvalidRequirementException.class, () -> read(part));
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
      assertTrue(refused.getMessage().startsWith("run.json:"), refused.getMessage());
    }
  }

  /** The parser does not say where that stands. */
  @Test
  void whatIsTooDeepOrTooLongIsRefused() {
    for (String value : List.of("[".repeat(1_001), "9".repeat(1_001))) {
      byte[] bytes = ("{\"a\": " + value).getBytes(StandardCharsets.UTF_8);
      var refused = assertThrows(InvalidRequirementException.class, () -> read(bytes));
      assertEquals(
          "run.json: this is not a saved run: it is nested too deeply, or a number or a text in it"
              + " is too long",
          refused.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[] | this is no JSON object",
        "{} | this is not a saved run of version 2",
        "{\"version\": 3} | this is not a saved run of version 2",
        "{\"version\": 2} {} | something follows the end",
      })
  void whatIsNoSavedRunIsRefused(String json, String problem) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    var refused = assertThrows(InvalidRequirementException.class, () -> read(bytes));
    assertTrue(refused.getMessage().contains(problem), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"outcome\" : \"PASS\" | \"outcome\" : \"MAYBE\" | requirements[0].outcome holds what is"
            + " not",
        "\"measuredAt\" : \" | \"measuredAt\" : \"x | origin.measuredAt holds what is not known",
        "\"dirty\" : true | \"dirty\" : 1 | origin.dirty is not true or false",
        "\"exponent\" : 1.1 | \"exponents\" : 1.1 | scaling[0].exponent is missing",
        "\"growth\" : \"undetermined\" | \"growth\" : \"cubic\" | scaling[0].growth holds what is"
            + " not",
        "\"dimension\" : \"TIME\" | \"dimension\" : \"SPACE\" | holds what is not known here",
        "\"warnings\" : [ | \"warnings\" : [ 1, | warnings is not an array of texts",
        "\"limit\" : 1.5, | \"limit\" : \"Infinity\", | requirements[0].limit is not a finite",
        "\"limit\" : 1.5, | \"limit\" : \"NaN\", | requirements[0].limit is not a finite number",
        "\"limit\" : 1.5, | \"limit\" : 1e999, | requirements[0].limit is not a finite number",
        "\"alpha\" : 0.01 | \"alpha\" : 2 | comparison is not as it should be: alpha lies between",
        "\"measuredAt\" : \"2026 | \"measuredAt\" : \"1969 | origin.measuredAt holds what is not",
        "\"measuredAt\" : \"2026 | \"measuredAt\" : \"+12026 | is not in the years 1970 to 9999",
        "\"unit\" : \"ms\" | \"unit\" : \"parsec\" | requirements[0].unit holds what is not known",
      })
  void aFieldThatIsNotRightIsNamed(String good, String bad, String problem) throws IOException {
    String json = new String(written(whole()), StandardCharsets.UTF_8);
    assertTrue(json.contains(good), json);
    byte[] broken = json.replace(good, bad).getBytes(StandardCharsets.UTF_8);
    var refused = assertThrows(InvalidRequirementException.class, () -> read(broken));
    assertTrue(refused.getMessage().contains(problem), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | TIME | launches are not all there",
        "[[1], []] | TIME | launches are not all there",
        "[[1], []] | NUMBER | launches are not all there",
        "[[1, -1]] | TIME | launches cannot hold -1.0",
        "[[1], [-1]] | RATE | launches cannot hold -1.0",
        "[[-1]] | SIZE | launches cannot hold -1.0",
        "[['Infinity']] | TIME | launches cannot hold Infinity",
        "[['-Infinity']] | SIZE | launches cannot hold -Infinity",
        "[[1e999]] | RATE | launches cannot hold Infinity",
      })
  void launchesThatCannotBeAreRefused(String launches, String dimension, String problem)
      throws IOException {
    Series series = series("x.B.run", 1);
    Verdict one =
        new Verdict(
            Origin.at(Instant.EPOCH),
            List.of(),
            List.of(
                new Series(
                    series.benchmark(),
                    NONE,
                    "score",
                    "avgt",
                    Dimension.valueOf(dimension),
                    List.of(List.of(Double.NaN, 77.0)))),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(),
            List.of());
    String json = new String(written(one), StandardCharsets.UTF_8);
    assertEquals(one, read(json.getBytes(StandardCharsets.UTF_8)), "NaN is what was not measured");
    String broken =
        json.replaceFirst(
            "\"launches\" : \\[ ?\\[.*?\\] ?\\]", "\"launches\" : " + launches.replace('\'', '"'));
    var refused =
        assertThrows(
            InvalidRequirementException.class, () -> read(broken.getBytes(StandardCharsets.UTF_8)));
    assertTrue(refused.getMessage().contains(problem), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
  }

  @Test
  void everyComparedBenchmarkHasItsValues() throws IOException {
    String json = new String(written(whole()), StandardCharsets.UTF_8);
    String broken = json.replaceFirst("(?s)\"values\" : \\[.*?\\]", "\"values\" : []");
    assertFalse(broken.equals(json));
    var refused =
        assertThrows(
            InvalidRequirementException.class, () -> read(broken.getBytes(StandardCharsets.UTF_8)));
    assertTrue(
        refused.getMessage().contains("comparison.values are 0, and the benchmarks are 1"),
        refused.getMessage());
  }
}
