package dev.arborist.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a run for other programs. */
@Command(
    name = "export",
    description = "Write a run for other programs: as JMH does, or whole as JSON.",
    footer = {
      "",
      "Examples:",
      "  arborist perf export latest",
      "  arborist perf export 0001 --format json --output run.json"
    })
final class PerfExportCommand implements Callable<Integer> {

  /** The formats that other programs read. */
  enum Format {
    JMH,
    JSON
  }

  private final Terminal terminal;
  @Mixin private HistoryOption history;

  @Parameters(paramLabel = "RUN", completionCandidates = Words.Runs.class, description = "The run.")
  private String reference = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jmh",
      description =
          "jmh (the default): the results as JMH writes them; json: everything. For CSV see 'show"
              + " --csv'.")
  private Format format = Format.JMH;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write; standard output by default.")
  private @org.jspecify.annotations.Nullable String output;

  PerfExportCommand(Terminal terminal) {
    this.terminal = terminal;
    history = new HistoryOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    ReportFormat chosen = format == Format.JMH ? ReportFormat.JMH : ReportFormat.JSON;
    ReportOption.write(
        terminal, chosen, output, new PerfRuns(terminal, history).load(reference).verdict(), true);
    return ExitCode.DONE;
  }
}
