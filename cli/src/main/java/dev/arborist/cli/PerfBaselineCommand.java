package dev.arborist.cli;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says which run others are compared with, and changes it. */
@Command(
    name = "baseline",
    description = "Show, pin or unpin the run that others are compared with.",
    footer = {
      "",
      "A pinned run stays the baseline until another one is pinned: who compares with",
      "the last run only lets a slow drift pass.",
      "",
      "Examples:",
      "  arborist perf baseline show",
      "  arborist perf baseline pin latest",
      "  arborist perf baseline unpin"
    })
final class PerfBaselineCommand implements Callable<Integer> {

  /** What is done. */
  enum Action {
    SHOW,
    PIN,
    UNPIN
  }

  private final Terminal terminal;
  @Mixin private HistoryOption history;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      defaultValue = "show",
      description = "show (the default), pin or unpin.")
  private Action action = Action.SHOW;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      defaultValue = "latest",
      completionCandidates = Words.Runs.class,
      description = "The run to pin: a number, or latest (the default).")
  private String reference = PerfRuns.LATEST;

  PerfBaselineCommand(Terminal terminal) {
    this.terminal = terminal;
    history = new HistoryOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    String told;
    try (RunHistory runs = history.open()) {
      told =
          switch (action) {
            case SHOW -> shown(runs.pinned());
            case PIN -> pin(runs);
            case UNPIN -> {
              runs.pin(null);
              yield "no run is pinned";
            }
          };
    }
    terminal.confirm(() -> terminal.print(told + "\n"));
    return ExitCode.DONE;
  }

  private static String shown(Optional<RunId> pinned) {
    return pinned.map(id -> "run " + id + " is pinned").orElse("no run is pinned");
  }

  private String pin(RunHistory runs) {
    RunId id = PerfRuns.id(reference, runs);
    Verdict verdict = runs.load(id).orElseThrow(() -> PerfRuns.missing(id));
    new PerfRuns.Named("run " + id, verdict).measured("compare with");
    runs.pin(id);
    return shown(Optional.of(id));
  }
}
