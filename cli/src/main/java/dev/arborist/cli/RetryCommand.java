package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.task.Counted;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.Revival;
import dev.arborist.domain.task.Task;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives a task another chance. */
@Command(
    name = "retry",
    description = "Give a failed or cancelled task another chance.",
    footer = {
      "",
      "What was cancelled because it waited for the task is revived with it; what",
      "'cancel --subtree' had cancelled below it is not.",
      "",
      "Example:",
      "  arborist retry 12"
    })
final class RetryCommand extends ChangeCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private JsonOption json;

  RetryCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) {
    Revival done = arborist.queue().retry(task.in(arborist));
    List<Task> open = new ArrayList<>();
    open.add(done.retried());
    open.addAll(done.revived());
    return json.tasks(arborist, open, () -> text(done));
  }

  private static String text(Revival done) {
    Task retried = done.retried();
    StringBuilder text = new StringBuilder("retried ").append(retried.number());
    text.append(" (").append(retried.status().label()).append(')');
    named("revived", done.revived(), text);
    named("left, for another prerequisite is lost:", done.left(), text);
    return text.append('\n').toString();
  }

  private static void named(String what, List<Task> tasks, StringBuilder text) {
    if (!tasks.isEmpty()) {
      text.append("; ").append(what).append(' ');
      text.append(Counted.named(tasks.stream().map(Task::number).toList()));
    }
  }
}
