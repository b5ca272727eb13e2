package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.cli.Terminal.Output;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that reads the queue, closes it and prints. */
abstract class ReadCommand implements Callable<Integer> {

  final Terminal terminal;
  @Mixin final QueueOption queue;

  ReadCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  /** Reads what is asked for; what it returns is written when the queue is closed. */
  abstract Output read(Arborist arborist) throws IOException;

  @Override
  public final Integer call() throws IOException {
    Output output;
    try (Arborist arborist = queue.open()) {
      output = read(arborist);
    }
    output.write();
    return ExitCode.DONE;
  }
}
