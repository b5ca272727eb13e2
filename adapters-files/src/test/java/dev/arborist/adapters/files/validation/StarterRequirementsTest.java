package dev.arborist.adapters.files.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arborist.adapters.files.validation.StarterRequirements.Source;
import dev.arborist.adapters.files.validation.StarterRequirements.Starter;
import dev.arborist.domain.validation.report.Judge;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.sample.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StarterRequirementsTest {

  private static final Source SOURCE =
      new Source("jmh.json", Instant.parse("2025-11-26T10:00:00.5Z"), "requirements.toml");
  private static final StarterRequirements TWENTY_PERCENT =
      new StarterRequirements(0.2, JudgeRules.ONE_LOOK);

  @TempDir Path directory;

  private static Series series(
      String benchmark,
      Map<String, String> params,
      String measure,
      Dimension dimension,
      double... launches) {
    String mode = dimension == Dimension.RATE ? "thrpt" : measure.equals("p99") ? "sample" : "avgt";
    return new Series(
        benchmark,
        new TreeMap<>(params),
        measure,
        mode,
        dimension,
        Arrays.stream(launches).mapToObj(value -> List.of(value)).toList());
  }

  private static Series time(String benchmark, double... launches) {
    return series(benchmark, Map.of(), "score", Dimension.TIME, launches);
  }

  private List<Requirement> read(Starter starter) throws IOException {
    Path file = Files.writeString(directory.resolve("requirements.toml"), starter.toml());
    return new TomlRequirements(file).load();
  }

  /** Reads what was written, and judges the measurements by it. */
  private List<Requirement> readAndPass(Starter starter, List<Series> measured) throws IOException {
    List<Requirement> requirements = read(starter);
    assertEquals(starter.requirements(), requirements.size());
    Judge judge = new Judge(measured, JudgeRules.ONE_LOOK);
    for (Requirement requirement : requirements) {
      Judgement judgement = judge.judge(requirement);
      assertEquals(
          Outcome.PASS,
          judgement.outcome(),
          () -> requirement + " " + judgement.actualText() + " " + judgement.boundText());
    }
    return requirements;
  }

  private Requirement only(Starter starter, List<Series> measured) throws IOException {
    List<Requirement> requirements = readAndPass(starter, measured);
    assertEquals(1, requirements.size());
    return requirements.get(0);
  }

  @Test
  void everythingThatCanBeLimitedIsAndKeepsItsLimit() throws IOException {
    Map<String, String> size = Map.of("size", "1000");
    List<Series> measured =
        List.of(
            series("a.b.HashMapBenchmark.get", size, "score", Dimension.TIME, 99, 100, 101),
            series("a.b.HashMapBenchmark.get", size, "p50", Dimension.TIME, 90, 90, 90),
            series("a.b.HashMapBenchmark.get", size, "p99", Dimension.TIME, 1990, 2000, 2010),
            series("a.b.HashMapBenchmark.get", size, "bytesPerOp", Dimension.SIZE, 48, 48, 48),
            series("a.b.HashMapBenchmark.get", size, "counter:gc", Dimension.NUMBER, 1, 1, 1),
            series(
                "a.b.HashMapBenchmark.rate", Map.of(), "score", Dimension.RATE, 5990, 6000, 6010));
    List<Requirement> requirements = readAndPass(TWENTY_PERCENT.write(measured, SOURCE), measured);
    assertEquals(
        List.of(
            "NFR001 HashMapBenchmark.get with size=1000 takes at most 120 ns",
            "NFR002 99 of 100 operations of HashMapBenchmark.get with size=1000 take at most 2.4 us",
            "NFR003 HashMapBenchmark.get with size=1000 allocates at most 58 B an operation",
            "NFR004 HashMapBenchmark.rate reaches at least 5000 ops/s"),
        requirements.stream().map(one -> one.id() + " " + one.title()).toList());
    assertEquals("HashMapBenchmark.get", requirements.get(0).benchmark());
    assertEquals(size, requirements.get(0).params());
    assertEquals("p99", requirements.get(1).metric().toString());
    assertTrue(requirements.get(3).largerIsBetter());
  }

  @Test
  void theFileSaysWhereItComesFromAndHowToCheck() {
    String toml = TWENTY_PERCENT.write(List.of(time("a.B.run", 10, 10, 10)), SOURCE).toml();
    assertTrue(
        toml.startsWith(
            """
            # Performance requirements. Check them with
            #   arborist perf check --requirements requirements.toml jmh.json
            # Made from jmh.json, measured 2025-11-26T10:00:00Z.
            # Each limit is what was measured and a margin of 20 %, rounded outward to two digits.
            """),
        toml);
    assertTrue(toml.contains("# measured as 10 ns in 3 launches, mode avgt\n"), toml);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 0.2, 120 ns",
    "101, 0.2, 130 ns",
    "830, 0.2, 1 us",
    "0.31, 0.2, 0.38 ns",
    "1e6, 0.1, 1.1 ms",
    "1.1e9, 0, 1.1 s",
    "3e5, 0, 300 us",
    "7.7e12, 0.01, 7800 s",
  })
  void timesAreRoundedUpToTwoDigitsInAReadableUnit(double nanos, double margin, String limit)
      throws IOException {
    List<Series> measured = List.of(time("a.B.run", nanos, nanos, nanos));
    Starter starter = new StarterRequirements(margin, JudgeRules.ONE_LOOK).write(measured, SOURCE);
    assertTrue(starter.toml().contains("\nlimit = \"" + limit + "\"\n"), starter.toml());
    only(starter, measured);
  }

  @ParameterizedTest
  @CsvSource({
    "6000, 0.2, 5000 ops/s",
    "6001, 0.2, 5000 ops/s",
    "5999, 0.2, 4900 ops/s",
    "12345678, 0.2, 10 ops/us",
    "123456, 0.2, 100 ops/ms",
    "2.4e10, 0.2, 20 ops/ns",
    "0.2, 0, 12 ops/min",
    "0.02, 0.2, 1 ops/min",
  })
  void ratesAreRoundedDown(double perSecond, double margin, String limit) throws IOException {
    List<Series> measured =
        List.of(
            series("a.B.run", Map.of(), "score", Dimension.RATE, perSecond, perSecond, perSecond));
    Starter starter = new StarterRequirements(margin, JudgeRules.ONE_LOOK).write(measured, SOURCE);
    assertTrue(starter.toml().contains("\nlimit = \"" + limit + "\"\n"), starter.toml());
    only(starter, measured);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.2, 1})
  void noLimitIsTighterThanTheMarginWhateverTheValue(double margin) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    List<Series> measured = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double value = StrictMath.exp(random.nextDouble() * 40 - 10);
      double[] launches =
          random.doubles(1 + i % 6, 0.99, 1.01).map(factor -> factor * value).toArray();
      Map<String, String> params = Map.of("i", String.valueOf(i));
      measured.add(series("a.B.run", params, "score", Dimension.TIME, launches));
      measured.add(series("a.B.run", params, "score", Dimension.RATE, launches));
      measured.add(series("a.B.run", params, "bytesPerOp", Dimension.SIZE, launches));
    }
    Starter starter = new StarterRequirements(margin, JudgeRules.ONE_LOOK).write(measured, SOURCE);
    List<Requirement> requirements = readAndPass(starter, measured);
    assertEquals(600, requirements.size());
    for (int i = 0; i < requirements.size(); i++) {
      double mean =
          measured.get(i).launches().stream()
              .mapToDouble(one -> one.get(0))
              .average()
              .orElseThrow();
      double limit = requirements.get(i).limit().kept();
      double factor = requirements.get(i).largerIsBetter() ? mean / limit : limit / mean;
      assertTrue(factor >= (1 + margin) * (1 - 1e-12), requirements.get(i).title());
    }
  }

  @Test
  void aSingleLaunchGetsTheLimitThatCanBeJudgedAndSaysSo() throws IOException {
    List<Series> measured =
        List.of(time("a.B.run", 100), series("a.B.rate", Map.of(), "score", Dimension.RATE, 1790));
    Starter starter = TWENTY_PERCENT.write(measured, SOURCE);
    List<Requirement> requirements = readAndPass(starter, measured);
    assertEquals(180, requirements.get(0).limit().kept(), 1e-9); // 100 * exp(2.326 * 0.25) = 178.9
    assertEquals(1000, requirements.get(1).limit().kept(), 1e-9);
    assertTrue(
        starter
            .toml()
            .contains(
                "a single launch says little about the next: what can be judged is the measured value times 1.79,"),
        starter.toml());
    assertTrue(starter.toml().contains("the measured value divided by 1.79,"), starter.toml());
    String wide = new StarterRequirements(0.8, JudgeRules.ONE_LOOK).write(measured, SOURCE).toml();
    assertFalse(wide.contains("says little"), wide);
  }

  @Test
  void launchesThatDifferGetTheLimitThatCanBeJudged() throws IOException {
    List<Series> measured = List.of(time("a.B.run", 100, 120, 80));
    Starter starter = TWENTY_PERCENT.write(measured, SOURCE);
    assertTrue(only(starter, measured).limit().kept() > 120);
    assertTrue(starter.toml().contains("# the launches differ: what can be judged is"));
  }

  @Test
  void launchesThatDifferTooMuchGetNoLimitAndAreNamed() throws IOException {
    List<Series> measured = List.of(time("a.B.wild", 10, 1000), time("a.B.run", 10, 10, 10));
    Starter starter = TWENTY_PERCENT.write(measured, SOURCE);
    assertEquals("B.run", only(starter, measured).benchmark());
    assertEquals(1, starter.leftOut().size());
    assertTrue(
        starter.leftOut().get(0).startsWith("B.wild has no limit of mean: its 2 launches differ"),
        starter.leftOut().toString());
    assertTrue(starter.toml().contains("# Left out:\n# B.wild has no limit of mean"));
  }

  @Test
  void whatIsNoNumberOrNothingIsLeftOut() throws IOException {
    List<Series> measured =
        List.of(
            time("a.B.nan", 1, Double.NaN),
            time("a.B.infinite", Double.POSITIVE_INFINITY),
            time("a.B.zero", 0, 0, 0),
            time("a.B.negative", -1),
            series("a.B.still", Map.of(), "score", Dimension.RATE, 0, 0, 0),
            new Series("a.B.none", new TreeMap<>(), "score", "avgt", Dimension.TIME, List.of()),
            time(" ", 1, 1, 1),
            series("a.B.half", Map.of("p", "\ud800"), "score", Dimension.TIME, 1, 1, 1),
            time("a.B.run", 10, 10, 10));
    Starter starter = TWENTY_PERCENT.write(measured, SOURCE);
    assertEquals("B.run", only(starter, measured).benchmark());
    assertEquals(8, starter.leftOut().size());
    assertTrue(starter.leftOut().get(0).endsWith(": a value that was measured is no number"));
    assertTrue(starter.leftOut().get(1).endsWith(": a value that was measured is no number"));
  }

  @Test
  void noAllocationIsAllowedOneByte() throws IOException {
    List<Series> measured =
        List.of(
            series("a.B.none", Map.of(), "bytesPerOp", Dimension.SIZE, 0, 0, 0),
            series("a.B.noise", Map.of(), "bytesPerOp", Dimension.SIZE, 1e-5, 2e-5, 4e-5));
    for (Requirement one : readAndPass(TWENTY_PERCENT.write(measured, SOURCE), measured)) {
      assertEquals(1, one.limit().kept(), 0);
    }
  }

  @Test
  void oneRequirementHoldsForEveryModeThatItIsJudgedBy() throws IOException {
    Series cold =
        new Series(
            "a.B.run",
            new TreeMap<>(),
            "score",
            "ss",
            Dimension.TIME,
            List.of(List.of(5000.0), List.of(5000.0), List.of(5000.0)));
    List<Series> measured =
        List.of(
            time("a.B.run", 10, 10, 10),
            series("a.B.run", Map.of(), "score", Dimension.RATE, 10, 10, 10),
            cold);
    List<Requirement> requirements = readAndPass(TWENTY_PERCENT.write(measured, SOURCE), measured);
    assertEquals(
        List.of("6 us", "8.3 ops/s"),
        requirements.stream().map(one -> one.limit().toString()).toList());
  }

  @Test
  void namesAreTheShortestThatNoOtherBenchmarkHas() throws IOException {
    List<Series> measured =
        List.of(
            time("x.one.Map.get", 10, 10, 10),
            time("x.two.Map.get", 10, 10, 10),
            time("x.two.Map.put", 10, 10, 10),
            time("x.two.HashMap.get", 10, 10, 10),
            time("run", 10, 10, 10),
            time("C.run", 10, 10, 10),
            time("q.C.run", 90, 90, 90));
    List<Requirement> requirements = readAndPass(TWENTY_PERCENT.write(measured, SOURCE), measured);
    assertEquals(
        List.of("one.Map.get", "two.Map.get", "Map.put", "HashMap.get", "run", "C.run", "q.C.run"),
        requirements.stream().map(Requirement::benchmark).toList());
  }

  @Test
  void aCombinationOfParametersThatIsPartOfAnotherIsLimitedByBoth() throws IOException {
    List<Series> measured =
        List.of(
            time("a.B.run", 10, 10, 10),
            series("a.B.run", Map.of("size", "9"), "score", Dimension.TIME, 90, 90, 90));
    assertEquals(2, readAndPass(TWENTY_PERCENT.write(measured, SOURCE), measured).size());
  }

  @Test
  void hostileNamesAndParametersAreReadBackAsTheyWere() throws IOException {
    List<String> hostile = new ArrayList<>();
    IntStream.range(0, 0x100).forEach(character -> hostile.add("a" + (char) character));
    hostile.addAll(
        List.of(
            "",
            " ",
            "\"\"\"",
            "'''",
            "\"\n[[requirement]]\nid = \"X\"\n",
            "\\u0041\\",
            "} # {",
            "007",
            "-1",
            "1_000",
            "true",
            "1e3",
            "99999999999999999999",
            "2025-11-26",
            "\u202eabc\u2066",
            "\u2028\u2029\u0085\ufeff",
            "\ud83d\ude00\udb40\udc41",
            "a.b=c"));
    List<Series> measured = new ArrayList<>();
    for (String text : hostile) {
      Map<String, String> params = Map.of("value", text, "k" + text, "1");
      measured.add(series("a.B.run", params, "score", Dimension.TIME, 10, 10, 10));
    }
    measured.add(time("a.B\".\\run\n[[requirement]]", 10, 10, 10));
    Starter starter = TWENTY_PERCENT.write(measured, SOURCE);
    assertEquals(List.of(), starter.leftOut());
    List<Requirement> requirements = readAndPass(starter, measured);
    for (int i = 0; i < measured.size(); i++) {
      assertEquals(measured.get(i).params(), requirements.get(i).params());
    }
    assertFalse(
        starter.toml().codePoints().anyMatch(one -> one != '\n' && Character.isISOControl(one)));
    assertFalse(starter.toml().contains("\u202e"));
  }

  @Test
  void hostileFileNamesStayInTheirComment() throws IOException {
    Source source = new Source("a\nlimit = 1", Instant.EPOCH, "b\r\u2028x = 1");
    List<Series> measured = List.of(time("a.B.run", 10, 10, 10));
    only(TWENTY_PERCENT.write(measured, source), measured);
  }

  @Test
  void withoutMeasurementsThereIsATemplateThatPromisesNothing() throws IOException {
    Starter starter =
        TWENTY_PERCENT.write(List.of(), new Source("", Instant.EPOCH, "requirements.toml"));
    assertEquals(0, starter.requirements());
    assertTrue(starter.toml().contains("requirements.toml RESULTS.json\n"), starter.toml());
    assertFalse(starter.toml().contains("1970"), starter.toml());
    var refused = assertThrows(InvalidRequirementException.class, () -> read(starter));
    assertTrue(refused.getMessage().contains("there is no requirement"), refused.getMessage());
    String filledIn = starter.toml().replaceAll("(?m)^# (\\[\\[|[a-z]+ = )", "$1");
    Requirement example = read(new Starter(filledIn, 1, List.of())).get(0);
    assertEquals(Map.of("size", "1000"), example.params());
    assertEquals("120 ns", example.limit().toString());
  }

  @Test
  void aMarginIsAShare() {
    for (double margin : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new StarterRequirements(margin, JudgeRules.ONE_LOOK));
    }
  }

  @ParameterizedTest
  @CsvSource({"collections-avgt.json, 80", "linear-algebra-thrpt.json, 28"})
  void realResultsPassTheRequirementsThatWereMadeOfThem(String file, int benchmarks)
      throws IOException {
    Path results = Path.of("../../shared/data/jmh", file);
    assumeTrue(Files.exists(results), "no sample results here");
    List<Series> measured = RawResults.read(results);
    Starter starter = TWENTY_PERCENT.write(measured, SOURCE);
    assertEquals(List.of(), starter.leftOut());
    assertEquals(benchmarks, readAndPass(starter, measured).size());
  }
}
