package dev.arborist.adapters.jmh;

import dev.arborist.domain.validation.sample.SeriesKey;
import java.time.Duration;
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
 * @param ownTime how long an iteration takes that is kept, as the benchmark asks for it; zero when
 *     it does not
 */
record JmhCase(String benchmark, Mode mode, Map<String, String> params, Duration ownTime) {

  JmhCase {
    params = new LinkedHashMap<>(params);
  }

  /** The benchmark's last segment. */
  String method() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** How long an iteration takes that is kept: no less than the benchmark needs. */
  Duration iterationTime(JmhSettings settings) {
    Duration usual = settings.iterationTime();
    return ownTime.compareTo(usual) > 0 ? ownTime : usual;
  }

  /** What the series of it are found by. */
  SeriesKey key() {
    return new SeriesKey(benchmark, new TreeMap<>(params));
  }
}
