package dev.arborist.adapters.jmh;

import dev.arborist.domain.validation.sample.SeriesKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;

/**
 * One benchmark with one combination of its parameters.
 *
 * @param benchmark the whole name
 * @param mode how JMH measures it; a benchmark may ask for several
 * @param params the parameters, in JMH's order
 */
record JmhCase(String benchmark, Mode mode, Map<String, String> params) {

  JmhCase {
    params = new LinkedHashMap<>(params);
  }

  /** The benchmark's last segment. */
  String method() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** What the series of it are found by. */
  SeriesKey key() {
    return new SeriesKey(benchmark, new TreeMap<>(params));
  }
}
