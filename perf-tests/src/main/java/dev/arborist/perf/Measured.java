package dev.arborist.perf;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** What somebody's suite of benchmarks may have measured, made from a seed. */
final class Measured {

  private static final int LAUNCHES = 5;
  private static final int ITERATIONS = 5;
  private static final int[] SIZES = {10, 100, 1_000, 10_000, 100_000};

  private Measured() {}

  /** So many series, five sizes to a benchmark. */
  static List<Series> series(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int size = SIZES[i % SIZES.length];
      List<List<Double>> launches = new ArrayList<>();
      for (int launch = 0; launch < LAUNCHES; launch++) {
        double slowness = 0.95 + 0.1 * random.nextDouble();
        List<Double> iterations = new ArrayList<>();
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
          iterations.add(size * 100 * slowness * (0.98 + 0.04 * random.nextDouble()));
        }
        launches.add(iterations);
      }
      series.add(
          new Series(
              benchmark(i),
              new TreeMap<>(Map.of("size", String.valueOf(size))),
              Metric.SCORE,
              "avgt",
              Dimension.TIME,
              launches));
    }
    return series;
  }

  /** One requirement a series, which each keeps. */
  static List<Requirement> requirements(int count) {
    List<Requirement> requirements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int size = SIZES[i % SIZES.length];
      requirements.add(
          new Requirement(
              "NFR" + i,
              "Operation " + i / SIZES.length + " keeps its pace at " + size,
              benchmark(i),
              new TreeMap<>(Map.of("size", String.valueOf(size))),
              Metric.parse("mean"),
              Quantity.parse("1 s"),
              null,
              WhenInconclusive.FAIL));
    }
    return requirements;
  }

  private static String benchmark(int series) {
    return "com.example.garden.GardenBenchmark.operation" + series / SIZES.length;
  }
}
