package dev.arborist.testkit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.RegressionAnalysis;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.domain.validation.report.TrendPoint;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every history of runs keeps, finds and forgets. */
public abstract class RunHistoryContract extends HistoryFixture {

  /** For subclasses. */
  protected RunHistoryContract() {}

  /** The statement that makes a history say that it is of a version. */
  protected abstract String settingVersion(int version);

  @Test
  void whatIsLoadedIsWhatWasSaved() {
    Verdict verdict = Verdicts.large(1, 60);
    Verdict finerThanMicros =
        Verdicts.at(Verdicts.TIME.plusNanos(1), "", Verdicts.series("b", Verdicts.params(), 1));
    RunId first = history.save(verdict);
    RunId second = history.save(finerThanMicros);
    reopen();
    assertEquals(Optional.of(verdict), history.load(first));
    assertEquals(Optional.of(finerThanMicros), history.load(second));
    assertEquals(Optional.empty(), history.load(new RunId(3)));
  }

  @Test
  void aDuetIsListedByTheVerdictsOfItsBenchmarks() {
    RunId id = history.save(Verdicts.duet("pull request 7"));

    RunSummary run = history.list(null, 1).get(0);

    assertEquals(id, run.id());
    assertEquals(6, run.benchmarks());
    assertEquals(2, run.passed(), "unchanged or improved");
    assertEquals(3, run.failed(), "regressed");
    assertEquals(1, run.inconclusive());
    assertTrue(run.duet());
    assertEquals(List.of(), history.trend("", 0), "nothing is measured by itself");
  }

  @Test
  void aHistoryOfVersion1IsBroughtUpToDate() {
    history.save(Verdicts.duet("a"));
    history.save(Verdicts.large(1, 6));
    save("nothing");
    history.close();
    execute(NAME, "ALTER TABLE run DROP COLUMN duet");
    execute(NAME, settingVersion(1));
    reopen();
    history.save(Verdicts.duet("b"));
    assertEquals(
        List.of(true, false, false, true),
        history.list(null, 0).stream().map(RunSummary::duet).toList());
  }

  @Test
  void anEmptyHistoryHasNothing() {
    assertEquals(Optional.empty(), history.latest());
    assertEquals(Optional.empty(), history.pinned());
    assertEquals(List.of(), history.list(null, 0));
    assertEquals(List.of(), history.trend("", 0));
  }

  @Test
  void numbersGrowAlsoWhenTheClockStepsBack() {
    assertEquals(new RunId(1), history.save(Verdicts.at(Verdicts.TIME, "now")));
    Verdict earlier = Verdicts.at(Verdicts.TIME.minus(Duration.ofDays(20_000)), "before 1970");
    assertEquals(new RunId(2), history.save(earlier));
    assertEquals(Optional.of(new RunId(2)), history.latest());
    assertEquals(List.of(2, 1), numbers(history.list(null, 0)));
    assertEquals(earlier.origin(), history.list(null, 1).get(0).origin());
  }

  @Test
  void numbersOfDeletedRunsAreNotGivenAgain() {
    RunId first = save("a");
    RunId second = save("b");
    RunId third = save("c");
    history.delete(List.of(second, third));
    assertEquals(Optional.of(first), history.latest());
    assertTrue(history.exists(first));
    assertFalse(history.exists(second));
    reopen();
    assertEquals(new RunId(4), save("d"));
    history.delete(List.of(first, new RunId(4), new RunId(99)));
    assertEquals(Optional.empty(), history.latest());
    reopen();
    assertEquals(new RunId(5), save("e"));
    assertEquals(Optional.empty(), history.load(third));
    assertEquals(List.of(5), numbers(history.list(null, 0)));
  }

  @Test
  void aDeletedRunLeavesNothing() {
    RunId kept = save("a", Verdicts.series("b", Verdicts.params(), 1));
    RunId deleted = save("a", Verdicts.series("b", Verdicts.params(), 2));
    history.pin(deleted);
    history.delete(List.of());
    assertEquals(List.of(2, 1), numbers(history.list(null, 0)));
    history.delete(List.of(deleted));
    assertEquals(Optional.empty(), history.load(deleted));
    assertEquals(Optional.empty(), history.pinned());
    assertEquals(1, history.trend("", 0).size());
    assertEquals(new SavedRows(1, 1, 1, 0), rows());
    reopen();
    assertTrue(history.load(kept).isPresent());
  }

