package dev.arborist.cli;

import dev.arborist.adapters.files.validation.LaboratoryJson;
import dev.arborist.adapters.files.validation.TomlRequirements;
import dev.arborist.adapters.files.validation.VerdictJson;
import dev.arborist.adapters.jmh.machine.MachineWatch;
import dev.arborist.adapters.jmh.machine.Origins;
import dev.arborist.adapters.jmh.machine.WorkTree;
import dev.arborist.adapters.render.report.Reports;
import dev.arborist.application.port.in.Examiner.Effort;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.RequirementSource;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.service.Services;
import dev.arborist.domain.validation.regression.ComparisonSettings;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.RegressionAnalysis;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Requirement;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The examiner put together for a build: requirements from TOML, any measurements taken on this
 * machine, a baseline in a file, a history, reports in a directory.
 */
public final class Examination {

  private final Path directory;
  private final InstantSource clock;
  private final Effort effort;

  /**
   * An examination.
   *
   * @param directory where the reports are written, below the source that is measured
   * @param clock the time that the verdict bears, and that ends the measuring
   * @param effort how much is measured
   */
  public Examination(Path directory, InstantSource clock, Effort effort) {
    this.directory = directory;
    this.clock = clock;
    this.effort = effort;
  }

  /**
   * Measures, and judges by some of the requirements of the files.
   *
   * @param wanted which of them
   * @throws dev.arborist.domain.validation.requirement.InvalidRequirementException when a
   *     requirement is malformed or names a benchmark that does not exist
   */
  public Verdict judge(
      List<Path> files, Predicate<Requirement> wanted, List<MeasurementSource> sources) {
    return examine(
        () ->
            files.stream()
                .flatMap(file -> new TomlRequirements(file).load().stream())
                .filter(wanted)
                .toList(),
        sources);
  }

  /** Measures without judging. */
  public Verdict measure(List<MeasurementSource> sources) {
    return examine(List::of, sources);
  }

  private Verdict examine(RequirementSource requirements, List<MeasurementSource> sources) {
    return Services.examiner(clock)
        .examine(
            requirements,
            new MachineWatch(Services.combined(sources), directory),
            Origins.of(directory.toAbsolutePath(), "", clock.instant()),
            effort);
  }

  /**
   * A run that was saved in a file.
   *
   * @throws IOException when the file cannot be read
   * @throws dev.arborist.domain.validation.requirement.InvalidRequirementException when it holds no
   *     saved run
   */
  public static Verdict load(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new VerdictJson().read(file.toString(), in);
    }
  }

  /**
   * Compares a verdict with an earlier one, on whose machine the aims were set: what only a slower
   * machine can have missed is undecided.
   *
   * @param name what to call the earlier one
   * @param rules what fails the build; none to show the comparison only
   */
  public static Verdict compare(
      Verdict verdict, String name, Verdict baseline, List<FailRule> rules) {
    return verdict
        .withAimsOf(baseline)
        .comparedWith(
            RegressionAnalysis.of(name, baseline, verdict, ComparisonSettings.standard(), rules));
  }

  /**
   * What a laboratory has found of a source, by its report.
   *
   * <p>It counts only when it was about the same commit with the same changes; else, and when it
   * cannot be read, it was not run, and the reason says why.
   *
   * @param report the report, which need not exist
   * @param source the directory of the source
   * @throws IOException when there is no room for a temporary file
   */
  public static Laboratory laboratory(Path report, Path source) throws IOException {
    String commit = WorkTree.of(source).map(WorkTree::commit).orElse("");
    Optional<String> changes = WorkTree.changes(source);
    if (commit.isEmpty() || changes.isEmpty()) {
      return Laboratory.notRun("the source is in no git repository, so that no report can be its");
    }
    if (!Files.exists(report)) {
      return Laboratory.notRun("there is no report of the laboratory");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(report))) {
      Laboratory found = LaboratoryJson.read(report.getFileName().toString(), in);
      boolean matches = found.commit().equals(commit) && found.changes().equals(changes.get());
      return matches
          ? found
          : Laboratory.notRun("the laboratory's report is about another state of the source");
    } catch (IOException | InvalidRequirementException e) {
      return Laboratory.notRun("the laboratory's report cannot be read: " + e.getMessage());
    }
  }

  /** Saves a verdict in a history, which is created when it is not there. */
  public static RunId save(Verdict verdict, HistoryPlace history) {
    try (RunHistory runs = history.openOrCreate()) {
      return runs.save(verdict);
    }
  }

  /** A history that is there; the caller closes it. */
  public static RunHistory history(HistoryPlace place) {
    return place.open();
  }

  /**
   * Writes every report, each whole or not at all.
   *
   * @param saved whether the verdict was saved in a history
   * @throws IOException when one cannot be written
   */
  public void report(Verdict verdict, boolean saved) throws IOException {
    ReportOption.writeAll(verdict, saved, directory);
  }

  /** The table that a build prints. */
  public static String summary(Verdict verdict) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.console().render(verdict, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
