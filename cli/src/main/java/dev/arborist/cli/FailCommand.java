package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a run badly. */
@Command(
    name = "fail",
    description = "Say that a run of a claimed task failed; it is retried while retries are left.",
    footer = {"", "Example:", "  arborist fail 17 --token 1 --error 'the build is red'"})
final class FailCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;

  @Parameters(
      index = "0",
      paramLabel = "NUMBER",
      converter = TaskNumbers.class,
      description = "The task.")
  private @Nullable TaskNumber number;

  @Option(
      names = "--token",
      required = true,
      paramLabel = "TOKEN",
      description = "The token that the claim gave.")
  private long token;

  @Option(names = "--error", paramLabel = "TEXT", description = "What went wrong.")
  private @Nullable String error;

  FailCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    try (Arborist arborist = queue.open()) {
      Task task = arborist.queue().fail(Objects.requireNonNull(number), token, error);
      boolean retried = task.status() == TaskStatus.PENDING;
      terminal.print(
          "failed "
              + task.number()
              + (retried ? "; it is due again at " + task.progress().dueAt() : "; no retry is left")
              + "\n");
    }
    return ExitCode.DONE;
  }
}
