package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.QueueJson;
import dev.arborist.adapters.render.task.StatisticsTable;
import dev.arborist.domain.query.QueueStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the queue at a glance. */
@Command(
    name = "status",
    description = "Show how many tasks there are and which stand out.",
    footer = {"", "Examples:", "  arborist status", "  arborist status --watch"})
final class StatusCommand extends WatchedCommand {

  @Mixin private ColourOption colour;
  @Mixin private JsonOption json;

  StatusCommand(Terminal terminal) {
    super(terminal);
    colour = new ColourOption(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Printout read(Arborist arborist) {
    QueueStatistics statistics = arborist.browser().statistics();
    return json.choose(
        () -> StatisticsTable.render(statistics, colour.depth()),
        out -> QueueJson.writeStatistics(statistics, out));
  }
}
