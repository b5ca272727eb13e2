package dev.arborist.adapters.jmh.leak;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the live heap consists of, class by class, as {@code jcmd GC.class_histogram} tells it.
 *
 * <p>Classes of one name from several loaders are added up.
 */
final class HeapHistogram {

  private static final Pattern ROW =
      Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)(?:\\s+\\(.*\\))?\\s*");
  private static final Comparator<GrownClass> MOST_GROWN_FIRST =
      Comparator.comparingLong(GrownClass::bytes).reversed().thenComparing(GrownClass::className);

  /** What the instances of a class are. */
  private record Use(long bytes, long instances) {

    private static final Use NONE = new Use(0, 0);

    private Use plus(Use other) {
      return new Use(bytes + other.bytes, instances + other.instances);
    }
  }

  private final SortedMap<String, Use> classes;

  private HeapHistogram(SortedMap<String, Use> classes) {
    this.classes = Collections.unmodifiableSortedMap(classes);
  }

  /**
   * Reads the text of a histogram; lines that are no row of a class are headings and the total.
   *
   * @throws IllegalArgumentException when it holds no class
   */
  static HeapHistogram parse(String text) {
    SortedMap<String, Use> classes = new TreeMap<>();
    text.lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .forEach(
            row ->
                classes.merge(
                    ClassNames.readable(row.group(3)),
                    new Use(Long.parseLong(row.group(2)), Long.parseLong(row.group(1))),
                    Use::plus));
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("this is no histogram of classes: " + text);
    }
    return new HeapHistogram(classes);
  }

  /** All bytes of it. */
  long bytes() {
    return classes.values().stream().mapToLong(Use::bytes).sum();
  }

  /** The classes that grew most in bytes, the largest growth first, equal ones by name. */
  List<GrownClass> grownSince(HeapHistogram earlier, int limit) {
    return classes.entrySet().stream()
        .map(entry -> growth(entry, earlier.classes.getOrDefault(entry.getKey(), Use.NONE)))
        .filter(grown -> grown.bytes() > 0)
        .sorted(MOST_GROWN_FIRST)
        .limit(limit)
        .toList();
  }

  private static GrownClass growth(Map.Entry<String, Use> now, Use before) {
    return new GrownClass(
        now.getKey(),
        now.getValue().bytes() - before.bytes(),
        now.getValue().instances() - before.instances());
  }
}
