package dev.arborist.adapters.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.report.Judge;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.TrendPoint;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tables of names and numbers. */
class TextTablesTest {

  @Test
  void namesAreAsShortAsClassesCanBeToldApart() {
    ShortNames names =
        ShortNames.of(
            List.of(
                "org.a.x.Bench.run", "org.a.x.Bench.go", "org.b.x.Bench.run", "org.a.Other.run"));
    assertEquals("a.x.Bench.run", names.of("org.a.x.Bench.run"));
    assertEquals("a.x.Bench.go", names.of("org.a.x.Bench.go"), "as the others of its class");
    assertEquals("b.x.Bench.run", names.of("org.b.x.Bench.run"));
    assertEquals("Other.run", names.of("org.a.Other.run"));
    assertEquals("org.unknown.Bench.run", names.of("org.unknown.Bench.run"));
  }

  @Test
  void aNameThatEndsAnotherKeepsItsOwn() {
    List<String> odd =
        List.of(
            "Bench.run", "x.Bench.run", ".Bench.run", "run", ".run", "", ".", "..", "a.", "a..");
    ShortNames names = ShortNames.of(odd);
    assertEquals("Bench.run", names.of("Bench.run"));
    assertEquals("x.Bench.run", names.of("x.Bench.run"));
    assertEquals("run", names.of("run"));
    assertEquals(odd.size(), odd.stream().map(names::of).distinct().count());
  }

  @Test
  void ofAComparisonsNameOnlyTheBenchmarkIsShortened() {
    ShortNames names = ShortNames.ofKeys(List.of("org.x.Bench.run dim=1.5 p=a.b.C (thrpt)"));
    assertEquals(
        "Bench.run dim=1.5 p=a.b.C (thrpt)",
        names.ofKey("org.x.Bench.run dim=1.5 p=a.b.C (thrpt)"));
  }

  private static Series series(String name, Dimension dimension, double value) {
    return new Series(name, new TreeMap<>(), "score", "x", dimension, List.of(List.of(value)));
  }

  private static Verdict verdict(Series... series) {
    return new Verdict(
        Origin.at(Instant.EPOCH),
        List.of(),
        List.of(series),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private static String table(String groupBy, Series... series) {
    Verdict verdict = verdict(series);
    return new BenchmarkTable(List.of(BenchmarkColumn.MEAN), "name", groupBy)
        .text(List.of(new BenchmarkTable.Run("one", verdict)));
  }

  @Test
  void howManyTimesWorseThanTheBestIsShownInGroupsOnlyAndIsNeverBelowOne() {
    Series slow = series("p.A.slow", Dimension.TIME, 214);
    Series fast = series("p.A.fast", Dimension.TIME, 200);
    assertFalse(table("none", slow, fast).contains("×"));
    String times = table("class", slow, fast);
    assertTrue(times.contains("A.slow     214 ns (1.07×)"), times);
    assertTrue(times.contains("A.fast        200 ns (1×)"), times);
    String rates =
        table(
            "class",
            series("p.A.slow", Dimension.RATE, 200),
            series("p.A.fast", Dimension.RATE, 300));
    assertTrue(rates.contains("A.slow     200 ops/s (1.5×)"), rates);
    assertTrue(rates.contains("A.fast       300 ops/s (1×)"), rates);
  }

  @Test
  void whatIsNoFiniteNumberIsAnEmptyCell() {
    List<BenchmarkColumn> columns = List.of(BenchmarkColumn.values());
    for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      for (Dimension dimension : new Dimension[] {Dimension.TIME, Dimension.RATE}) {
        Series series =
            new Series(
                "p.A.odd",
                new TreeMap<>(),
                "score",
                "x",
                dimension,
                List.of(List.of(1.0), List.of(odd), List.of(2.0)));
        Verdict verdict = verdict(series, series("p.A.fine", dimension, 200));
        List<BenchmarkTable.Run> runs = List.of(new BenchmarkTable.Run("one", verdict));
        for (String order : List.of("name", "outliers", "mean")) {
          BenchmarkTable table = new BenchmarkTable(columns, order, "class");
          String text = table.text(runs) + table.csv(runs);
          assertFalse(text.contains("NaN") || text.contains("Infinity"), text);
          assertTrue(text.contains("(1×)"), text);
        }
      }
    }
  }

  @Test
  void aGroupIsNamedInSafeText() {
    String text = table("class", series("p.\u001b[31mA.x", Dimension.TIME, 1));
    assertEquals(-1, text.indexOf('\u001b'), text);
  }

  @Test
  void classesOfTheSameNameAreLinesOfTheirOwn() {
    List<TrendPoint> points =
        List.of(
            point(1, "a.Bench.run", 10), point(1, "b.Bench.run", 500),
            point(2, "a.Bench.run", 11), point(2, "b.Bench.run", 500));
    TrendTable table = new TrendTable(points, false);
    String text = table.text();
    assertEquals(3, text.lines().count(), text);
    assertTrue(text.contains("a.Bench.run"), text);
    assertTrue(
        text.lines().anyMatch(line -> line.startsWith("a.") && line.endsWith("+10 %")), text);
    assertTrue(text.lines().anyMatch(line -> line.startsWith("b.") && line.endsWith("+0 %")), text);
    assertEquals(2, table.drawings().size());
  }

  private static TrendPoint point(int run, String benchmark, double value) {
    return new TrendPoint(
        new RunId(run),
        benchmark,
        new TreeMap<>(),
        "score",
        "",
        Dimension.TIME,
        Summary.of(List.of(value)));
  }

  private static Verdict judged(String... limits) {
    List<Series> measured =
        List.of(
            new Series(
                "p.A.run",
                new TreeMap<>(),
                "score",
                "thrpt",
                Dimension.RATE,
                List.of(List.of(90.0), List.of(100.0), List.of(110.0))));
    Judge judge = new Judge(measured, JudgeRules.ONE_LOOK);
    return new Verdict(
        Origin.at(Instant.EPOCH),
        List.of(limits).stream()
            .map(
                limit ->
                    new Requirement(
                        "R" + limit,
                        "t",
                        "A.run",
                        new TreeMap<>(),
                        Metric.parse("mean"),
                        Quantity.parse(limit),
                        null,
                        WhenInconclusive.WARN))
            .map(judge::judge)
            .toList(),
        measured,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  @Test
  void whatFailedAndWhatIsUndecidedIsSaidApart() {
    assertEquals("The requirement is met.", Figures.conclusion(judged("10 ops/s")));
    assertEquals("The requirement failed.", Figures.conclusion(judged("900 ops/s")));
    assertEquals("The requirement is undecided.", Figures.conclusion(judged("98 ops/s")));
    assertEquals("All 2 requirements are met.", Figures.conclusion(judged("10 ops/s", "9 ops/s")));
    assertEquals(
        "1 of 2 requirements failed.", Figures.conclusion(judged("10 ops/s", "900 ops/s")));
    assertEquals(
        "1 of 4 requirements failed, 2 are undecided.",
        Figures.conclusion(judged("10 ops/s", "900 ops/s", "98 ops/s", "97 ops/s")));
    assertEquals(
        "1 of 2 requirements is undecided.", Figures.conclusion(judged("10 ops/s", "98 ops/s")));
  }
}
