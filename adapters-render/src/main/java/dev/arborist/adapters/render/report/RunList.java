package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.RunSummary;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The runs of a history as a table, the last saved at the top. */
public final class RunList {

  private RunList() {}

  /** The table; times are UTC. */
  public static String render(List<RunSummary> runs) {
    if (runs.isEmpty()) {
      return "the history is empty\n";
    }
    TextTable table = new TextTable(4);
    table.row(
        List.of(
            "Run",
            "Measured at",
            "Commit",
            "Label",
            "Benchmarks",
            "Passed",
            "Failed",
            "Undecided"));
    for (RunSummary run : runs) {
      table.row(
          List.of(
              run.id() + (run.duet() ? " duet" : "") + (run.pinned() ? " pinned" : ""),
              run.origin().measuredAt().truncatedTo(ChronoUnit.SECONDS).toString(),
              run.origin().commitText(),
              run.origin().label(),
              String.valueOf(run.benchmarks()),
              String.valueOf(run.passed()),
              String.valueOf(run.failed()),
              String.valueOf(run.inconclusive())));
    }
    StringBuilder text = new StringBuilder();
    table.appendTo(text);
    return text.toString();
  }
}
