package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskStatus;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends a run badly. */
@Command(
    name = "fail",
    description = "Say that a run of a claimed task failed; it is retried while retries are left.",
    footer = {"", "Example:", "  arborist fail 17 --token 1 --error 'the build is red'"})
final class FailCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;
  @Mixin private TaskParameter task = new TaskParameter();

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
      Task failed = arborist.queue().fail(task.number(), token, error);
      boolean retried = failed.status() == TaskStatus.PENDING;
      String text =
          "failed "
              + failed.number()
              + (retried
                  ? "; it is due again at " + failed.progress().dueAt()
                  : "; no retry is left")
              + "\n";
      terminal.confirm(() -> terminal.print(text));
    }
    return ExitCode.DONE;
  }
}
