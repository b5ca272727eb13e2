package dev.arborist.adapters.jmh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The launches of each case, kept so that more can be added later.
 *
 * <p>Launches go round: the first of every case, then the second of every case, so that a machine
 * that is slow for a minute disturbs one launch of each instead of all launches of one.
 *
 * @param <C> what is launched
 * @param <R> what a launch gives
 */
final class Launches<C, R> {

  /**
   * Launches a case once.
   *
   * @param <C> what is launched
   * @param <R> what a launch gives
   */
  @FunctionalInterface
  interface Launcher<C, R> {

    /**
     * Measures.
     *
     * @param number which launch of the case it is, from 1
     */
    R launch(C one, int number);
  }

  private final Map<C, List<R>> results = new LinkedHashMap<>();

  /** No launches yet of these cases, which are launched in this order. */
  Launches(List<C> cases) {
    cases.forEach(one -> results.put(one, new ArrayList<>()));
  }

  /** How many launches are missing until every case has as many as wanted. */
  int missing(ToIntFunction<C> wanted) {
    return results.entrySet().stream()
        .mapToInt(entry -> Math.max(0, wanted.applyAsInt(entry.getKey()) - entry.getValue().size()))
        .sum();
  }

  /**
   * Launches until every case has as many launches as wanted; those that have more keep them.
   *
   * <p>When a launch throws, those before it are kept.
   */
  void fill(ToIntFunction<C> wanted, Launcher<C, R> launcher) {
    int most = results.keySet().stream().mapToInt(wanted).max().orElse(0);
    for (int number = 1; number <= most; number++) {
      for (Map.Entry<C, List<R>> entry : results.entrySet()) {
        boolean missing = entry.getValue().size() < number;
        if (missing && (number <= wanted.applyAsInt(entry.getKey()))) {
          entry.getValue().add(launcher.launch(entry.getKey(), number));
        }
      }
    }
  }

  /** Everything so far, in the order of the cases. */
  Map<C, List<R>> results() {
    return Collections.unmodifiableMap(results);
  }
}
