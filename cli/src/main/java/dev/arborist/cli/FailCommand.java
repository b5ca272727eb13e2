package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends a run badly. */
@Command(
    name = "fail",
    description = "Say that a run of a claimed task failed.",
    footer = {
      "",
      "While retries are left it runs again after a pause; then what waits for it is",
      "cancelled.",
      "",
      "Examples:",
      "  arborist fail 17 --token 1 --error 'the build is red'",
      "  arborist fail 17 --token 1 --permanent --error 'there is no such branch'",
      "  git log -1 --oneline | arborist fail 17 --token 1 --error -"
    })
final class FailCommand extends ChangeCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private TokenOption token = new TokenOption();
  @Mixin private JsonOption json;

  @Option(
      names = "--error",
      paramLabel = "TEXT",
      description = "What went wrong; - reads it from standard input.")
  private @Nullable String error;

  @Option(names = "--permanent", description = "Do not run it again, whatever retries are left.")
  private boolean permanent;

  FailCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) throws IOException {
    String said = error == null ? null : new Inputs(terminal, queue).text("error", error);
    TaskNumber number = task.in(arborist);
    Task failed =
        permanent
            ? arborist.queue().failPermanently(number, token.value(), said)
            : arborist.queue().fail(number, token.value(), said);
    return json.task(arborist, number, "failed " + number + "; " + next(failed) + "\n");
  }

  private String next(Task failed) {
    if (failed.status() == TaskStatus.PENDING) {
      return "it is due again at " + failed.progress().dueAt();
    }
    return permanent ? "it is not run again" : "no retry is left";
  }
}
