package dev.arborist.adapters.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is weak about measurements, and what to do about it: the same of sources and results. */
public final class Advice {

  /** How results that can be judged are made. */
  public static final String COMMAND =
      "java -jar target/benchmarks.jar -f 5 -prof gc -rf json -rff jmh.json";

  /** Fewer launches than this say nothing about the spread between them. */
  public static final int FORKS_MIN = 3;

  /** What to do about benchmarks that run in the JVM of JMH. */
  public static final String NO_FORK =
      "in JMH's own JVM, where one benchmark disturbs the next: launch fresh ones with -f 5 or"
          + " @Fork(5)";

  /** What to do about too few launches. */
  public static final String FEW_FORKS =
      "fewer than 3 times, which says nothing about the spread between launches: 5 are advised"
          + " (-f 5 or @Fork(5))";

  /** What to do without warm-up. */
  public static final String NO_WARMUP =
      "without warm-up, so that the compiler is measured too: warm up with -wi 5 or"
          + " @Warmup(iterations = 5)";

  /** What to do when no single operations are timed. */
  public static final String NO_SAMPLES =
      "no single operations are timed, so p50, p95 and p99 cannot be limited: measure with -bm"
          + " sample or @BenchmarkMode(Mode.SampleTime)";

  /** What to do when no allocation is measured. */
  public static final String NO_ALLOCATION =
      "allocation was not measured, so bytesPerOp cannot be limited: add -prof gc";

  private static final String SINGLE_SHOT = "ss";
  private static final String SAMPLE = "sample";

  private Advice() {}

  /** What is weak about these results, a sentence each. */
  static List<String> on(List<JmhSetup> setups) {
    List<String> sentences = new ArrayList<>();
    count(setups, setup -> isForks(setup, 0, 0), "ran " + NO_FORK, sentences);
    count(
        setups, setup -> isForks(setup, 1, FORKS_MIN - 1), "were launched " + FEW_FORKS, sentences);
    count(setups, Advice::isCold, "were measured " + NO_WARMUP, sentences);
    if (setups.stream().noneMatch(setup -> setup.mode().equals(SAMPLE))) {
      sentences.add(NO_SAMPLES);
    }
    if (setups.stream().noneMatch(JmhSetup::isAllocationMeasured)) {
      sentences.add(NO_ALLOCATION);
    }
    return sentences;
  }

  private static boolean isForks(JmhSetup setup, int from, int to) {
    Integer forks = setup.forks();
    return forks != null && forks >= from && forks <= to;
  }

  /** Single shots are taken cold on purpose. */
  private static boolean isCold(JmhSetup setup) {
    Integer warmups = setup.warmups();
    return warmups != null && warmups == 0 && !setup.mode().equals(SINGLE_SHOT);
  }

  private static void count(
      List<JmhSetup> setups, Predicate<JmhSetup> weak, String what, List<String> sentences) {
    long found = setups.stream().filter(weak).count();
    if (found > 0) {
      sentences.add(found + " of " + setups.size() + " benchmarks " + what);
    }
  }
}
