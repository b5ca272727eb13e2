package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.adapters.render.task.TaskCard;
import dev.arborist.domain.task.TaskDetails;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows one task. */
@Command(
    name = "show",
    description = "Show everything about a task.",
    footer = {"", "Example:", "  arborist show 17"})
final class ShowCommand extends WatchedCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private JsonOption json;

  ShowCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Printout read(Arborist arborist) {
    TaskDetails details = arborist.browser().get(task.in(arborist));
    return json.choose(() -> TaskCard.render(details), out -> TaskJson.writeTask(details, out));
  }
}
