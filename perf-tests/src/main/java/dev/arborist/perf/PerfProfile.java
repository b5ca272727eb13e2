package dev.arborist.perf;

import java.util.List;
import java.util.Map;

/** How thoroughly the suite is measured, chosen by {@code -Dperf.profile}. */
enum PerfProfile {
  /** For a quick look while working. */
  QUICK(3, 6, 3, 100),
  /** For every build: a quarter of an hour on two cores, half of one on slow ones. */
  STANDARD(5, 10, 4, 100),
  /** For a release: every size and filter there is. */
  THOROUGH(5, 6, 4, 200),
  /** A queue on a PostgreSQL server under load, instead of all else; it has no JMH benchmarks. */
  SERVER(3, 0, 1, 100);

  /** The smaller sizes, and the text that no task has. */
  private static final Map<String, List<String>> SOME =
      Map.of(
          "size", List.of("1000", "100000"),
          "queued", List.of("100000"),
          "nodes", List.of("100000"),
          "shape", List.of("RANDOM", "CHAIN"),
          "form", List.of("RANDOM"),
          "text", List.of("zyzzyva"));

  /** How many JVMs measure each benchmark. */
  final int launches;

  final int warmups;
  final int iterations;
  final int iterationMillis;

  PerfProfile(int launches, int warmups, int iterations, int iterationMillis) {
    this.launches = launches;
    this.warmups = warmups;
    this.iterations = iterations;
    this.iterationMillis = iterationMillis;
  }

  /** Values of parameters to use instead of all that the benchmarks name. */
  Map<String, List<String>> parameters() {
    return switch (this) {
      case QUICK, STANDARD, SERVER -> SOME;
      case THOROUGH -> Map.of("queued", List.of("1000000"));
    };
  }

  /** How large the trees are in which keys are pressed. */
  List<Integer> treeSizes() {
    return switch (this) {
      case QUICK, STANDARD, SERVER -> List.of(100_000);
      case THOROUGH -> List.of(100_000, 1_000_000);
    };
  }

  /** The profile that was asked for. */
  static PerfProfile chosen() {
    return ofName(System.getProperty("perf.profile", "standard"));
  }

  static PerfProfile ofName(String name) {
    for (PerfProfile profile : values()) {
      if (profile.name().equalsIgnoreCase(name)) {
        return profile;
      }
    }
    throw new IllegalArgumentException(
        "-Dperf.profile=" + name + " is not known: use quick, standard, thorough or server");
  }
}
