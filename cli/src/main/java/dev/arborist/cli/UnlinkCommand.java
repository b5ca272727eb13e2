package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets one task no longer wait for another. */
@Command(
    name = "unlink",
    description = "Let a task no longer wait for another.",
    footer = {"", "Example:", "  arborist unlink 8 5"})
final class UnlinkCommand extends ChangeCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private JsonOption json;

  @Parameters(index = "1", paramLabel = "PREREQUISITE", description = "The task it waits for.")
  private String prerequisite = "";

  UnlinkCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) {
    TaskNumber other = arborist.browser().resolve(prerequisite);
    Task changed = arborist.queue().unlink(task.in(arborist), other);
    String status = "; it is " + changed.status().label() + "\n";
    return json.task(
        arborist, changed.number(), changed.number() + " no longer waits for " + other + status);
  }
}
