package dev.arborist.cli;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves runs that were measured elsewhere. */
@Command(
    name = "import",
    description = "Save runs of files in the history, as they were judged, if at all.",
    footer = {
      "",
      "Examples:",
      "  arborist perf import jmh.json --label release-1",
      "  arborist perf import jmh-old.json jmh.json"
    })
final class PerfImportCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private HistoryOption history;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files that JMH wrote, or saved runs.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = "What to call the runs in the history.")
  private @org.jspecify.annotations.Nullable String label;

  PerfImportCommand(Terminal terminal) {
    this.terminal = terminal;
    history = new HistoryOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    PerfRuns named = new PerfRuns(terminal, history);
    for (String file : files) {
      if (named.isInHistory(file)) {
        throw new InvalidInputException(
            "'" + file + "' names a run of the history, and only files are imported");
      }
    }
    List<PerfRuns.Named> read = named.loadAll(files);
    try (RunHistory runs = history.open()) {
      for (PerfRuns.Named run : read) {
        Verdict verdict = run.verdict();
        RunId id = runs.save(label == null ? verdict : verdict.labelled(label));
        // Told at once: when a later one cannot be saved, this one stays.
        terminal.confirm(() -> terminal.print("saved " + run.name() + " as run " + id + "\n"));
      }
    }
    return ExitCode.DONE;
  }
}
