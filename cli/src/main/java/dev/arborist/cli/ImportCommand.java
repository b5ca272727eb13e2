package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.BeadsReader;
import dev.arborist.adapters.files.ImportedTasks;
import dev.arborist.adapters.files.QueueJson;
import dev.arborist.adapters.files.TaskLinesReader;
import dev.arborist.adapters.files.TaskwarriorReader;
import dev.arborist.adapters.render.task.Counted;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.in.ImportSummary;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.out.IdSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
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
      "  arborist import --format beads .beads/issues.jsonl",
      "  task export | arborist import --format taskwarrior -"
    })
final class ImportCommand implements Callable<Integer> {

  /** The formats that can be read. */
  enum Format {
    JSONL,
    BEADS,
    TASKWARRIOR
  }

  private static final int PROGRESS_LINES = 1_000;

  private final Terminal terminal;
  @Mixin private ChangeOption queue;
  @Mixin private JsonOption json;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The file to read; - reads standard input.")
  private String file = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description = "jsonl (what export writes; the default), beads or taskwarrior.")
  private Format format = Format.JSONL;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new ChangeOption(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    try (Arborist arborist = queue.open();
        InputStream in = new Inputs(terminal, queue).open(file)) {
      ImportedTasks read;
      ImportSummary summary;
      try {
        read = read(in);
        progress("storing " + read.tasks().tasks().size() + " tasks");
        summary = arborist.queue().importTasks(read.tasks());
      } finally {
        progress("");
      }
      terminal.confirm(
          json.isWanted()
              ? Printout.json(terminal, out -> QueueJson.writeImport(summary, read, out))
              : () -> report(summary, read));
    }
    return ExitCode.DONE;
  }

  private ImportedTasks read(InputStream in) throws IOException {
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
        yield new ImportedTasks(tasks, List.of());
      }
      case BEADS -> new BeadsReader(ids, now).read(in, progress);
      case TASKWARRIOR -> new TaskwarriorReader(now).read(in, progress);
    };
  }

  /** Shows how far it is, in one line that is written over; only for a person. */
  private void progress(String text) {
    if (terminal.errIsTerminal()) {
      terminal.err().print("\r\u001b[K" + text);
      terminal.err().flush();
    }
  }

  private void report(ImportSummary summary, ImportedTasks read) throws IOException {
    String tasks =
        switch (summary.count()) {
          case 0 -> "no task";
          case 1 -> "1 task as #" + summary.first();
          default -> summary.count() + " tasks as #" + summary.first() + " to #" + summary.last();
        };
    String besides = besides(read);
    terminal.print(
        summary.count() == 0 && besides.isEmpty()
            ? "imported nothing: the file holds no task\n"
            : "imported " + tasks + besides + "\n");
    List<String> dropped = read.dropped();
    if (!dropped.isEmpty()) {
      terminal
          .err()
          .println(
              "dropped "
                  + Counted.of(dropped.size(), format == Format.BEADS ? "edge" : "item")
                  + ":");
      dropped.forEach(edge -> terminal.err().println("  " + SafeText.of(edge)));
    }
  }

  /** What came with the tasks, such as {@code , with 3 events and 1 document}. */
  private static String besides(ImportedTasks read) {
    List<String> parts = new ArrayList<>();
    if (read.events() > 0) {
      parts.add(Counted.of(read.events(), "event"));
    }
    if (read.documents() > 0) {
      parts.add(Counted.of(read.documents(), "document"));
    }
    return parts.isEmpty() ? "" : ", with " + String.join(" and ", parts);
  }
}
