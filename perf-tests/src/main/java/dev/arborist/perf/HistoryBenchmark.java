package dev.arborist.perf;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.cli.Examination;
import dev.arborist.cli.HistoryPlace;
import dev.arborist.domain.validation.report.Judge;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.domain.validation.report.TrendPoint;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.sample.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Looking at a long history of runs; only the thorough profile prepares one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HistoryBenchmark {

  private static final int RESULTS = 60;
  private static final int REQUIREMENTS = 20;
  private static final int LAST = 50;

  /** How many runs were saved. */
  @Param("10000")
  public int runs;

  private RunHistory history;

  /** Saves so many runs of sixty results each, unless they are there. */
  static void prepare(Path directory, int runs) {
    Path file = file(directory, runs);
    if (Files.exists(file)) {
      return;
    }
    HistoryPlace place = HistoryPlace.of(file);
    List<Series> series = Measured.series(RESULTS, 1);
    List<Requirement> requirements = Measured.requirements(REQUIREMENTS);
    Judge judge = new Judge(series, JudgeRules.ONE_LOOK);
    for (int run = 0; run < runs; run++) {
      Examination.save(
          new Verdict(
              Origin.at(Instant.EPOCH.plusSeconds(run)),
              requirements.stream().map(judge::judge).toList(),
              series,
              judge.scalings(),
              List.of(),
              List.of(),
              null,
              null,
              null,
              List.of(),
              List.of()),
          place);
    }
  }

  private static Path file(Path directory, int runs) {
    return directory.resolve("history-" + runs + ".db");
  }

  /** Opens the history. */
  @Setup
  public void open() {
    Path directory = Path.of(System.getProperty(PreparedQueue.DIRECTORY));
    history = Examination.history(HistoryPlace.of(file(directory, runs)));
  }

  /** Closes it. */
  @TearDown
  public void close() {
    history.close();
  }

  /** All runs, as a command would list them. */
  @Benchmark
  public List<RunSummary> list() {
    return history.list(null, 0);
  }

  /** How a benchmark developed over the last runs. */
  @Benchmark
  public List<TrendPoint> trend() {
    return history.trend("operation3", LAST);
  }
}
