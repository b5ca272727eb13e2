package dev.arborist.adapters.jmh.recording;

import dev.arborist.domain.validation.report.Profile.Share;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up what each name has of a whole.
 *
 * <p>Its memory grows with the number of names, which the size of the program limits, not with what
 * is added.
 */
final class Shares {

  private static final double PERCENT = 100;

  private final Map<String, Long> amounts = new TreeMap<>();
  private long whole;

  /** Adds to a name. */
  void add(String name, long amount) {
    amounts.merge(name, amount, Long::sum);
    whole += amount;
  }

  /** Everything that was added. */
  long whole() {
    return whole;
  }

  /** The names with the largest shares, equal ones by name. */
  List<Share> largest(int limit) {
    return amounts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(entry -> new Share(entry.getKey(), PERCENT * entry.getValue() / whole))
        .toList();
  }
}
