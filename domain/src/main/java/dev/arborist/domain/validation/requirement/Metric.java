package dev.arborist.domain.validation.requirement;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What of a measurement a requirement limits.
 *
 * @param kind the kind of metric
 * @param name the name of the counter or the stage; empty for every other kind
 */
public record Metric(Kind kind, String name) {

  /** The measure under which a benchmark's own score is kept, a time or a rate. */
  public static final String SCORE = "score";

  /** The kinds of metric. */
  public enum Kind {
    /** The mean of a launch's iterations. */
    MEAN("mean"),
    /** The median of a launch's iterations. */
    MEDIAN("median"),
    /** The median of single operations. */
    P50("p50"),
    /** What 95 of 100 operations keep to. */
    P95("p95"),
    /** What 99 of 100 operations keep to. */
    P99("p99"),
    /** The greatest value observed. */
    MAX("max"),
    /** Bytes allocated by an operation. */
    BYTES_PER_OP("bytesPerOp"),
    /** Bytes that stay reachable. */
    RETAINED("retained"),
    /** The growth of the process's resident memory at its peak. */
    PEAK_RSS("peakRss"),
    /** The growth of memory over repeated operations, in percent. */
    GROWTH("growth"),
    /** The exponent with which time grows with size. */
    EXPONENT("exponent"),
    /** The share of repetitions that gave the same result. */
    PASS_RATE("passRate"),
    /** An exact count of events, such as SQL statements. */
    COUNTER("counter"),
    /** How many times one thing another is, measured beside each other in one launch. */
    RATIO("ratio"),
    /** The time of one stage of an operation, such as its query or its layout. */
    STAGE("stage"),
    /** The bytes that are live after a batch of operations. */
    LIVE("live"),
    /** How many operations had been done in all when the live bytes were measured. */
    OPERATIONS("operations"),
    /** The bytes by which live memory grows with every operation. */
    LEAK("leak");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Whether there are several of the kind, each with a name behind a colon. */
    private boolean isNamed() {
      return this == COUNTER || this == RATIO || this == STAGE;
    }

    private String pattern() {
      return isNamed() ? word + ":<name>" : word;
    }
  }

  /**
   * Reads a metric as requirements name it, such as {@code p99}, {@code counter:statements} or
   * {@code stage:layout}.
   *
   * @throws InvalidRequirementException when there is no such metric; the message lists them
   */
  public static Metric parse(String text) {
    for (Kind kind : Kind.values()) {
      String prefix = kind.word + ":";
      if (kind.isNamed() && text.startsWith(prefix) && text.length() > prefix.length()) {
        return new Metric(kind, text.substring(prefix.length()));
      }
      if (!kind.isNamed() && kind.word.equals(text)) {
        return new Metric(kind, "");
      }
    }
    throw new InvalidRequirementException(
        "'"
            + text
            + "' is not a metric: use one of "
            + Arrays.stream(Kind.values()).map(Kind::pattern).collect(Collectors.joining(", ")));
  }

  /** The measure that the metric is computed from. */
  public String measure() {
    return switch (kind) {
      case MEAN, MEDIAN, MAX, EXPONENT -> SCORE;
      case LEAK -> Kind.LIVE.word;
      case P50,
          P95,
          P99,
          BYTES_PER_OP,
          RETAINED,
          PEAK_RSS,
          GROWTH,
          PASS_RATE,
          COUNTER,
          RATIO,
          STAGE,
          LIVE,
          OPERATIONS ->
          toString();
    };
  }

  /** The measure that it is computed from where single operations were timed. */
  public String measureOfOperations() {
    return kind == Kind.MAX ? toString() : measure();
  }

  /** Whether a limit of this dimension makes sense for the metric. */
  public boolean accepts(Dimension dimension) {
    return switch (kind) {
      case MEAN, MEDIAN, P50, P95, P99, MAX ->
          dimension == Dimension.TIME || dimension == Dimension.RATE;
      case STAGE -> dimension == Dimension.TIME;
      case BYTES_PER_OP, RETAINED, PEAK_RSS, LIVE, LEAK -> dimension == Dimension.SIZE;
      case GROWTH, PASS_RATE -> dimension == Dimension.SHARE;
      case COUNTER ->
          dimension == Dimension.NUMBER
              || dimension == Dimension.TIME
              || dimension == Dimension.RATE;
      case EXPONENT, RATIO, OPERATIONS -> dimension == Dimension.NUMBER;
    };
  }

  /** Whether it is counted by a profiler or by the benchmark itself, beside its score. */
  public boolean isOfProfiler() {
    return kind == Kind.COUNTER || kind == Kind.BYTES_PER_OP;
  }

  /** Whether it is a share of single operations that counts. */
  public boolean isPercentile() {
    return kind == Kind.P50 || kind == Kind.P95 || kind == Kind.P99;
  }

  /** Whether one value may be so many times another, and less of it is better. */
  public boolean isRatioScaled() {
    return switch (kind) {
      case MEAN,
          MEDIAN,
          P50,
          P95,
          P99,
          MAX,
          BYTES_PER_OP,
          RETAINED,
          PEAK_RSS,
          COUNTER,
          STAGE,
          LIVE ->
          true;
      case GROWTH, EXPONENT, PASS_RATE, RATIO, OPERATIONS, LEAK -> false;
    };
  }

  /** The metric as requirements name it. */
  @Override
  public String toString() {
    return kind.isNamed() ? kind.word + ":" + name : kind.word;
  }
}
