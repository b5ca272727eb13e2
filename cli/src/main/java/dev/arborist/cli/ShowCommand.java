package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.adapters.render.task.TaskCard;
import dev.arborist.domain.task.TaskDetails;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows one task. */
@Command(
    name = "show",
    description = "Show everything about a task.",
    footer = {"", "Example:", "  arborist show 17"})
final class ShowCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;
  @Mixin private TaskParameter task = new TaskParameter();

  @Option(names = "--json", description = "Print the task as JSON.")
  private boolean json;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    TaskDetails details;
    try (Arborist arborist = queue.open()) {
      details = arborist.browser().get(task.number());
    }
    if (json) {
      TaskJson.writeTask(details, terminal.out());
    } else {
      terminal.print(TaskCard.render(details));
    }
    return ExitCode.DONE;
  }
}
