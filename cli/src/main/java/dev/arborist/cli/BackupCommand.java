package dev.arborist.cli;

import dev.arborist.Arborist;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the queue. */
@Command(
    name = "backup",
    description = "Write a verified copy of the queue while it goes on.",
    footer = {
      "",
      "The copy is a queue, which --db can name.",
      "",
      "Example:",
      "  arborist backup queue-$(date +%%F).db"
    })
final class BackupCommand extends ReadCommand {

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Where the copy goes; it must not exist.")
  private String file = "";

  BackupCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Printout read(Arborist arborist) {
    Path target = queue.path(file);
    arborist.upkeep().backup(target);
    return Printout.text(terminal, () -> "wrote a verified copy to " + target + "\n");
  }
}
