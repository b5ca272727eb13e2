package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.domain.task.Task;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cancels a task. */
@Command(
    name = "cancel",
    description = "Cancel an open task and everything that waits for it.",
    footer = {"", "Example:", "  arborist cancel 17"})
final class CancelCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;
  @Mixin private TaskParameter task = new TaskParameter();

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "Cancel only while the claim with this token holds the task.")
  private @Nullable Long token;

  CancelCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    try (Arborist arborist = queue.open()) {
      List<Task> cancelled = arborist.queue().cancel(task.number(), token);
      StringBuilder text = new StringBuilder("cancelled " + cancelled.get(0).number());
      if (cancelled.size() > 1) {
        text.append(" and what waited for it:");
        cancelled.stream().skip(1).forEach(one -> text.append(' ').append(one.number()));
      }
      terminal.confirm(() -> terminal.print(text.append('\n').toString()));
    }
    return ExitCode.DONE;
  }
}
