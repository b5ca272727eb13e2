package dev.arborist.adapters.jmh.duet;

import dev.arborist.adapters.jmh.recording.FlightRecording;
import dev.arborist.application.port.out.PairFailedException;
import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.application.port.out.PairSource.ProfiledPair;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** One pair from its first process to its last: run or profiled, and that once. */
final class RunningPair {

  /**
   * For how long JMH waits for threads that a benchmark has left behind. Without this it is 30 s,
   * which would be most of what the pairs of such a benchmark take.
   */
  private static final String SHORT_END = "-Djmh.shutdownTimeout=5";

  /** Longer than that. */
  private static final long END_SECONDS = 10;

  /** JMH needs a moment to say why its JVM ended. */
  private static final long LAST_WORDS_SECONDS = 10;

  private final DuetSettings settings;
  private final PairPlan plan;
  private final ProcessFamily family;
  private final Reception reception;
  private final Map<Side, Process> processes = new EnumMap<>(Side.class);
  private Instant measuringBegan = Instant.MAX;

  /**
   * A pair that has not begun.
   *
   * @param family its processes, which the caller ends
   * @param reception where they connect, which the caller closes
   */
  RunningPair(DuetSettings settings, PairPlan plan, ProcessFamily family, Reception reception) {
    this.settings = settings;
    this.plan = plan;
    this.family = family;
    this.reception = reception;
  }

  /** Lets both sides take turns. */
  LaunchPair run() throws IOException {
    return run(side -> List.of(SHORT_END), false, this::pin);
  }

  /**
   * Records both sides. They measure at the same time, each where it likes: a profile needs no
   * fairness, and so it takes half as long. Their epochs stay as long as ever, because a benchmark
   * may do something else in a long one.
   */
  ProfiledPair profile() throws IOException {
    LaunchPair pair =
        run(
            side -> FlightRecording.flags(recording(side)),
            true,
            takers -> measuringBegan = Instant.now());
    return new ProfiledPair(
        pair, read(Side.BASELINE), read(Side.CANDIDATE), FlightRecording.PERIOD);
  }

  private Profile read(Side side) {
    SeriesKey key = new SeriesKey(plan.benchmark().benchmark(), plan.benchmark().params());
    return FlightRecording.readSince(recording(side), key, measuringBegan);
  }

  private Path recording(Side side) {
    return family.directory().resolve(side + ".jfr");
  }

  private LaunchPair run(
      Function<Side, List<String>> further,
      boolean isShared,
      Consumer<Map<Side, TurnTaker>> beforeMeasuring)
      throws IOException {
    try {
      for (Side side : order()) {
        processes.put(side, start(side, further.apply(side)));
      }
      Map<Side, TurnTaker> takers = reception.await(plan.benchmark(), processes);
      family.look();
      Runnable afterWarmup =
          () -> {
            family.look();
            beforeMeasuring.accept(takers);
          };
      LaunchPair pair = new Arbiter(takers, plan, afterWarmup, family::look).run(isShared);
      for (Map.Entry<Side, Process> process : processes.entrySet()) {
        requireEnd(process.getKey(), process.getValue());
      }
      return pair;
    } catch (SideFailure e) {
      throw new PairFailedException(message(e), e);
    }
  }

  /** Which side is started first must not matter, so it is drawn. */
  private List<Side> order() {
    return new Random(~plan.seed()).nextBoolean()
        ? List.of(Side.BASELINE, Side.CANDIDATE)
        : List.of(Side.CANDIDATE, Side.BASELINE);
  }

  private Process start(Side side, List<String> further) {
    try {
      return family.start(builder(side, further));
    } catch (IOException e) {
      throw new PairFailedException(
          plan.benchmark().title() + ": " + side.words() + " cannot be started: " + e.getMessage(),
          e);
    }
  }

  private ProcessBuilder builder(Side side, List<String> further) {
    List<String> command =
        LaunchCommand.of(
            settings,
            flags(side, further),
            plan,
            side,
            family.directory(),
            reception.address(side));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.to(log(side).toFile()));
  }

  /**
   * Ours are the same on both sides, whichever asks for something else, and the same in the pairs
   * of a control. What a side's annotation wants to come first stands behind ours, and so before
   * the other flags that it asks for.
   */
  private List<String> flags(Side side, List<String> further) {
    List<String> theirs = new ArrayList<>();
    for (Side one : Side.values()) {
      line(one, false).ifPresent(line -> theirs.addAll(line.flags()));
    }
    List<String> flags = new ArrayList<>(OwnFlags.beside(settings.jvmArguments(), theirs));
    flags.addAll(further);
    line(side, plan.isControl())
        .ifPresent(line -> line.prepended().forEach(flag -> flags.add(quoted(flag))));
    return flags;
  }

  private Optional<BenchmarkLine> line(Side side, boolean isControl) {
    return ForeignBenchmarks.line(
        side, settings.classPath(side, isControl), plan.benchmark().benchmark());
  }

  private String quoted(String flag) {
    if (flag.contains("\"")) {
      throw new PairFailedException(
          plan.benchmark().title()
              + ": the JVM flag "
              + flag
              + " holds a quotation mark, which JMH's command line cannot pass: ask for it by"
              + " jvmArgsAppend");
    }
    return flag.contains(" ") ? '"' + flag + '"' : flag;
  }

  private Path log(Side side) {
    return family.directory().resolve(side + ".log");
  }

  /** A benchmark with several threads needs as many processors as it can get. */
  private void pin(Map<Side, TurnTaker> takers) {
    boolean isWanted =
        settings.isPinned() && takers.values().stream().allMatch(one -> one.threads() == 1);
    List<ProcessHandle> all = processes.values().stream().flatMap(Process::descendants).toList();
    if (isWanted && !CpuPin.apply(all, plan.seed())) {
      throw new PairFailedException(
          plan.benchmark().title()
              + ": its sides cannot be put on one processor, which Linux does with taskset: leave"
              + " --pinned out");
    }
  }

  /** A benchmark may fail when it tears down. */
  private void requireEnd(Side side, Process process) throws SideFailure {
    Duration wait = Duration.ofSeconds(Math.max(END_SECONDS, settings.patience().toSeconds() + 1));
    if (!awaitEnd(process, wait.toSeconds())) {
      throw SideFailure.hangs(side, "does not end", wait);
    }
    if (process.exitValue() != 0) {
      throw new SideFailure(
          side, SideFailure.Kind.ENDED, "ended with exit code " + process.exitValue());
    }
  }

  private String message(SideFailure failure) {
    String text =
        plan.benchmark().title() + ": " + failure.side().words() + " " + failure.getMessage();
    Process process = processes.get(failure.side());
    return switch (failure.kind()) {
      case STRAYS -> text;
      case HANGS -> text + ": nothing happened for " + failure.waited().toSeconds() + " s";
      case ENDED -> {
        if (process != null) {
          awaitEnd(process, LAST_WORDS_SECONDS);
        }
        yield text + ": " + JmhOutput.reason(log(failure.side()));
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
