package dev.arborist.testkit.history;

import dev.arborist.domain.validation.duet.PairShape;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Verdicts for tests, the same for the same arguments. */
public final class Verdicts {

  /** When they were measured, unless another time is given. */
  public static final Instant TIME = Instant.parse("2024-05-06T07:08:09.123456Z");

  private Verdicts() {}

  /** A verdict of these series, at {@link #TIME}. */
  public static Verdict labelled(String label, Series... series) {
    return at(TIME, label, series);
  }

  /** A verdict of these series in which 3 requirements are met, 1 is not and 2 are undecided. */
  public static Verdict at(Instant measuredAt, String label, Series... series) {
    return new Verdict(
        new Origin(measuredAt, label, "0123456789abcdef", true, "two cores", "JDK 17"),
        List.of(
            judgement("NFR1", Outcome.PASS),
            judgement("NFR2", Outcome.PASS),
            judgement("NFR3", Outcome.PASS),
            judgement("NFR4", Outcome.FAIL),
            judgement("NFR5", Outcome.INCONCLUSIVE),
            judgement("NFR6", Outcome.INCONCLUSIVE)),
        Arrays.asList(series),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(new Fact("kernel", "Linux")),
        List.of());
  }

  /** A duet in which 1 is inconclusive, 1 improved, 1 is unchanged and 3 regressed. */
  public static Verdict duet(String label) {
    List<DuetResult> results = new ArrayList<>();
    results.addAll(Collections.nCopies(3, paired(Change.REGRESSED)));
    results.add(paired(Change.IMPROVED));
    results.add(paired(Change.UNCHANGED));
    results.add(paired(Change.INCONCLUSIVE));
    Duet duet =
        new Duet(
            results,
            null,
            List.of(),
            List.of(),
            PairedSettings.standard(),
            List.of(),
            1,
            List.of());
    return Verdict.ofDuet(Origin.at(TIME).labelled(label), duet, List.of(), List.of());
  }

  private static DuetResult paired(Change change) {
    return new DuetResult(
        new PairedBenchmark("a.B.c", "avgt", new TreeMap<>()),
        new PairedVerdict(change, 1, 1, 1, 1, 0, 0.03, 30, "so it is"),
        List.of(),
        List.of(),
        List.of(),
        PairShape.UNKNOWN,
        Duration.ZERO,
        "",
        null);
  }

  private static Judgement judgement(String id, Outcome outcome) {
    Requirement requirement =
        new Requirement(
            id,
            "It is fast",
            "Benchmark.method",
            new TreeMap<>(),
            Metric.parse("mean"),
            Quantity.parse("100 ms"),
            null,
            WhenInconclusive.FAIL);
    return new Judgement(requirement, outcome, null, null, null, 5, "by eye");
  }

  /** A benchmark's average time. */
  public static Series series(
      String benchmark, SortedMap<String, String> params, double... launches) {
    List<List<Double>> values = new ArrayList<>();
    for (double launch : launches) {
      values.add(List.of(launch));
    }
    return new Series(benchmark, params, Metric.SCORE, "avgt", Dimension.TIME, values);
  }

  /** Parameters: a name, its value, the next name. */
  public static SortedMap<String, String> params(String... namesAndValues) {
    SortedMap<String, String> params = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      params.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return params;
  }

  /** A verdict of so many series of random values, which do not compress; its label is the seed. */
  public static Verdict large(int seed, int size) {
    Random random = new Random(seed);
    Series[] series = new Series[size];
    for (int i = 0; i < size; i++) {
      List<List<Double>> launches = new ArrayList<>();
      for (int launch = 0; launch < 5; launch++) {
        launches.add(random.doubles(10).boxed().toList());
      }
      series[i] =
          new Series(
              "dev.arborist.perf.SomeBenchmark.method" + i / 6,
              params("shape", "wide", "tasks", String.valueOf(i % 6)),
              Metric.SCORE,
              "avgt",
              Dimension.TIME,
              launches);
    }
    return labelled(String.valueOf(seed), series);
  }
}
