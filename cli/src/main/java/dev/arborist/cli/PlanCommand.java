package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.QueueJson;
import dev.arborist.adapters.render.task.PlanText;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.domain.dependency.ExecutionPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows in which order the open tasks can run. */
@Command(
    name = "plan",
    description = "Show in which batches the open tasks can run.",
    footer = {
      "",
      "The tasks of a line can run side by side once the lines before are completed.",
      "",
      "Examples:",
      "  arborist plan",
      "  arborist plan 8"
    })
final class PlanCommand extends WatchedCommand {

  @Mixin private JsonOption json;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TASK",
      description = "Only this task and what it waits for.")
  private @Nullable String goal;

  PlanCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Printout read(Arborist arborist) {
    TaskBrowser browser = arborist.browser();
    ExecutionPlan plan = goal == null ? browser.plan() : browser.plan(browser.resolve(goal));
    return json.choose(() -> PlanText.render(plan), out -> QueueJson.writePlan(plan, out));
  }
}
