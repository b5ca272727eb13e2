package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.TaskNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends a task well. */
@Command(
    name = "complete",
    description = "Say that a claimed task is done.",
    footer = {"", "Example:", "  arborist complete 17 --token 1 --result '{\"lines\": 120}'"})
final class CompleteCommand extends ChangeCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private TokenOption token = new TokenOption();
  @Mixin private JsonOption json;

  @Option(names = "--result", paramLabel = "JSON", description = "What came of it.")
  private @Nullable String result;

  CompleteCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) {
    if (result != null) {
      TaskJson.requireJson("result", result);
    }
    TaskNumber number = task.in(arborist);
    arborist.queue().complete(number, token.value(), result);
    return json.task(arborist, number, "completed " + number + "\n");
  }
}