  @Test
  void atMostOneRunIsPinned() {
    RunId first = save("a");
    RunId second = save("b");
    history.pin(first);
    assertEquals(Optional.of(first), history.pinned());
    history.pin(second);
    history.pin(second);
    reopen();
    assertEquals(Optional.of(second), history.pinned());
    assertEquals(
        List.of(true, false), history.list(null, 0).stream().map(RunSummary::pinned).toList());
    history.pin(null);
    history.pin(null);
    assertEquals(Optional.empty(), history.pinned());
  }

  @Test
  void aRunThatIsNotThereIsNotPinned() {
    RunId first = save("a");
    history.pin(first);
    var refused = assertThrows(IllegalArgumentException.class, () -> history.pin(new RunId(2)));
    assertTrue(refused.getMessage().contains("0002"), refused.getMessage());
    assertEquals(Optional.of(first), history.pinned());
    history.delete(List.of(first));
    assertThrows(IllegalArgumentException.class, () -> history.pin(first));
  }

  @Test
  void aListTellsOfEachRunWhatItWas() {
    RunId id =
        save(
            "nightly",
            Verdicts.series("b.first", Verdicts.params("tasks", "100"), 1),
            Verdicts.series("b.first", Verdicts.params("tasks", "1000"), 2),
            new Series(
                "b.first",
                Verdicts.params("tasks", "1000"),
                "bytesPerOp",
                "avgt",
                Dimension.SIZE,
                List.of(List.of(16.0))),
            Verdicts.series("b.second", Verdicts.params(), 3),
            Verdicts.series(RegressionAnalysis.RULERS + "cpu", Verdicts.params(), 4));
    Origin origin = Verdicts.labelled("nightly").origin();
    assertEquals(
        List.of(new RunSummary(id, origin, 3, 3, 1, 2, false, false)), history.list("nightly", 0));
  }

  @Test
  void aListIsOfALabelAndOfTheLastRuns() {
    for (String label : List.of("a", "b", "a", "", "a", "A")) {
      save(label);
    }
    assertEquals(List.of(6, 5, 4, 3, 2, 1), numbers(history.list(null, 0)));
    assertEquals(List.of(6, 5), numbers(history.list(null, 2)));
    assertEquals(List.of(6, 5, 4, 3, 2, 1), numbers(history.list(null, 7)));
    assertEquals(List.of(5, 3, 1), numbers(history.list("a", 0)));
    assertEquals(List.of(5, 3), numbers(history.list("a", 2)));
    assertEquals(List.of(4), numbers(history.list("", 0)));
    assertEquals(List.of(), numbers(history.list("c", 0)));
    assertThrows(IllegalArgumentException.class, () -> history.list(null, -1));
  }

  private List<String> trend(String name, int runs) {
    return history.trend(name, runs).stream()
        .map(
            point ->
                point.run().number()
                    + " "
                    + point.benchmark()
                    + point.params()
                    + point.measure()
                    + " "
                    + point.mode()
                    + " "
                    + point.launches().mean())
        .toList();
  }

