package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.task.Counted;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.Cancellation;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cancels a task. */
@Command(
    name = "cancel",
    description = "Cancel an open task and everything that waits for it.",
    footer = {"", "Examples:", "  arborist cancel 17", "  arborist cancel 3 --subtree"})
final class CancelCommand extends ChangeCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private JsonOption json;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "Cancel only while the claim with this token holds the task.")
  private @Nullable Long token;

  @Option(
      names = "--subtree",
      description = "Also everything below it; what has come to an end is left.")
  private boolean subtree;

  CancelCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) {
    if (subtree && token != null) {
      throw new InvalidInputException("a token holds one task: give --token or --subtree");
    }
    TaskNumber number = task.in(arborist);
    Cancellation done =
        subtree ? arborist.queue().cancelSubtree(number) : arborist.queue().cancel(number, token);
    return json.tasks(arborist, done.cancelled(), () -> text(done));
  }

  private String text(Cancellation done) {
    List<TaskNumber> numbers = done.cancelled().stream().map(Task::number).toList();
    StringBuilder text = new StringBuilder("cancelled ");
    if (subtree) {
      text.append(numbers.isEmpty() ? "nothing" : Counted.named(numbers));
      if (done.alreadyTerminal() > 0) {
        text.append("; ").append(Counted.of(done.alreadyTerminal(), "task"));
        text.append(" had come to an end before");
      }
    } else {
      text.append(numbers.get(0));
      if (numbers.size() > 1) {
        text.append(" and what waited for it: ");
        text.append(Counted.named(numbers.subList(1, numbers.size())));
      }
    }
    return text.append('\n').toString();
  }
}
