package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.sample.Series;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whole names of benchmarks by their last segments: the method, the class, and of its package so
 * many segments that no two classes of those shown are called the same.
 */
final class ShortNames {

  private final Map<String, String> shortByType = new TreeMap<>();

  private ShortNames() {}

  /** The short names of benchmarks that are shown together. */
  static ShortNames of(Collection<String> benchmarks) {
    TreeSet<String> types = new TreeSet<>();
    benchmarks.forEach(benchmark -> types.add(HtmlNames.type(benchmark)));
    Map<String, Integer> uses = new TreeMap<>();
    for (String type : types) {
      for (int start = start(type, type.length()); start >= 0; start = start(type, start - 1)) {
        uses.merge(type.substring(start), 1, Integer::sum);
      }
    }
    ShortNames names = new ShortNames();
    for (String type : types) {
      int start = start(type, type.length());
      while (start > 0 && uses.getOrDefault(type.substring(start), 0) > 1) {
        start = start(type, start - 1);
      }
      names.shortByType.put(type, type.substring(start));
    }
    return names;
  }

  /** The short names of the benchmarks of these series. */
  static ShortNames ofSeries(Collection<Series> series) {
    return of(series.stream().map(Series::benchmark).toList());
  }

  /** The short names of what comparisons call a benchmark: its name, a space, its parameters. */
  static ShortNames ofKeys(Collection<String> keys) {
    return of(keys.stream().map(key -> key.substring(0, nameEnd(key))).toList());
  }

  /** The short name of a benchmark; itself when it is none of those shown. */
  String of(String benchmark) {
    String type = HtmlNames.type(benchmark);
    return shortByType.getOrDefault(type, type) + benchmark.substring(type.length());
  }

  /** The short name and the parameters. */
  String title(Series series) {
    return HtmlNames.withParams(of(series.benchmark()), series.params());
  }

  /** What comparisons call a benchmark, its name shortened. */
  String ofKey(String key) {
    int end = nameEnd(key);
    return of(key.substring(0, end)) + key.substring(end);
  }

  private static int nameEnd(String key) {
    int space = key.indexOf(' ');
    return space < 0 ? key.length() : space;
  }

  /**
   * Where the segment starts that ends before a dot or at the name's end; negative if none does.
   */
  private static int start(String name, int end) {
    return end < 0 ? -1 : name.lastIndexOf('.', end - 1) + 1;
  }
}
