package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.QueuePlace;
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
  public Integer call() {
    QueuePlace place = queue.forCreation();
    Arborist.create(place);
    terminal.confirm(() -> terminal.print("created an empty queue at " + place + "\n"));
    return ExitCode.DONE;
  }
}
