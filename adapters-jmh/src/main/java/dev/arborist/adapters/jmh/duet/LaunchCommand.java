package dev.arborist.adapters.jmh.duet;

import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.turns.TurnProfiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command line by which JMH launches one benchmark of a foreign class path. */
final class LaunchCommand {

  private LaunchCommand() {}

  /**
   * The command.
   *
   * <p>JMH's own JVM gets no flags, because the one that it forks inherits them. Those of the
   * measuring JVM are put before what the benchmark's annotation asks for, so that the author has
   * the last word. JMH takes them in one text, in which quotation marks keep spaces together.
   *
   * @param jvmArguments our flags that go together with those of the benchmark
   * @param directory of the pair: the profiler's classes are in it, temporary files go there
   * @param address of the arbiter, as the profiler understands it
   */
  static List<String> of(
      DuetSettings settings,
      List<String> jvmArguments,
      PairPlan plan,
      Side side,
      Path directory,
      String address) {
    String classPath =
        ForeignBenchmarks.joined(List.of(directory))
            + System.getProperty("path.separator")
            + ForeignBenchmarks.joined(settings.classPath(side, plan.isControl()));
    String temporary = "-Djava.io.tmpdir=" + directory;
    String time = settings.epoch().toMillis() + "ms";
    List<String> flags = new ArrayList<>(List.of('"' + temporary + '"', "-XX:-UsePerfData"));
    flags.addAll(jvmArguments);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(temporary, "-XX:-UsePerfData", "-Djmh.ignoreLock=true"));
    command.addAll(List.of("-cp", classPath, "org.openjdk.jmh.Main"));
    command.add("^" + Pattern.quote(plan.benchmark().benchmark()) + "$");
    command.addAll(List.of("-bm", plan.benchmark().mode(), "-f", "1", "-wf", "0", "-foe", "true"));
    command.addAll(List.of("-wi", String.valueOf(plan.warmups()), "-w", time));
    command.addAll(List.of("-i", String.valueOf(plan.epochs()), "-r", time));
    command.addAll(List.of("-jvmArgsPrepend", String.join(" ", flags)));
    command.addAll(List.of("-prof", TurnProfiler.class.getName() + ":" + address));
    plan.benchmark()
        .params()
        .forEach((key, value) -> command.addAll(List.of("-p", key + "=" + value)));
    return command;
  }
}
