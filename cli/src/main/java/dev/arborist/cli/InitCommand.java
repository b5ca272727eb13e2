package dev.arborist.cli;

import dev.arborist.Arborist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Creates a queue. */
@Command(
    name = "init",
    description = "Create an empty queue, by default .arborist/queue.db here.",
    footer = {"", "Example:", "  arborist init"})
final class InitCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    Path path = queue.forCreation();
    Arborist.create(path);
    terminal.confirm(() -> terminal.print("created an empty queue at " + path + "\n"));
    return ExitCode.DONE;
  }
}