  @Test
  void aTrendGoesFromTheOldestRunByBenchmarkParametersMeasureAndMode() {
    var small = Verdicts.params("tasks", "10");
    var large = Verdicts.params("tasks", "20");
    Series bytes = new Series("x.a", small, "bytes", "avgt", Dimension.SIZE, List.of(List.of(5.0)));
    Series sampled =
        new Series("x.a", small, "score", "sample", Dimension.TIME, List.of(List.of(6.0)));
    save("", Verdicts.series("x.old", small, 0));
    save(
        "",
        sampled,
        Verdicts.series("x.b", small, 1),
        Verdicts.series("x.a", large, 2),
        Verdicts.series("x.a", small, 3),
        bytes);
    history.save(Verdicts.at(Verdicts.TIME.minusSeconds(9), "", Verdicts.series("x.a", small, 4)));
    List<String> expected =
        List.of(
            "2 x.a{tasks=10}bytes avgt 5.0",
            "2 x.a{tasks=10}score avgt 3.0",
            "2 x.a{tasks=10}score sample 6.0",
            "2 x.a{tasks=20}score avgt 2.0",
            "2 x.b{tasks=10}score avgt 1.0",
            "3 x.a{tasks=10}score avgt 4.0");
    assertEquals(expected, trend("", 2));
    assertEquals(expected, trend("x.", 2));
    assertEquals(7, trend("x.", 0).size());
    assertEquals(expected.subList(4, 5), trend("b", 2));
    assertEquals(expected.subList(5, 6), trend("", 1));
    assertEquals(List.of(), trend("old", 2));
    assertEquals(1, trend("old", 3).size());
    assertThrows(IllegalArgumentException.class, () -> trend("", -1));
  }

  @Test
  void aTrendTakesItsNameAsItIsWritten() {
    save(
        "",
        Verdicts.series("p.a_b", Verdicts.params(), 1),
        Verdicts.series("p.axb", Verdicts.params(), 2),
        Verdicts.series("p.100%", Verdicts.params(), 3),
        Verdicts.series("p.'\"", Verdicts.params(), 4));
    assertEquals(1, trend("a_b", 0).size());
    assertEquals(1, trend("%", 0).size());
    assertEquals(1, trend("'", 0).size());
    assertEquals(0, trend("A_B", 0).size());
    assertEquals(0, trend("p.*", 0).size());
    assertEquals(4, trend("p.", 0).size());
  }

  @Test
  void aTrendDescribesTheMeansOfTheLaunches() {
    Series series =
        new Series(
            "b",
            Verdicts.params("a", "1", "b", "x=y,z"),
            "score",
            "thrpt",
            Dimension.RATE,
            List.of(List.of(1.0, 3.0), List.of(), List.of(13.0), List.of(20.0, 20.0, 5.0)));
    Series nothing =
        new Series("n", Verdicts.params(), "score", "avgt", Dimension.TIME, List.of(List.of()));
    Series notANumber = Verdicts.series("o", Verdicts.params(), Double.NaN);
    Series infinite = Verdicts.series("p", Verdicts.params(), Double.POSITIVE_INFINITY);
    RunId id = save("", series, nothing, notANumber, infinite);
    List<TrendPoint> points = history.trend("", 0);
    assertEquals(3, points.size());
    // The means are 2, 13 and 15, of which the deviations from 10 are -8, 3 and 5.
    Summary summary = new Summary(3, 2, 7.5, 13, 14, 15, 10, 7);
    TrendPoint expected =
        new TrendPoint(id, "b", series.params(), "score", "thrpt", Dimension.RATE, summary);
    assertEquals(expected, points.get(0));
    assertEquals(Double.NaN, points.get(1).launches().mean());
    assertEquals(Double.POSITIVE_INFINITY, points.get(2).launches().max());
  }

  @Test
  void aSeriesMeasuredTwiceIsKeptTwice() {
    Series series = Verdicts.series("b", Verdicts.params(), 1);
    Verdict verdict = Verdicts.labelled("", series, series);
    assertEquals(Optional.of(verdict), history.load(history.save(verdict)));
    assertEquals(2, history.trend("b", 1).size());
    assertEquals(1, history.list(null, 1).get(0).benchmarks());
  }

  @Test
  void aClosedHistorySaysSo() {
    history.close();
    history.close();
    var refused = assertThrows(StorageException.class, () -> history.latest());
    assertTrue(refused.getMessage().contains("closed"), refused.getMessage());
  }

  @Test
  void anotherInstanceSeesWhatWasSaved() {
    try (RunHistory other = open(NAME, new BinaryFormat())) {
      RunId id = save("a");
      assertEquals(Optional.of(id), other.latest());
      RunId next = other.save(Verdicts.labelled("b"));
      assertEquals(Optional.of(next), history.latest());
      history.delete(List.of(id));
      assertEquals(Optional.empty(), other.load(id));
    }
  }
}
