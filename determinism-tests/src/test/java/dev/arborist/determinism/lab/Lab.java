package dev.arborist.determinism.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How far an experiment goes: a build's share, or with {@code -Dlab=long} everything. */
public final class Lab {

  /** Everything that the laboratory leaves behind. */
  public static final Path DIRECTORY = Path.of("target", "determinism");

  private static final List<String> IN_A_BUILD =
      List.of(
          "calls",
          "crowd",
          "damage",
          "foreign files",
          "fresh JVMs",
          "full disk",
          "fuzzing of arguments",
          "fuzzing of files",
          "permissions",
          "processes",
          "processes on a server",
          "simulation",
          "statements",
          "syncs",
          "undisturbed session");

  /** The property that replays the simulation of one seed. */
  public static final String SIMULATION_SEED = "simulation.seed";

  /** The property that replays one case of the fuzzing. */
  public static final String FUZZ_CASE = "fuzz.case";

  /** The property that does one point of the calls. */
  public static final String CRASH_POINT = "crash.point";

  private static final List<String> REPLAYS = List.of(SIMULATION_SEED, FUZZ_CASE, CRASH_POINT);

  private static final String NAME = "lab";
  private static final String LONG = "long";

  private static final List<String> IN_THE_LONG_RUN =
      List.of(
          "mutation of application",
          "mutation of dependency",
          "mutation of priority",
          "mutation of query",
          "mutation of regression",
          "mutation of task");

  private Lab() {}

  /** What this run does, as its report names it: what is missing there was not done. */
  static List<String> experiments() {
    return isLong()
        ? Stream.concat(IN_A_BUILD.stream(), IN_THE_LONG_RUN.stream()).toList()
        : IN_A_BUILD;
  }

  /** Whether everything is done that can be done. */
  public static boolean isLong() {
    String wanted = System.getProperty(NAME, "");
    if (!wanted.isEmpty() && !wanted.equals(LONG)) {
      throw new IllegalArgumentException(
          "-D" + NAME + "=" + wanted + " is unknown: leave it out, or give " + LONG);
    }
    return wanted.equals(LONG);
  }

  /** Whether one case of an experiment is done again, and nothing else of it. */
  static boolean isReplay() {
    return REPLAYS.stream().anyMatch(name -> System.getProperty(name) != null);
  }

  /** One number for a build, another for the long run. */
  public static int count(int build, int inTheLongRun) {
    return isLong() ? inTheLongRun : build;
  }
}
