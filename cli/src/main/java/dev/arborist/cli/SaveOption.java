package dev.arborist.cli;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.Verdict;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a run is saved, and what it is called. */
final class SaveOption {

  private final Terminal terminal;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What to call the run in the history.")
  private String label = "";

  @Option(names = "--no-save", description = "Do not save the run.")
  private boolean unsaved;

  SaveOption(Terminal terminal) {
    this.terminal = terminal;
  }

  String label() {
    return label;
  }

  /** Refuses a history that cannot be opened, before any work is done. */
  void requireSavable(HistoryOption history) {
    place(history).ifPresent(HistoryPlace::requireSavable);
  }

  /**
   * Saves a run where there is a history and it is not unwanted.
   *
   * @return whether it was saved
   */
  boolean save(Verdict verdict, HistoryOption history) {
    Optional<HistoryPlace> place = place(history);
    if (place.isEmpty()) {
      return false;
    }
    try (RunHistory runs = place.get().open()) {
      RunId id = runs.save(verdict);
      terminal.err().println("saved as run " + id);
    }
    return true;
  }

  private Optional<HistoryPlace> place(HistoryOption history) {
    return unsaved ? Optional.empty() : history.find();
  }
}
