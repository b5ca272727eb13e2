package dev.arborist.adapters.jmh.duet;

import dev.arborist.application.port.out.PairFailedException;
import dev.arborist.application.port.out.PairSource;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Pairs of launches of any project's JMH benchmarks, which need not know of it.
 *
 * <p>JMH itself runs, in a process for each side, with a profiler more. A side that dies, hangs or
 * runs something else ends the pair; all its processes are killed and awaited.
 */
public final class JmhPairs implements PairSource {

  /** JMH needs a moment to say why its JVM ended. */
  private static final long LAST_WORDS_SECONDS = 10;

  private static final Pattern EVERY = Pattern.compile("");

  private final DuetSettings settings;
  private final Pattern include;

  /**
   * A source of pairs.
   *
   * @throws InvalidSamplesException when what is included is no regular expression
   */
  public JmhPairs(DuetSettings settings) {
    this.settings = settings;
    try {
      include = Pattern.compile(settings.include());
    } catch (PatternSyntaxException e) {
      throw new InvalidSamplesException(
          "'" + settings.include() + "' is no regular expression: " + e.getDescription(), e);
    }
  }

  @Override
  public PairedBenchmarks benchmarks() {
    List<PairedBenchmark> before = benchmarks(Side.BASELINE, include);
    List<PairedBenchmark> after = benchmarks(Side.CANDIDATE, include);
    requireParams();
    return new PairedBenchmarks(
        before.stream().filter(after::contains).toList(),
        before.stream().filter(one -> !after.contains(one)).toList(),
        after.stream().filter(one -> !before.contains(one)).toList());
  }

  /** A name that no benchmark knows, also none that is left out, is misspelt. */
  private void requireParams() {
    if (settings.params().isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>();
    for (Side side : Side.values()) {
      benchmarks(side, EVERY).forEach(one -> known.addAll(one.params().keySet()));
    }
    for (String name : settings.params().keySet()) {
      if (!known.contains(name)) {
        throw new InvalidSamplesException("no benchmark has a parameter '" + name + "'");
      }
    }
  }

  private List<PairedBenchmark> benchmarks(Side side, Pattern wanted) {
    return ForeignBenchmarks.of(side, settings.classPath(side, false), wanted, settings.params());
  }

  @Override
  public List<Fact> environment() {
    List<String> flags = settings.jvmArguments();
    return List.of(
        new Fact("Baseline", settings.baseline().name()),
        new Fact("Candidate", settings.candidate().name()),
        new Fact(
            "JVM",
            System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version")),
        new Fact(
            "JVM flags",
            flags.isEmpty()
                ? "none of ours"
                : String.join(" ", flags) + ", before a benchmark's own"),
        new Fact(
            "Processors",
            settings.isPinned()
                ? "both sides of one thread share one"
                : "as the system gives them"),
        new Fact("Epochs", "at least " + settings.epoch().toMillis() + " ms"));
  }

  @Override
  public LaunchPair launch(PairPlan plan) {
    requirePassable(plan.benchmark());
    try (ProcessFamily family = new ProcessFamily();
        Reception reception = new Reception(settings.patience().plus(settings.epoch()))) {
      TurnClasses.write(family.directory());
      return launch(plan, family, reception);
    } catch (IOException e) {
      throw new StorageException("the pair cannot be launched: " + e, e);
    }
  }

  private LaunchPair launch(PairPlan plan, ProcessFamily family, Reception reception)
      throws IOException {
    Map<Side, Process> processes = new EnumMap<>(Side.class);
    try {
      for (Side side : order(plan.seed())) {
        processes.put(side, family.start(builder(plan, side, family, reception)));
      }
      Map<Side, TurnTaker> takers = reception.await(plan.benchmark(), processes);
      family.look();
      LaunchPair pair = new Arbiter(takers, plan, () -> pin(processes, takers, plan)).run();
      for (Map.Entry<Side, Process> process : processes.entrySet()) {
        requireEnd(process.getKey(), process.getValue());
      }
      return pair;
    } catch (SideFailure e) {
      throw new PairFailedException(message(plan, e, processes, family), e);
    }
  }

  private static void requirePassable(PairedBenchmark benchmark) {
    benchmark
        .params()
        .forEach(
            (name, value) -> {
              if (value.contains(",")) {
                throw new PairFailedException(
                    benchmark.title()
                        + ": the parameter "
                        + name
                        + " holds a comma, which JMH's command line cannot pass");
              }
            });
  }

  /** Which side is started first must not matter, so it is drawn. */
  private static List<Side> order(long seed) {
    return new Random(~seed).nextBoolean()
        ? List.of(Side.BASELINE, Side.CANDIDATE)
        : List.of(Side.CANDIDATE, Side.BASELINE);
  }

  private ProcessBuilder builder(
      PairPlan plan, Side side, ProcessFamily family, Reception reception) {
    List<String> command =
        LaunchCommand.of(
            settings, flags(plan), plan, side, family.directory(), reception.address(side));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.to(log(family, side).toFile()));
  }

  /** The same on both sides, whichever asks for something else. */
  private List<String> flags(PairPlan plan) {
    List<String> theirs = new ArrayList<>();
    for (Side side : Side.values()) {
      theirs.addAll(
          ForeignBenchmarks.flags(
              side, settings.classPath(side, plan.isControl()), plan.benchmark().benchmark()));
    }
    return OwnFlags.beside(settings.jvmArguments(), theirs);
  }

  private static Path log(ProcessFamily family, Side side) {
    return family.directory().resolve(side + ".log");
  }

  /** A benchmark with several threads needs as many processors as it can get. */
  private void pin(Map<Side, Process> processes, Map<Side, TurnTaker> takers, PairPlan plan) {
    if (settings.isPinned() && takers.values().stream().allMatch(one -> one.threads() == 1)) {
      CpuPin.apply(processes.values().stream().flatMap(Process::descendants).toList(), plan.seed());
    }
  }

  /** A benchmark may fail when it tears down. */
  private void requireEnd(Side side, Process process) throws SideFailure {
    if (!awaitEnd(process, settings.patience().toSeconds() + 1)) {
      throw new SideFailure(side, SideFailure.Kind.HANGS, "does not end");
    }
    if (process.exitValue() != 0) {
      throw new SideFailure(
          side, SideFailure.Kind.ENDED, "ended with exit code " + process.exitValue());
    }
  }

  private String message(
      PairPlan plan, SideFailure failure, Map<Side, Process> processes, ProcessFamily family) {
    String text =
        plan.benchmark().title() + ": " + failure.side().words() + " " + failure.getMessage();
    Process process = processes.get(failure.side());
    return switch (failure.kind()) {
      case STRAYS -> text;
      case HANGS -> text + ": nothing happened for " + settings.patience().toSeconds() + " s";
      case ENDED -> {
        if (process != null) {
          awaitEnd(process, LAST_WORDS_SECONDS);
        }
        yield text + ": " + JmhOutput.reason(log(family, failure.side()));
      }
    };
  }

  private static boolean awaitEnd(Process process, long seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PairFailedException("interrupted while measuring", e);
    }
  }
}
