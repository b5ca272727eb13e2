package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.task.TaskList;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what waits for a task. */
@Command(
    name = "dependents",
    description = "List what waits for a task, whatever its status.",
    footer = {"", "Example:", "  arborist dependents 5"})
final class DependentsCommand extends ReadCommand {

  @Mixin private ColourOption colour;
  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private JsonOption json;

  DependentsCommand(Terminal terminal) {
    super(terminal);
    colour = new ColourOption(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Printout read(Arborist arborist) {
    TaskNumber number = task.in(arborist);
    List<Task> found = arborist.browser().dependents(number);
    if (found.isEmpty()) {
      hint("nothing waits for " + number);
    }
    return json.tasks(arborist, found, () -> TaskList.render(found, colour.depth()));
  }
}
