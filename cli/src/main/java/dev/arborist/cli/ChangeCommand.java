package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.cli.Terminal.Output;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that changes the queue, closes it and says what it did. */
abstract class ChangeCommand implements Callable<Integer> {

  final Terminal terminal;
  @Mixin final ChangeOption queue;

  ChangeCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new ChangeOption(terminal);
  }

  /** Makes the change; what it returns is written when the queue is closed. */
  abstract Output change(Arborist arborist) throws IOException;

  /** Whether this call only shows what it would do. */
  boolean isRehearsed() {
    return false;
  }

  @Override
  public final Integer call() throws IOException {
    Output output;
    try (Arborist arborist = queue.open()) {
      output = change(arborist);
    }
    if (isRehearsed()) {
      terminal.untilClosed(output);
    } else {
      terminal.confirm(output);
    }
    return ExitCode.DONE;
  }

  /** What prints one line. */
  final Output line(String text) {
    return () -> terminal.print(text + "\n");
  }
}
