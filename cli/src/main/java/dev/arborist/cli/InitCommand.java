package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.QueuePlace;
import dev.arborist.domain.priority.PriorityPolicy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a queue. */
@Command(
    name = "init",
    description = "Create an empty queue, by default .arborist/queue.db here.",
    footer = {
      "",
      "A priority is a sum of percentages, unless --weights says otherwise",
      "base=30,depth=25,urgency=25,blocking=15,source=5. They belong to the queue and",
      "stay as they are; an export can be imported into a queue with others.",
      "",
      "Examples:",
      "  arborist init",
      "  arborist init --weights base=45,depth=10"
    })
final class InitCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;

  @Option(
      names = "--weights",
      paramLabel = "WEIGHTS",
      converter = Weights.class,
      description = {
        "What counts how much in a priority: base, depth, urgency, blocking and source.",
        "Those that are left out stay as usual; all five sum to 100."
      })
  private PriorityPolicy weights = PriorityPolicy.DEFAULT;

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() {
    QueuePlace place = queue.forCreation();
    Arborist.create(place, weights);
    terminal.confirm(() -> terminal.print("created an empty queue at " + place + "\n"));
    return ExitCode.DONE;
  }
}
