package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.TaskNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives a task back. */
@Command(
    name = "release",
    description = "Give a claimed task back; this counts as no failure.",
    footer = {"", "Example:", "  arborist release 17 --token 1"})
final class ReleaseCommand extends ChangeCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private TokenOption token = new TokenOption();
  @Mixin private JsonOption json;

  ReleaseCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) {
    TaskNumber number = task.in(arborist);
    arborist.queue().release(number, token.value());
    return json.task(arborist, number, "released " + number + "\n");
  }
}
