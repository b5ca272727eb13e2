package dev.arborist.adapters.jmh.duet;

import dev.arborist.adapters.jmh.recording.FlightRecording;
import dev.arborist.application.port.out.PairFailedException;
import dev.arborist.application.port.out.PairSource;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Pairs of launches of any project's JMH benchmarks, which need not know of it.
 *
 * <p>JMH itself runs, in a process for each side, with a profiler more. A side that dies, hangs or
 * runs something else ends the pair; all its processes are killed and awaited.
 */
public final class JmhPairs implements PairSource {

  private static final Pattern EVERY = Pattern.compile("");

  private final DuetSettings settings;
  private final Pattern include;
  private final Map<Path, EntryStamp> stamps = new HashMap<>();

  /**
   * A source of pairs.
   *
   * @throws InvalidSamplesException when what is included is no regular expression
   */
  public JmhPairs(DuetSettings settings) {
    this.settings = settings;
    include = expression(settings.include());
  }

  /**
   * What chooses benchmarks.
   *
   * @throws InvalidSamplesException when it is no regular expression
   */
  public static Pattern expression(String include) {
    try {
      return Pattern.compile(include);
    } catch (PatternSyntaxException e) {
      throw new InvalidSamplesException(
          "'" + include + "' is no regular expression: " + e.getDescription(), e);
    }
  }

  @Override
  public PairedBenchmarks benchmarks() {
    requireAsBefore();
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
    return with(plan, RunningPair::run);
  }

  @Override
  public ProfiledPair profile(PairPlan plan) {
    if (!FlightRecording.isAvailable()) {
      throw new PairFailedException(
          plan.benchmark().title() + ": this JVM has no Flight Recorder (the module jdk.jfr)");
    }
    try {
      return with(plan, RunningPair::profile);
    } catch (InvalidSamplesException e) { // what was judged before stands
      throw new PairFailedException(plan.benchmark().title() + ": " + e.getMessage(), e);
    }
  }

  private <T> T with(PairPlan plan, Launching<T> launching) {
    requirePassable(plan.benchmark());
    requireAsBefore();
    try (ProcessFamily family = new ProcessFamily();
        Reception reception = new Reception(settings.patience().plus(settings.epoch()))) {
      TurnClasses.write(family.directory());
      return launching.of(new RunningPair(settings, plan, family, reception));
    } catch (IOException e) {
      throw new StorageException("the pair cannot be launched: " + e, e);
    }
  }

  /** Else some pairs would be of one build and some of another. */
  private void requireAsBefore() {
    for (Side side : Side.values()) {
      for (Path entry : settings.classPath(side, false)) {
        EntryStamp now = stamp(side, entry);
        EntryStamp before = stamps.putIfAbsent(entry, now);
        if (before != null && !before.equals(now)) {
          throw new InvalidSamplesException(
              side.words()
                  + " "
                  + entry
                  + " was built anew meanwhile, so its pairs are not of one version: give a copy"
                  + " that nothing writes to");
        }
      }
    }
  }

  private static EntryStamp stamp(Side side, Path entry) {
    try {
      return EntryStamp.of(entry);
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidSamplesException(
          side.words() + " " + entry + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** What is done with a pair. */
  private interface Launching<T> {

    T of(RunningPair pair) throws IOException;
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
}
