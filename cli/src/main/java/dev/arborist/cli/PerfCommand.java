package dev.arborist.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of the examiner. */
@Command(
    name = "perf",
    description = "Judge benchmarks by requirements, compare runs, keep a history.",
    commandListHeading = "Commands:%n",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PerfInitCommand.class,
      PerfCheckCommand.class,
      PerfCompareCommand.class,
      PerfDuetCommand.class,
      PerfShowCommand.class,
      PerfHistoryCommand.class,
      PerfHistogramCommand.class,
      PerfReportCommand.class,
      PerfBaselineCommand.class,
      PerfImportCommand.class,
      PerfExportCommand.class,
      PerfRemoveCommand.class
    },
    footer = {
      "",
      "A RUN is a file that JMH wrote with -rf json, a saved run (report.json), the",
      "number of a run in the history, latest or pinned. The history is --history, a",
      "FILE or postgres://user@host/database, else ARBORIST_HISTORY, else the next",
      ".arborist/history.db above.",
      "",
      "Example:",
      "  arborist perf check --requirements requirements.toml jmh.json"
    })
final class PerfCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  PerfCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    return RootCommand.help(Objects.requireNonNull(spec), terminal);
  }
}
