package dev.arborist.adapters.jmh;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The single operations that JMH's sample mode timed in one launch, as values and how often each
 * was seen. Not safe for use by several threads.
 */
final class SampleHistogram {

  private final NavigableMap<Double, Long> counts = new TreeMap<>();
  private long total;

  /** Adds a value that was seen so often. */
  void add(double value, long count) {
    counts.merge(value, count, Long::sum);
    total += count;
  }

  void addAll(SampleHistogram other) {
    other.counts.forEach(this::add);
  }

  boolean isEmpty() {
    return total == 0;
  }

  double mean() {
    double sum = 0;
    for (Map.Entry<Double, Long> entry : counts.entrySet()) {
      sum += entry.getKey() * entry.getValue();
    }
    return sum / total;
  }

  double max() {
    return counts.lastKey();
  }

  /**
   * The least value that at least this share of the operations keep to: the nearest rank, type 1 of
   * Hyndman and Fan (1996). It is a value that was seen, never one in between.
   *
   * @param share such as 0.99
   */
  double percentile(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * total - 1e-9));
    long seen = 0;
    for (Map.Entry<Double, Long> entry : counts.entrySet()) {
      seen += entry.getValue();
      if (seen >= rank) {
        return entry.getKey();
      }
    }
    return counts.lastKey();
  }
}
