package dev.arborist.cli;

import dev.arborist.adapters.files.validation.VerdictJson;
import dev.arborist.adapters.jmh.JmhExport;
import dev.arborist.adapters.render.report.Reports;
import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.task.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats in which a verdict is written, each with the file that a directory of reports has. */
enum ReportFormat {
  /** A table for a terminal or a build's log. */
  CONSOLE(Reports.console(), "report.txt"),
  /** The Performance Validation Report for people. */
  MARKDOWN(Reports.markdown(), "report.md"),
  /** The same as one page with plots. */
  HTML(Reports.html(), "report.html"),
  /** Everything with its samples, for programs. */
  JSON(new VerdictJson()::write, "report.json"),
  /** Each requirement as a test, for continuous integration. */
  JUNIT(Reports.junit(), "junit.xml"),
  /** The deliverable that an orchestrator of agents expects. */
  DELIVERABLE(Reports.deliverable(), "deliverable.json"),
  /** JMH's own results. */
  JMH(new JmhExport(), "jmh.json");

  private final ReportRenderer renderer;
  private final String fileName;

  ReportFormat(ReportRenderer renderer, String fileName) {
    this.renderer = renderer;
    this.fileName = fileName;
  }

  ReportRenderer renderer() {
    return renderer;
  }

  String fileName() {
    return fileName;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ReportFormat parse(String text) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(text))
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
