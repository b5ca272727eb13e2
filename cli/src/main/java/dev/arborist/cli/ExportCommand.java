package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskLinesWriter;
import dev.arborist.adapters.files.WholeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes all tasks. */
@Command(
    name = "export",
    description = "Write all tasks as JSON, one a line; import reads them again.",
    footer = {"", "Example:", "  arborist export --output backup.jsonl"})
final class ExportCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write; standard output by default.")
  private @Nullable String output;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    try (Arborist arborist = queue.open()) {
      if (output == null) {
        write(arborist, new BufferedOutputStream(terminal.out(), 1 << 16));
      } else {
        Path file = queue.path(output);
        queue.requireOther(file);
        WholeFile.write(file, out -> write(arborist, out));
      }
    }
    return ExitCode.DONE;
  }

  private static void write(Arborist arborist, OutputStream out) throws IOException {
    try (TaskLinesWriter lines = new TaskLinesWriter(out)) {
      arborist.browser().export(lines);
    }
  }
}
