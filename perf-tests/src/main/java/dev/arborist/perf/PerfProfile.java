package dev.arborist.perf;

/** How thoroughly the suite is measured, chosen by {@code -Dperf.profile}. */
enum PerfProfile {
  /** For a quick look while working. */
  QUICK(3, 4, 3, 100, false),
  /** For every build: under four minutes on two cores. */
  STANDARD(5, 6, 5, 150, false),
  /** For a release. */
  THOROUGH(10, 10, 10, 250, true);

  /** How many JVMs measure each benchmark. */
  final int launches;

  final int warmups;
  final int iterations;
  final int iterationMillis;

  /** Whether the heap is collected before each iteration, which takes as long as the iteration. */
  final boolean collects;

  PerfProfile(int launches, int warmups, int iterations, int iterationMillis, boolean collects) {
    this.launches = launches;
    this.warmups = warmups;
    this.iterations = iterations;
    this.iterationMillis = iterationMillis;
    this.collects = collects;
  }

  static PerfProfile ofName(String name) {
    for (PerfProfile profile : values()) {
      if (profile.name().equalsIgnoreCase(name)) {
        return profile;
      }
    }
    throw new IllegalArgumentException(
        "-Dperf.profile=" + name + " is not known: use quick, standard or thorough");
  }
}
