package dev.arborist.adapters.jmh;

import dev.arborist.domain.validation.sample.Series;
import java.util.List;
import java.util.SortedMap;

/**
 * One benchmark of a results file, with one combination of its parameters in one mode.
 *
 * @param benchmark its whole name
 * @param mode how it was measured, such as {@code avgt}
 * @param params its parameters
 * @param settings how it was run, by JMH's own names, such as {@code forks}
 * @param series what was measured, its score first
 */
record JmhEntry(
    String benchmark,
    String mode,
    SortedMap<String, String> params,
    SortedMap<String, String> settings,
    List<Series> series) {

  String setting(String name) {
    return settings.getOrDefault(name, "");
  }

  /** The benchmark, mode and parameters in one text, of which a results file has one each. */
  String identity() {
    return benchmark + " " + mode + (params.isEmpty() ? "" : " " + params);
  }
}
