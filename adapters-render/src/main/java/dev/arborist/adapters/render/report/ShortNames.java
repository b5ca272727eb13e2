package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.sample.Series;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whole names of benchmarks by their last segments: the class and the method, and of the package so
 * many segments that no two of those shown are the same.
 */
final class ShortNames {

  /** The class and the method. */
  private static final int SEGMENTS_LEAST = 2;

  private final Map<String, String> byWhole = new TreeMap<>();

  private ShortNames() {}

  /** The short names of benchmarks that are shown together. */
  static ShortNames of(Collection<String> benchmarks) {
    TreeSet<String> distinct = new TreeSet<>(benchmarks);
    Map<String, Integer> uses = new TreeMap<>();
    for (String benchmark : distinct) {
      for (String end = least(benchmark); ; end = longer(benchmark, end)) {
        uses.merge(end, 1, Integer::sum);
        if (end.length() == benchmark.length()) {
          break;
        }
      }
    }
    ShortNames names = new ShortNames();
    for (String benchmark : distinct) {
      String end = least(benchmark);
      while (uses.getOrDefault(end, 0) > 1 && end.length() < benchmark.length()) {
        end = longer(benchmark, end);
      }
      names.byWhole.put(benchmark, end);
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
    return byWhole.getOrDefault(benchmark, benchmark);
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

  private static String least(String benchmark) {
    String end = "";
    for (int i = 0; i < SEGMENTS_LEAST && end.length() < benchmark.length(); i++) {
      end = longer(benchmark, end);
    }
    return end;
  }

  /** The end of a name with one more segment before it. */
  private static String longer(String benchmark, String end) {
    int dot = benchmark.length() - end.length() - 1;
    return benchmark.substring(benchmark.lastIndexOf('.', dot - 1) + 1);
  }
}
