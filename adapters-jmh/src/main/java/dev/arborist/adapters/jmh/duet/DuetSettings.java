package dev.arborist.adapters.jmh.duet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What runs against what, and how.
 *
 * @param baseline the old version
 * @param candidate the new version
 * @param include which benchmarks, a regular expression that is found in their whole names
 * @param params values of parameters to use instead of those that the benchmarks name
 * @param jvmArguments the flags of the measuring JVMs; those that a benchmark asks for itself come
 *     after them
 * @param isPinned whether both sides share one processor while they measure
 * @param epoch how long a turn lasts at least
 * @param patience for how long nothing may happen beyond that, while a benchmark sets up or
 *     operates; JVMs get a minute to start in any case
 */
public record DuetSettings(
    Version baseline,
    Version candidate,
    String include,
    SortedMap<String, List<String>> params,
    List<String> jvmArguments,
    boolean isPinned,
    Duration epoch,
    Duration patience) {

  /**
   * What makes launches differ least from each other: a fixed heap and a young generation that is
   * collected while warming up, a collector without threads of its own, and compilation that the
   * benchmark waits for. See docs/decisions/018-duet.md for what each is worth.
   */
  public static final List<String> QUIET_JVM =
      List.of("-Xms512m", "-Xmx512m", "-Xmn64m", "-XX:+UseSerialGC", "-Xbatch");

  /** A turn of 10 ms is long enough for a clock and short enough for a machine to stay the same. */
  public static final Duration EPOCH = Duration.ofMillis(10);

  /** Setting up may take long; a minute of nothing is a hang. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Keeps its own copies. */
  public DuetSettings {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    jvmArguments = List.copyOf(jvmArguments);
  }

  List<Path> classPath(Side side, boolean isControl) {
    return (side == Side.BASELINE || isControl ? baseline : candidate).classPath();
  }
}
