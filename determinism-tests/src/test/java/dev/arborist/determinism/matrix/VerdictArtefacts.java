package dev.arborist.determinism.matrix;

import dev.arborist.adapters.files.validation.TomlRequirements;
import dev.arborist.adapters.files.validation.VerdictJson;
import dev.arborist.adapters.jmh.JmhResultsFile;
import dev.arborist.adapters.render.report.Reports;
import dev.arborist.application.port.in.Examiner.Effort;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.application.service.Services;
import dev.arborist.cli.Examination;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.Profile.Share;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import dev.arborist.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Every report of one verdict, which is saved and read again as the history does. */
final class VerdictArtefacts {

  private static final int BATCHES = 24;
  private static final int LAUNCHES = 3;
  private static final SeriesKey REPEATED =
      new SeriesKey(
          "com.example.garden.SeedBenchmark.repeat", new TreeMap<>(Map.of("plants", "1.5")));

  private final Path examples;

  VerdictArtefacts(Path examples) {
    this.examples = examples;
  }

  void write(Path directory, Artefacts artefacts) throws IOException {
    Verdict compared =
        Examination.compare(
            verdict("jmh.json"),
            "run 0001",
            verdict("jmh-old.json"),
            List.of(FailRule.parse("regressed"), FailRule.parse("median:2.5%")));
    artefacts.put("verdict.json", out -> new VerdictJson().write(compared, out));
    Verdict verdict = Examination.load(directory.resolve("verdict.json"));
    report("report.txt", Reports.console(), verdict, artefacts);
    report("report.md", Reports.markdown(), verdict, artefacts);
    report("summary.md", Reports.github(), verdict, artefacts);
    report("report.html", Reports.html(), verdict, artefacts);
    report("report.xml", Reports.junit(), verdict, artefacts);
    report("deliverable.json", Reports.deliverable(true), verdict, artefacts);
  }

  private static void report(
      String name, ReportRenderer renderer, Verdict verdict, Artefacts artefacts)
      throws IOException {
    artefacts.put(name, out -> renderer.render(verdict, out));
  }

  private Verdict verdict(String file) {
    TestClock clock = new TestClock();
    Origin origin =
        new Origin(clock.instant(), "İlk ölçüm", "0123456789abcdef", true, "a machine", "a JVM");
    return Services.examiner(clock)
        .examine(
            new TomlRequirements(examples.resolve("requirements.toml")),
            new Extended(JmhResultsFile.read(examples.resolve(file))),
            origin,
            Effort.ONE_LOOK);
  }

  /** What JMH measured, and what only our own measuring adds: memory over time, and stacks. */
  private record Extended(JmhResultsFile results) implements MeasurementSource {

    @Override
    public SortedSet<String> benchmarks() {
      return results.benchmarks();
    }

    @Override
    public Measurements measure() {
      Measurements measured = results.measure();
      List<Series> series = new ArrayList<>(measured.series());
      series.add(repeated(Metric.parse("live"), Dimension.SIZE, 4_096.5));
      series.add(repeated(Metric.parse("operations"), Dimension.NUMBER, 1_000));
      SortedMap<SeriesKey, List<Suspect>> suspects = new TreeMap<>();
      suspects.put(
          REPEATED,
          List.of(
              new Suspect("byte[]", 1_234_567, 3_000),
              new Suspect("com.example.Seed", 96_000, 3_000)));
      List<Fact> environment = new ArrayList<>(measured.environment());
      environment.add(new Fact("Ölçü", "1.5 GHz"));
      return new Measurements(series, suspects, profiles(), environment, measured.warnings());
    }

    private static Series repeated(Metric metric, Dimension dimension, double perBatch) {
      SplittableRandom random = new SplittableRandom(7);
      List<List<Double>> launches = new ArrayList<>();
      for (int launch = 0; launch < LAUNCHES; launch++) {
        List<Double> batches = new ArrayList<>();
        for (int batch = 1; batch <= BATCHES; batch++) {
          double noise = dimension == Dimension.SIZE ? random.nextDouble() * 1_000 : 0;
          batches.add(batch * perBatch + noise);
        }
        launches.add(batches);
      }
      return new Series(
          REPEATED.benchmark(), REPEATED.params(), metric.measure(), "", dimension, launches);
    }

    private static List<Profile> profiles() {
      return List.of(
          new Profile(
              "com.example.garden.SeedBenchmark.sow",
              new TreeMap<>(),
              1_234,
              List.of(new Share("java.util.TreeMap.put", 61.25), new Share("a.B.c", 38.75)),
              List.of(new Share("a.B.c(B.java:7)", 99.5))));
    }
  }
}
