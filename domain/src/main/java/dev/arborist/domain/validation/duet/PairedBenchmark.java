package dev.arborist.domain.validation.duet;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A benchmark that both versions have, with one combination of its parameters.
 *
 * @param benchmark its whole name
 * @param mode how JMH measures it, such as {@code avgt}
 * @param params its parameters
 */
public record PairedBenchmark(String benchmark, String mode, SortedMap<String, String> params)
    implements Comparable<PairedBenchmark> {

  private static final Comparator<PairedBenchmark> ORDER =
      Comparator.comparing(PairedBenchmark::benchmark)
          .thenComparing(one -> one.params().toString())
          .thenComparing(PairedBenchmark::mode);

  /** Keeps its own copy of the parameters. */
  public PairedBenchmark {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** The whole name, the parameters and the mode, such as {@code a.B.c n=10 avgt}. */
  public String title() {
    String shown =
        params.entrySet().stream()
            .map(param -> " " + param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining());
    return benchmark + shown + " " + mode;
  }

  /** What its scores are: times, or rates in the mode that counts operations. */
  public Dimension dimension() {
    return mode.equals("thrpt") ? Dimension.RATE : Dimension.TIME;
  }

  /** By benchmark, then by parameters as they are written, then by mode. */
  @Override
  public int compareTo(PairedBenchmark other) {
    return ORDER.compare(this, other);
  }
}
