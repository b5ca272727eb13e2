package dev.arborist.cli;

import dev.arborist.adapters.files.WholeFile;
import dev.arborist.adapters.files.validation.TomlRequirements;
import dev.arborist.adapters.jmh.machine.MachineWatch;
import dev.arborist.adapters.render.report.Reports;
import dev.arborist.application.port.in.Examiner.Effort;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.application.port.out.RequirementSource;
import dev.arborist.application.service.Services;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/** The examiner put together: requirements from TOML, any measurements, reports in a directory. */
public final class Examination {

  private final Path directory;
  private final InstantSource clock;

  /**
   * An examination.
   *
   * @param directory where the reports are written
   * @param clock the time that the verdict bears
   */
  public Examination(Path directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Measures, judges by the requirements of the files, and writes the reports.
   *
   * @throws dev.arborist.domain.validation.requirement.InvalidRequirementException when a
   *     requirement is malformed or names a benchmark that does not exist
   * @throws IOException when a report cannot be written
   */
  public Verdict judge(List<Path> files, List<MeasurementSource> sources) throws IOException {
    return judge(files, requirement -> true, sources);
  }

  /**
   * The same by some of the requirements.
   *
   * @param wanted which of them
   */
  public Verdict judge(
      List<Path> files, Predicate<Requirement> wanted, List<MeasurementSource> sources)
      throws IOException {
    return examine(
        () ->
            files.stream()
                .flatMap(file -> new TomlRequirements(file).load().stream())
                .filter(wanted)
                .toList(),
        sources);
  }

  /** Measures without judging, and writes the reports. */
  public Verdict measure(List<MeasurementSource> sources) throws IOException {
    return examine(List::of, sources);
  }

  private Verdict examine(RequirementSource requirements, List<MeasurementSource> sources)
      throws IOException {
    Verdict verdict =
        Services.examiner(clock)
            .examine(
                requirements,
                new MachineWatch(Services.combined(sources), directory),
                Origin.at(clock.instant()),
                Effort.ONE_LOOK);
    write("report.md", Reports.markdown(), verdict);
    write("report.json", Reports.json(), verdict);
    write("deliverable.json", Reports.deliverable(), verdict);
    return verdict;
  }

  private void write(String name, ReportRenderer renderer, Verdict verdict) throws IOException {
    WholeFile.write(directory.resolve(name), out -> renderer.render(verdict, out));
  }

  /** The table that a build prints. */
  public static String summary(Verdict verdict) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.console().render(verdict, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
