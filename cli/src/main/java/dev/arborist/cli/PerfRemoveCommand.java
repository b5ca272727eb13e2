package dev.arborist.cli;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.domain.validation.report.RunId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes runs from the history. */
@Command(
    name = "remove",
    description = "Remove runs from the history; their numbers are not given again.",
    footer = {"", "Example:", "  arborist perf remove 0001 0002"})
final class PerfRemoveCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private HistoryOption history;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Numbers of runs.")
  private List<String> references = new ArrayList<>();

  PerfRemoveCommand(Terminal terminal) {
    this.terminal = terminal;
    history = new HistoryOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    String removed;
    try (RunHistory runs = history.open()) {
      List<RunId> ids =
          references.stream().map(reference -> PerfRuns.id(reference, runs)).distinct().toList();
      for (RunId id : ids) {
        if (!runs.exists(id)) {
          throw PerfRuns.missing(id);
        }
      }
      runs.delete(ids);
      removed = ids.stream().map(RunId::toString).collect(Collectors.joining(", "));
    }
    terminal.confirm(() -> terminal.print("removed " + removed + "\n"));
    return ExitCode.DONE;
  }
}
