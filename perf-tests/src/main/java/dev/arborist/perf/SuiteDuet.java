package dev.arborist.perf;

import dev.arborist.QueuePlace;
import dev.arborist.adapters.jmh.duet.DuetSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The suite judged side by side with an earlier commit, {@code -Dperf.duet}, by the command that
 * everybody has: {@code arborist perf duet} with what this project needs.
 *
 * @param ref the commit
 * @param options what else the command is given, {@code -Dperf.duet.options}
 */
record SuiteDuet(String ref, List<String> options) {

  private static final String REF = "perf.duet";
  private static final String OPTIONS = "perf.duet.options";

  private static final String BUILD = "mvn -B -q -DskipTests -pl perf-tests -am package";

  /** Seen from this module. */
  private static final Path PROJECT = Path.of("..");

  /** The benchmarks, and everything that they need. */
  private static final String BENCHMARKS =
      "perf-tests/target/classes" + File.pathSeparator + "cli/target/arborist.jar";

  /** Keeps its own copy of the options. */
  SuiteDuet {
    options = List.copyOf(options);
  }

  static boolean isAsked() {
    return System.getProperty(REF) != null;
  }

  static SuiteDuet chosen() {
    String options = System.getProperty(OPTIONS, "").strip();
    return new SuiteDuet(
        System.getProperty(REF, ""),
        options.isEmpty() ? List.of() : List.of(options.split("\\s+")));
  }

  /**
   * Builds both, prepares queues and judges; this takes a minute for each benchmark, and some for
   * each suspect. What it prints goes where this JVM's output goes.
   *
   * @param target the build's directory for generated files, in a module of the project
   * @return the command's exit code
   */
  int hold(Path target, Consumer<String> listener) throws IOException, InterruptedException {
    PerfProfile profile = PerfProfile.chosen();
    Path queues = target.resolve("queues");
    new Preparation(profile, listener).fill(queues.resolve("prepared"));
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command(profile, target, queues))
              .directory(PROJECT.toFile())
              .inheritIO();
      String history = System.getProperty(PerfRun.HISTORY);
      if (history != null) {
        builder.environment().put("ARBORIST_HISTORY", seenFromAnywhere(history));
      }
      return builder.start().waitFor();
    } finally {
      BenchmarkQueue.deleteAll(queues);
    }
  }

  /** Where the duet is saved; it goes by the environment, since everybody sees arguments. */
  static String seenFromAnywhere(String history) {
    return QueuePlace.isServer(history)
        ? history
        : Path.of(history).toAbsolutePath().normalize().toString();
  }

  private List<String> command(PerfProfile profile, Path target, Path queues) {
    List<String> command =
        new ArrayList<>(List.of(System.getProperty(Probes.LAUNCHER, ""), "perf", "duet"));
    command.addAll(List.of("--baseline-ref", ref, "--build", BUILD, "--benchmarks", BENCHMARKS));
    profile
        .parameters()
        .forEach(
            (name, values) ->
                command.addAll(List.of("--param", name + "=" + String.join(",", values))));
    command.add("--jvm-args");
    command.add(String.join(" ", flags(queues)));
    command.add("--reports");
    command.add(target.resolve("validation").toAbsolutePath().toString());
    command.addAll(options);
    command.add(Selection.chosen().narrow(PerfRun.included(profile)));
    return command;
  }

  /** Places are named as they are seen from the project, because flags cannot hold spaces. */
  private static List<String> flags(Path queues) {
    Path seen = PROJECT.toAbsolutePath().normalize().relativize(queues.toAbsolutePath());
    List<String> flags = new ArrayList<>(DuetSettings.QUIET_JVM);
    flags.add("--enable-native-access=ALL-UNNAMED");
    flags.add("-D" + BenchmarkQueue.DIRECTORY + "=" + seen);
    flags.add("-D" + PreparedQueue.DIRECTORY + "=" + seen.resolve("prepared"));
    return flags;
  }
}
