package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.adapters.render.task.TaskCard;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one task. */
@Command(
    name = "show",
    description = "Show everything about a task.",
    footer = {"", "Example:", "  arborist show 17"})
final class ShowCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;

  @Parameters(
      index = "0",
      paramLabel = "NUMBER",
      converter = TaskNumbers.class,
      description = "The task.")
  private @Nullable TaskNumber number;

  @Option(names = "--json", description = "Print the task as JSON.")
  private boolean json;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    TaskDetails task;
    try (Arborist arborist = queue.open()) {
      task = arborist.browser().get(Objects.requireNonNull(number));
    }
    if (json) {
      TaskJson.writeTask(task, terminal.out());
    } else {
      terminal.print(TaskCard.render(task));
    }
    return ExitCode.DONE;
  }
}
