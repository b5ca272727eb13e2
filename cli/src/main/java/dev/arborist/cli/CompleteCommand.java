package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.domain.task.Task;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends a task well. */
@Command(
    name = "complete",
    description = "Say that a claimed task is done.",
    footer = {"", "Example:", "  arborist complete 17 --token 1 --result '{\"lines\": 120}'"})
final class CompleteCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;
  @Mixin private TaskParameter task = new TaskParameter();

  @Option(
      names = "--token",
      required = true,
      paramLabel = "TOKEN",
      description = "The token that the claim gave.")
  private long token;

  @Option(names = "--result", paramLabel = "JSON", description = "What came of it.")
  private @Nullable String result;

  CompleteCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    if (result != null) {
      TaskJson.requireJson("result", result);
    }
    try (Arborist arborist = queue.open()) {
      Task completed = arborist.queue().complete(task.number(), token, result);
      terminal.confirm(() -> terminal.print("completed " + completed.number() + "\n"));
    }
    return ExitCode.DONE;
  }
}
