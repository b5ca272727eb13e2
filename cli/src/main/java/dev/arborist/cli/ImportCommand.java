package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.BeadsReader;
import dev.arborist.adapters.files.TaskLinesReader;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.in.ImportSummary;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds tasks from a file. */
@Command(
    name = "import",
    description = "Add tasks from a file, all or none.",
    footer = {
      "",
      "Examples:",
      "  arborist import backup.jsonl",
      "  arborist import --format beads .beads/issues.jsonl"
    })
final class ImportCommand implements Callable<Integer> {

  /** The formats that can be read. */
  enum Format {
    JSONL,
    BEADS
  }

  private static final int PROGRESS_LINES = 1_000;

  private final Terminal terminal;
  @Mixin private QueueOption queue;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The file to read; - reads standard input.")
  private String file = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description = "jsonl (what export writes; the default) or beads.")
  private Format format = Format.JSONL;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    try (Arborist arborist = queue.open();
        InputStream in = input()) {
      BeadsReader.Result read;
      ImportSummary summary;
      try {
        read = read(in);
        progress("storing " + read.tasks().tasks().size() + " tasks");
        summary = arborist.queue().importTasks(read.tasks());
      } finally {
        progress("");
      }
      terminal.confirm(() -> report(summary, read.dropped()));
    }
    return ExitCode.DONE;
  }

  private InputStream input() throws IOException {
    if (file.equals("-")) {
      return terminal.in();
    }
    Path path = queue.path(file);
    if (!Files.isRegularFile(path) && !Files.isReadable(path)) {
      throw new InvalidInputException("there is no file " + file + " to read");
    }
    if (Files.isDirectory(path)) {
      throw new InvalidInputException(file + " is a directory: name a file");
    }
    queue.requireOther(path);
    return Files.newInputStream(path);
  }

  private BeadsReader.Result read(InputStream in) throws IOException {
    IdSource ids = Arborist.randomIds();
    Instant now = Instant.now();
    IntConsumer progress =
        line -> {
          if (line % PROGRESS_LINES == 0) {
            progress("read " + line + " lines");
          }
        };
    return switch (format) {
      case JSONL -> {
        TaskImport tasks = new TaskLinesReader(ids, now).read(in, progress);
        yield new BeadsReader.Result(tasks, List.of());
      }
      case BEADS -> new BeadsReader(ids, now).read(in, progress);
    };
  }

  /** Shows how far it is, in one line that is written over; only for a person. */
  private void progress(String text) {
    if (terminal.errIsTerminal()) {
      terminal.err().print("\r\u001b[K" + text);
      terminal.err().flush();
    }
  }

  private void report(ImportSummary summary, List<String> dropped) throws IOException {
    terminal.print(
        switch (summary.count()) {
          case 0 -> "imported nothing: the file holds no task\n";
          case 1 -> "imported 1 task as #" + summary.first() + "\n";
          default ->
              "imported "
                  + summary.count()
                  + " tasks as #"
                  + summary.first()
                  + " to #"
                  + summary.last()
                  + "\n";
        });
    if (!dropped.isEmpty()) {
      terminal
          .err()
          .println("dropped " + dropped.size() + (dropped.size() == 1 ? " edge:" : " edges:"));
      dropped.forEach(edge -> terminal.err().println("  " + SafeText.of(edge)));
    }
  }
}
