package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets one task wait for another. */
@Command(
    name = "link",
    description = "Let a task wait for another.",
    footer = {"", "Example:", "  arborist link 16 15"})
final class LinkCommand extends ChangeCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private JsonOption json;

  @Parameters(index = "1", paramLabel = "PREREQUISITE", description = "The task it waits for.")
  private String prerequisite = "";

  LinkCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) {
    TaskNumber other = arborist.browser().resolve(prerequisite);
    Task changed = arborist.queue().link(task.in(arborist), other);
    String status = "; it is " + changed.status().label() + "\n";
    return json.task(
        arborist, changed.number(), changed.number() + " now waits for " + other + status);
  }
}
