package dev.arborist.perf.campaign;

import dev.arborist.adapters.jmh.duet.DuetSettings;
import dev.arborist.adapters.jmh.duet.JmhPairs;
import dev.arborist.adapters.jmh.duet.Version;
import dev.arborist.adapters.jmh.machine.WorkTree;
import dev.arborist.application.port.in.PairedExaminer.Effort;
import dev.arborist.application.port.out.PairSource;
import dev.arborist.application.service.Services;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.report.Duet;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trials of which the truth is known, on a machine that is kept noisy. It is done in slices: what
 * was tried stands in a file, and a further slice goes on behind it.
 *
 * @param results the file, a line an outcome
 * @param directory for what the two versions differ in
 * @param listener told a line after each trial
 */
record Campaign(Path results, Path directory, Consumer<String> listener) {

  private static final String WORK = "^dev\\.arborist\\.perf\\.campaign\\.InjectedWork\\.";

  private static final int KINDS_OF_WORK = 3;

  /** As the command has them, so that the figures are about what people use. */
  private static final Duration BUDGET = Duration.ofMinutes(4);

  /**
   * Begins trials for so long; the last one is brought to its end.
   *
   * @return whether all have been done
   */
  boolean run(Duration time, InstantSource clock) throws IOException {
    Instant end = clock.instant().plus(time);
    Set<Trial> done = done();
    List<Trial> left = Trial.all().stream().filter(trial -> !done.contains(trial)).toList();
    for (Trial trial : left) {
      if (!clock.instant().isBefore(end)) {
        return false;
      }
      List<Outcome> outcomes = attempt(trial, clock);
      OutcomeLines.append(results, outcomes);
      outcomes.forEach(outcome -> listener.accept(line(outcome)));
    }
    return true;
  }

  /** A trial of which only some lines stand there was not kept as it was written. */
  private Set<Trial> done() throws IOException {
    Map<Trial, Long> lines =
        OutcomeLines.read(results).stream()
            .collect(Collectors.groupingBy(Outcome::trial, Collectors.counting()));
    for (Map.Entry<Trial, Long> one : lines.entrySet()) {
      if (one.getValue() != KINDS_OF_WORK) {
        Trial trial = one.getKey();
        throw new IOException(
            results
                + " has "
                + one.getValue()
                + " lines of +"
                + trial.percent()
                + " % no. "
                + trial.number()
                + ", which makes "
                + KINDS_OF_WORK
                + ": remove them");
      }
    }
    return lines.keySet();
  }

  private List<Outcome> attempt(Trial trial, InstantSource clock) throws IOException {
    String commit = WorkTree.of(Path.of("")).map(WorkTree::commit).orElse("");
    Process generator = generator(trial.seed());
    try {
      Effort effort = new Effort(PairedSettings.standard(), BUDGET, trial.seed(), List.of());
      PairSource pairs = new TimesOnly(new JmhPairs(settings(trial)));
      Duet duet =
          Services.pairedExaminer(clock)
              .examine(pairs, effort, (benchmark, stage, number, of, logRatio) -> {});
      if (!generator.isAlive()) {
        throw new IOException("the load generator ended with " + generator.exitValue());
      }
      double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
      return Outcome.of(trial, duet, load, commit);
    } finally {
      generator.destroyForcibly();
    }
  }

  private static Process generator(long seed) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + LoadGenerator.megabytes() + "m",
            "-cp",
            System.getProperty("java.class.path"),
            LoadGenerator.class.getName(),
            String.valueOf(seed))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.INHERIT)
        .start();
  }

  private DuetSettings settings(Trial trial) throws IOException {
    return new DuetSettings(
        version(InjectedWork.USUAL_ROUNDS),
        version(InjectedWork.USUAL_ROUNDS + trial.percent()),
        WORK,
        new TreeMap<>(),
        DuetSettings.QUIET_JVM,
        false,
        DuetSettings.EPOCH,
        DuetSettings.PATIENCE);
  }

  /** This class path with another number of rounds before it. */
  private Version version(int rounds) throws IOException {
    Path place = Files.createDirectories(directory.resolve("rounds-" + rounds)).toAbsolutePath();
    Files.writeString(
        place.resolve(InjectedWork.ROUNDS), String.valueOf(rounds), StandardCharsets.US_ASCII);
    List<Path> classPath = new ArrayList<>(List.of(place));
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .forEach(classPath::add);
    return new Version(rounds + " rounds", classPath);
  }

  private static String line(Outcome outcome) {
    return "+"
        + outcome.trial().percent()
        + " % no. "
        + outcome.trial().number()
        + " "
        + outcome.work()
        + ": "
        + outcome.change()
        + ", "
        + Math.rint(1_000 * (outcome.effect() - 1)) / 10
        + " %, "
        + outcome.seconds()
        + " s, "
        + outcome.reason();
  }
}
