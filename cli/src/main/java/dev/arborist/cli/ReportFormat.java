package dev.arborist.cli;

import dev.arborist.adapters.files.validation.VerdictJson;
import dev.arborist.adapters.jmh.JmhExport;
import dev.arborist.adapters.render.report.Reports;
import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.task.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The formats in which a verdict is written, each with the file that a directory of reports has.
 */
enum ReportFormat {
  /** A table for a terminal or a build's log. */
  CONSOLE("report.txt"),
  /** The Performance Validation Report for people. */
  MARKDOWN("report.md"),
  /** The same as one page with plots. */
  HTML("report.html"),
  /** Everything with its samples, for programs. */
  JSON("report.json"),
  /** Each requirement as a test, for continuous integration. */
  JUNIT("junit.xml"),
  /** The deliverable that an orchestrator of agents expects. */
  DELIVERABLE("deliverable.json"),
  /** A summary for a pull request, which fits into a comment on GitHub. */
  GITHUB("summary.md"),
  /** JMH's own results. */
  JMH("jmh.json");

  /** All that say what was found. */
  static final List<ReportFormat> REPORTS =
      List.of(CONSOLE, MARKDOWN, HTML, JSON, JUNIT, DELIVERABLE, GITHUB);

  private final String fileName;

  ReportFormat(String fileName) {
    this.fileName = fileName;
  }

  /**
   * What writes it.
   *
   * @param saved whether the run is kept in a history
   */
  ReportRenderer renderer(boolean saved) {
    return switch (this) {
      case CONSOLE -> Reports.console();
      case MARKDOWN -> Reports.markdown();
      case HTML -> Reports.html();
      case JSON -> new VerdictJson()::write;
      case JUNIT -> Reports.junit();
      case DELIVERABLE -> Reports.deliverable(saved);
      case GITHUB -> Reports.github();
      case JMH -> new JmhExport();
    };
  }

  String fileName() {
    return fileName;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ReportFormat parse(String text) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "'"
                        + text
                        + "' is not a format: use "
                        + Arrays.stream(values())
                            .map(ReportFormat::word)
                            .collect(Collectors.joining(", "))));
  }
}
