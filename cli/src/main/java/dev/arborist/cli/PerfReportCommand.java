package dev.arborist.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a saved run once more. */
@Command(
    name = "report",
    description = "Write the report of a run as it was judged, in any format.",
    footer = {
      "",
      "A saved run gives the same bytes however often it is written.",
      "",
      "Examples:",
      "  arborist perf report latest",
      "  arborist perf report 0001 --format html --output report.html"
    })
final class PerfReportCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private HistoryOption history;
  @Mixin private ReportOption report;

  @Parameters(paramLabel = "RUN", completionCandidates = Words.Runs.class, description = "The run.")
  private String reference = "";

  PerfReportCommand(Terminal terminal) {
    this.terminal = terminal;
    history = new HistoryOption(terminal);
    report = new ReportOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    report.requireWritable();
    PerfRuns runs = new PerfRuns(terminal, history);
    report.write(runs.load(reference).verdict(), runs.isInHistory(reference));
    return ExitCode.DONE;
  }
}
