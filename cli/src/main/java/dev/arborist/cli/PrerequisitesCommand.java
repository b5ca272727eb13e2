package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.task.TaskList;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what a task waits for. */
@Command(
    name = "prerequisites",
    description = "List what a task waits for, whatever its status.",
    footer = {"", "Example:", "  arborist prerequisites 8"})
final class PrerequisitesCommand extends ReadCommand {

  @Mixin private ColourOption colour;
  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private JsonOption json;

  PrerequisitesCommand(Terminal terminal) {
    super(terminal);
    colour = new ColourOption(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Printout read(Arborist arborist) {
    TaskNumber number = task.in(arborist);
    List<Task> found = arborist.browser().prerequisites(number);
    if (found.isEmpty()) {
      hint(number + " waits for nothing");
    }
    return json.tasks(arborist, found, () -> TaskList.render(found, colour.depth()));
  }
}
