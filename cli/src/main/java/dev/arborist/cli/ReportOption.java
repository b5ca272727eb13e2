package dev.arborist.cli;

import dev.arborist.adapters.files.WholeFile;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.report.Verdict;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a verdict is written. */
final class ReportOption {

  private final Terminal terminal;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Words.ReportFormats.class,
      defaultValue = "console",
      description =
          "console (the default), markdown, html, json, junit, deliverable, github or jmh, to"
              + " standard output.")
  private String format = "console";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write; standard output by default.")
  private @Nullable String output;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      description = "Write every report into a directory as well.")
  private @Nullable String directory;

  ReportOption(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Refuses a format that there is not, and a place where none is written, before any work is done.
   */
  void requireWritable() throws IOException {
    ReportFormat.parse(format);
    if (output != null) {
      WholeFile.requireReplaceable(Upwards.path(terminal, output));
    }
    if (directory != null) {
      Upwards.directory(terminal, directory);
    }
  }

  /** The same for a duet, which measures pairs and has no results that JMH would write. */
  void requireWritableDuet() throws IOException {
    requireWritable();
    if (ReportFormat.parse(format) == ReportFormat.JMH) {
      throw noResults("a duet");
    }
  }

  private static InvalidInputException noResults(String what) {
    return new InvalidInputException(what + " has no results of JMH: take json");
  }

  /**
   * Writes it as is asked for.
   *
   * @param saved whether the run is kept in a history
   */
  void write(Verdict verdict, boolean saved) throws IOException {
    ReportFormat chosen = ReportFormat.parse(format);
    if (directory != null) {
      writeAll(verdict, saved, Upwards.directory(terminal, directory));
    }
    write(terminal, chosen, output, verdict, saved);
  }

  /** Writes one format to a file, or to standard output. */
  static void write(
      Terminal terminal, ReportFormat format, @Nullable String file, Verdict verdict, boolean saved)
      throws IOException {
    if (format == ReportFormat.JMH && verdict.holdsOnlyDuet()) {
      throw noResults("a run that only holds a duet");
    }
    if (file == null) {
      terminal.untilClosed(
          () -> {
            OutputStream out = new BufferedOutputStream(terminal.out(), 1 << 16);
            format.renderer(saved).render(verdict, out);
            out.flush();
          });
    } else {
      WholeFile.write(
          Upwards.path(terminal, file), out -> format.renderer(saved).render(verdict, out));
    }
  }

  /**
   * Writes the reports into a directory, each file whole or not at all; what JMH wrote itself is
   * not written again.
   */
  static void writeAll(Verdict verdict, boolean saved, Path directory) throws IOException {
    for (ReportFormat format : ReportFormat.REPORTS) {
      WholeFile.write(
          directory.resolve(format.fileName()), out -> format.renderer(saved).render(verdict, out));
    }
  }
}
