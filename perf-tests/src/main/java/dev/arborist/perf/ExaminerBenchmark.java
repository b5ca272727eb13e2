package dev.arborist.perf;

import dev.arborist.application.port.in.Examiner;
import dev.arborist.application.port.in.Examiner.Effort;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.service.Services;
import dev.arborist.cli.Examination;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.sample.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the examiner itself costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExaminerBenchmark {

  /** How many benchmarks were measured, each with a requirement. */
  @Param("1000")
  public int benchmarks;

  private List<Requirement> requirements;
  private MeasurementSource measured;
  private Examiner examiner;
  private Examination examination;
  private Path directory;

  /** What is measured already. */
  private record Told(List<Series> series) implements MeasurementSource {

    @Override
    public SortedSet<String> benchmarks() {
      return series.stream().map(Series::benchmark).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Measurements measure() {
      return Measurements.of(series);
    }
  }

  /** Makes the measurements. */
  @Setup
  public void prepare() throws IOException {
    requirements = Measured.requirements(benchmarks);
    measured = new Told(Measured.series(benchmarks, 1));
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    examiner = Services.examiner(clock);
    directory =
        Files.createTempDirectory(Path.of(System.getProperty(BenchmarkQueue.DIRECTORY)), "reports");
    examination = new Examination(directory, clock, Effort.ONE_LOOK);
  }

  /** Deletes the reports. */
  @TearDown
  public void delete() {
    BenchmarkQueue.deleteAll(directory);
  }

  /** Judges all of them and writes every report. */
  @Benchmark
  public Verdict judgeAndReport() throws IOException {
    Verdict verdict =
        examiner.examine(() -> requirements, measured, Origin.at(Instant.EPOCH), Effort.ONE_LOOK);
    examination.report(verdict, false);
    return verdict;
  }
}
