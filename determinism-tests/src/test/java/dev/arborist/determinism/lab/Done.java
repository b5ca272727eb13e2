package dev.arborist.determinism.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an experiment did: how many of what.
 *
 * @param counts by their names, in the order in which they are told
 */
public record Done(Map<String, Long> counts) {

  private static final String AND = ", ";

  /** A name that contains a comma could not be told from two. */
  public Done {
    for (String what : counts.keySet()) {
      if (what.isBlank() || what.contains(AND)) {
        throw new IllegalArgumentException("no name of a count: " + what);
      }
    }
    counts = new LinkedHashMap<>(counts);
  }

  /** One count; its name is in the plural, such as {@code seeds}. */
  public static Done of(String what, long count) {
    return new Done(Map.of(what, count));
  }

  /** Another count. */
  public Done and(String what, long count) {
    Map<String, Long> more = new LinkedHashMap<>(counts);
    more.put(what, count);
    return new Done(more);
  }

  /** All counts of another, behind these. */
  public Done and(Done other) {
    Map<String, Long> more = new LinkedHashMap<>(counts);
    more.putAll(other.counts);
    return new Done(more);
  }

  /** The sum of both, count by count. */
  public Done plus(Done other) {
    Map<String, Long> sum = new LinkedHashMap<>(counts);
    other.counts.forEach((what, count) -> sum.merge(what, count, Long::sum));
    return new Done(sum);
  }

  /** Reads what {@link #toString} has written. */
  public static Done parse(String text) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String count : text.split(AND, -1)) {
      int space = count.indexOf(' ');
      counts.put(count.substring(space + 1), Long.valueOf(count.substring(0, space)));
    }
    return new Done(counts);
  }

  /** Such as {@code 20 kills, 4 stops}. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    counts.forEach((what, count) -> words.add(count + " " + what));
    return words.stream().collect(Collectors.joining(AND));
  }
}
