package dev.arborist.determinism.lab;

import dev.arborist.adapters.files.validation.LaboratoryJson;
import dev.arborist.adapters.render.report.Reports;
import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.Laboratory.Experiment;
import dev.arborist.domain.validation.report.Laboratory.Experiment.Count;
import dev.arborist.domain.validation.report.Laboratory.Tests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult.Status;

/**
 * What the laboratory has done and found in one run.
 *
 * <p>Safe for use by several threads.
 */
public final class Findings {

  /** What came of the repetitions of one test. */
  private static final class Repetitions {
    private int passed;
    private int failed;
  }

  private final Map<String, Repetitions> repetitions = new TreeMap<>();
  private final Map<String, Done> done = new TreeMap<>();
  private final Map<String, Boolean> canaries = new TreeMap<>();
  private final Map<String, List<String>> survivors = new TreeMap<>();
  private final Map<String, String> failed = new TreeMap<>();
  private final Map<String, String> leftOut = new TreeMap<>();
  private int passed;

  /** One more repetition of a test. */
  public synchronized void repeated(String test, boolean passed) {
    Repetitions of = repetitions.computeIfAbsent(test, name -> new Repetitions());
    if (passed) {
      of.passed++;
    } else {
      of.failed++;
    }
  }

  /**
   * What an experiment did, which is printed too; what was done again only to look at it does not
   * count.
   *
   * @param experiment one of {@link Lab#experiments}
   */
  public synchronized void did(String experiment, Done what) {
    if (!Lab.experiments().contains(experiment)) {
      throw new IllegalArgumentException(experiment + " does not stand in Lab.experiments()");
    }
    System.out.println(experiment + ": " + what);
    if (!Lab.isReplay()) {
      done.put(experiment, what);
    }
  }

  /** A fault that was planted, and whether it was found. */
  public synchronized void planted(String canary, boolean wasFound) {
    canaries.put(canary, wasFound);
  }

  /** The mutants of some code that no test has killed. */
  public synchronized void survived(String code, List<String> mutants) {
    survivors.put(code, List.copyOf(mutants));
  }

  /** How a test has ended, or a class of them. */
  synchronized void ended(String test, Status how, String why) {
    switch (how) {
      case SUCCESSFUL -> passed++;
      case FAILED -> failed.put(test, why);
      case ABORTED -> leftOut.put(test, why);
    }
  }

  /** Writes {@code report.json} and {@code report.md}. */
  synchronized void write(Path directory) throws IOException {
    Laboratory laboratory = laboratory();
    Files.createDirectories(directory);
    try (OutputStream out = Files.newOutputStream(directory.resolve("report.json"))) {
      LaboratoryJson.write(laboratory, out);
    }
    Files.writeString(directory.resolve("report.md"), Reports.markdown(laboratory));
  }

  private Laboratory laboratory() {
    Source source = Source.reported();
    return new Laboratory(
        "",
        source.commit(),
        source.changes(),
        System.getProperty("java.vm.version"),
        Lab.isLong(),
        new Tests(passed, lines(failed), lines(leftOut)),
        new Laboratory.Repetitions(
            repetitions.size(),
            repetitions.values().stream().mapToInt(of -> of.passed + of.failed).sum(),
            repetitions.values().stream().mapToInt(of -> of.passed).sum(),
            flaky()),
        done.entrySet().stream().map(one -> experiment(one.getKey(), one.getValue())).toList(),
        Lab.experiments().stream().filter(name -> !done.containsKey(name)).toList(),
        canaries.entrySet().stream()
            .map(one -> new Laboratory.Canary(one.getKey(), one.getValue()))
            .toList(),
        survivors.entrySet().stream()
            .flatMap(one -> one.getValue().stream().map(mutant -> one.getKey() + ": " + mutant))
            .toList());
  }

  private static List<String> lines(Map<String, String> reasons) {
    return reasons.entrySet().stream()
        .map(one -> one.getKey() + ": " + one.getValue().lines().findFirst().orElse(""))
        .toList();
  }

  private static Experiment experiment(String name, Done what) {
    return new Experiment(
        name,
        what.counts().entrySet().stream()
            .map(count -> new Count(count.getKey(), count.getValue()))
            .toList());
  }

  private List<String> flaky() {
    List<String> flaky = new ArrayList<>();
    repetitions.forEach(
        (name, of) -> {
          if (of.passed > 0 && of.failed > 0) {
            flaky.add(name);
          }
        });
    return flaky;
  }
}
