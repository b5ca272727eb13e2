package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.QueueJson;
import dev.arborist.adapters.render.task.DiagnosisText;
import dev.arborist.domain.upkeep.Diagnosis;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Examines the queue. */
@Command(
    name = "doctor",
    description = "Examine every task, edge and count, and the file itself.",
    footer = {
      "",
      "Ends with exit code 5 when something is wrong and not repaired.",
      "",
      "Examples:",
      "  arborist doctor",
      "  arborist doctor --repair"
    })
final class DoctorCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private ChangeOption queue;
  @Mixin private JsonOption json;

  @Option(
      names = "--repair",
      description = "Compute derived values afresh where they are wrong; nothing else changes.")
  private boolean repair;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new ChangeOption(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    Diagnosis diagnosis;
    try (Arborist arborist = queue.open()) {
      diagnosis = arborist.upkeep().diagnose(repair);
    }
    terminal.untilClosed(
        json.choose(
            () -> DiagnosisText.render(diagnosis),
            out -> QueueJson.writeDiagnosis(diagnosis, out)));
    return diagnosis.isSound() ? ExitCode.DONE : ExitCode.STORAGE;
  }
}
