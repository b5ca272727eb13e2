package dev.arborist.cli;

import dev.arborist.Arborist;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that reads the queue, closes it and prints. */
abstract class ReadCommand implements Callable<Integer> {

  final Terminal terminal;
  @Mixin final QueueOption queue;
  @Spec private @Nullable CommandSpec spec;
  private @Nullable String hint;

  ReadCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  /** Reads what is asked for; what it returns is written when the queue is closed. */
  abstract Printout read(Arborist arborist) throws IOException;

  /** Says something to a person who has seen what was read, and to nobody else. */
  final void hint(String text) {
    hint = text;
  }

  @Override
  public Integer call() throws IOException {
    Printout printout;
    try (Arborist arborist = queue.open()) {
      printout = read(arborist);
    }
    RootCommand.of(Objects.requireNonNull(spec)).pager.show(printout);
    if (hint != null && terminal.outIsTerminal() && !printout.isJson()) {
      terminal.err().println(hint);
    }
    return ExitCode.DONE;
  }
}
