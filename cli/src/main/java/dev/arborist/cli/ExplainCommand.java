package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.QueueJson;
import dev.arborist.adapters.render.task.ExplanationText;
import dev.arborist.domain.query.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says why a task is not running. */
@Command(
    name = "explain",
    description = "Say why a task is not running, or who runs it.",
    footer = {"", "Example:", "  arborist explain 8"})
final class ExplainCommand extends WatchedCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private JsonOption json;

  ExplainCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Printout read(Arborist arborist) {
    Explanation explanation = arborist.browser().explain(task.in(arborist));
    return json.choose(
        () -> ExplanationText.render(explanation),
        out -> QueueJson.writeExplanation(explanation, out));
  }
}
