package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.TaskNumber;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends a task well. */
@Command(
    name = "complete",
    description = "Say that a claimed task is done.",
    footer = {
      "",
      "Examples:",
      "  arborist complete 17 --token 1 --result '{\"lines\": 120}'",
      "  echo '{\"lines\": 120}' | arborist complete 17 --token 1 --result -"
    })
final class CompleteCommand extends ChangeCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private TokenOption token = new TokenOption();
  @Mixin private JsonOption json;

  @Option(
      names = "--result",
      paramLabel = "JSON",
      description = "What came of it; - reads it from standard input.")
  private @Nullable String result;

  CompleteCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) throws IOException {
    String checked = new Inputs(terminal, queue).json("result", result);
    TaskNumber number = task.in(arborist);
    arborist.queue().complete(number, token.value(), checked);
    return json.task(arborist, number, "completed " + number + "\n");
  }
}
