package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskUpdate;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes what was asked of a task. */
@Command(
    name = "update",
    description = "Change what was asked of a task; what is not named stays.",
    footer = {
      "",
      "Of a task that has come to an end only the summary and the branch can change.",
      "",
      "Examples:",
      "  arborist update 16 --priority 9 --deadline +2d",
      "  arborist update 16 --no-deadline --no-parent"
    })
final class UpdateCommand extends ChangeCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private TaskFields fields = new TaskFields();
  @Mixin private JsonOption json;

  @Option(
      names = "--prompt",
      paramLabel = "TEXT",
      description = "What is to be done; - reads it from standard input.")
  private @Nullable String prompt;

  @Option(names = "--no-parent", description = "It is a part of no other task.")
  private boolean noParent;

  @Option(names = "--no-deadline", description = "It has no deadline.")
  private boolean noDeadline;

  @Option(names = "--no-estimate", description = "It has no estimate.")
  private boolean noEstimate;

  @Option(names = "--no-not-before", description = "It may run at once.")
  private boolean noNotBefore;

  @Option(names = "--no-agent-type", description = "It is for any worker.")
  private boolean noAgentType;

  @Option(names = "--no-branch", description = "It is on no branch.")
  private boolean noBranch;

  @Option(names = "--no-payload", description = "It has no payload.")
  private boolean noPayload;

  UpdateCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) throws IOException {
    TaskUpdate.Builder update = TaskUpdate.builder();
    Inputs inputs = new Inputs(terminal, queue);
    required(update, inputs);
    optional(update, arborist, inputs);
    TaskNumber number = task.in(arborist);
    arborist.queue().update(number, update.build());
    return json.task(arborist, number, "updated " + number + "\n");
  }

  private void required(TaskUpdate.Builder update, Inputs inputs) throws IOException {
    TaskFields.ifGiven(fields.summary, update::summary);
    TaskFields.ifGiven(fields.priority, update::basePriority);
    TaskFields.ifGiven(fields.retries, update::maxRetries);
    TaskFields.ifGiven(fields.timeout, update::timeout);
    if (prompt != null) {
      update.prompt(inputs.text("prompt", prompt));
    }
  }

  private void optional(TaskUpdate.Builder update, Arborist arborist, Inputs inputs)
      throws IOException {
    change("parent", fields.parentIn(arborist), noParent, update::parent);
    change("deadline", fields.deadlineBy(arborist.clock()), noDeadline, update::deadline);
    change("estimate", fields.estimate, noEstimate, update::estimate);
    change("not-before", fields.notBeforeBy(arborist.clock()), noNotBefore, update::notBefore);
    change("agent-type", fields.agentType, noAgentType, update::agentType);
    change("branch", fields.branch, noBranch, update::branch);
    change("payload", inputs.json("payload", fields.payload), noPayload, update::payload);
  }

  private static <T> void change(
      String name, @Nullable T value, boolean none, Consumer<@Nullable T> taker) {
    if (value != null && none) {
      throw new InvalidInputException("give --" + name + " or --no-" + name + ", not both");
    }
    if (value != null || none) {
      taker.accept(value);
    }
  }
}
