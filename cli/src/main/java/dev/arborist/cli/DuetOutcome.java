package dev.arborist.cli;

import dev.arborist.adapters.jmh.machine.MachineNotes;
import dev.arborist.adapters.jmh.machine.Origins;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/** What becomes of a duet: a run like any other, saved and reported. */
final class DuetOutcome {

  @Mixin private HistoryOption history;
  @Mixin private SaveOption saving;
  @Mixin private ReportOption report;

  DuetOutcome(Terminal terminal) {
    history = new HistoryOption(terminal);
    saving = new SaveOption(terminal);
    report = new ReportOption(terminal);
  }

  /** Refuses what would only fail when the duet is over, which takes its time. */
  void requirePossible() throws IOException {
    report.requireWritableDuet();
    saving.requireSavable(history);
  }

  /**
   * Holds a duet, saves it and reports it.
   *
   * @param source in whose work tree the source of the new version is
   * @return the exit code
   */
  int of(Path source, Supplier<Duet> held) throws IOException {
    Origin origin = Origins.of(source, saving.label(), InstantSource.system().instant());
    MachineNotes notes = new MachineNotes();
    Duet duet = held.get();
    Verdict verdict = Verdict.ofDuet(origin, duet, notes.facts(), notes.warnings());
    boolean saved = false;
    try {
      saved = saving.save(verdict, history);
    } finally {
      report.write(verdict, saved); // what took its time is not lost with the history
    }
    return PerfExit.of(verdict.gate());
  }
}
