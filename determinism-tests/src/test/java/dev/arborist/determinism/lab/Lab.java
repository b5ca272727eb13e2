package dev.arborist.determinism.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** The property that repeats an order of the tests. */
  static final String ORDER_SEED = "order.seed";

  private static final String LONG = "long";
  private static final Option EXTENT = new Option("lab", "|long", "leave it out, or give " + LONG);

  private static final String NUMBER = "0|[1-9][0-9]{0,17}";

  private static final List<Option> REPLAYS =
      List.of(
          new Option(SIMULATION_SEED, NUMBER, "give the number of a seed, such as 17"),
          new Option(
              FUZZ_CASE,
              "[0-9]{1,18}:[0-9]{1,18}",
              "give a seed and the number of a case, such as 3:77"),
          new Option(
              CRASH_POINT,
              "[0-9]{1,9},[a-z0-9_]+,[0-9]{1,9},[^,]+,(true|false)",
              "give what a failure names, such as 31,pwrite64,11,error=ENOSPC,false"));

  private static final Option ORDER =
      new Option(ORDER_SEED, NUMBER, "give the number that a former run has printed");

  private static final List<String> IN_THE_LONG_RUN =
      List.of(
          "mutation of application",
          "mutation of dependency",
          "mutation of priority",
          "mutation of query",
          "mutation of regression",
          "mutation of task");

  /**
   * A property that a run may be given.
   *
   * @param form what it must match
   * @param advice what to do when it does not
   */
  private record Option(String name, String form, String advice) {

    String read(UnaryOperator<@Nullable String> properties) {
      String written = properties.apply(name);
      if (written != null && !written.matches(form)) {
        throw new IllegalArgumentException("-D" + name + "=" + written + " is unknown: " + advice);
      }
      return written == null ? "" : written;
    }
  }

  private Lab() {}

  /**
   * Refuses a property that is not written as it must be: else something else would be done than
   * was asked for.
   */
  static void requireOptions(UnaryOperator<@Nullable String> properties) {
    EXTENT.read(properties);
    REPLAYS.forEach(one -> one.read(properties));
    ORDER.read(properties);
  }

  /** What this run does, as its report names it: what is missing there was not done. */
  static List<String> experiments() {
    return isLong()
        ? Stream.concat(IN_A_BUILD.stream(), IN_THE_LONG_RUN.stream()).toList()
        : IN_A_BUILD;
  }

  /** Whether everything is done that can be done. */
  public static boolean isLong() {
    return EXTENT.read(System::getProperty).equals(LONG);
  }

  /** Whether one case of an experiment is done again, and nothing else of it. */
  static boolean isReplay() {
    return REPLAYS.stream().anyMatch(one -> System.getProperty(one.name()) != null);
  }

  /** One number for a build, another for the long run. */
  public static int count(int build, int inTheLongRun) {
    return isLong() ? inTheLongRun : build;
  }
}
