package dev.arborist.adapters.render.report;

import java.util.SortedMap;

/** Names of benchmarks as the page shows them. */
final class HtmlNames {

  private HtmlNames() {}

  /** The class of a benchmark's whole name, with its package. */
  static String type(String benchmark) {
    return benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
  }

  /** The last segment of a benchmark's name and its parameters. */
  static String method(String benchmark, SortedMap<String, String> params) {
    return withParams(benchmark.substring(benchmark.lastIndexOf('.') + 1), params);
  }

  /** A name and parameters. */
  static String withParams(String name, SortedMap<String, String> params) {
    StringBuilder text = new StringBuilder(name);
    params.forEach((key, value) -> text.append(' ').append(key).append('=').append(value));
    return text.toString();
  }
}
