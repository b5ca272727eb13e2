package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.adapters.render.task.TaskList;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskQuery;
import dev.arborist.domain.task.TaskQuery.Order;
import dev.arborist.domain.task.TaskStatus;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists tasks. */
@Command(
    name = "list",
    description = "List tasks, those that come first at the top.",
    footer = {
      "",
      "Examples:",
      "  arborist list --status ready,running",
      "  arborist list --json --limit 0 | jq -r '.[].summary'"
    })
final class ListCommand implements Callable<Integer> {

  private static final int LIMIT_DEFAULT = 100;

  private final Terminal terminal;
  @Mixin private QueueOption queue;
  @Mixin private ColourOption colour;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description = "Only these: pending, blocked, ready, running, completed, failed, cancelled.")
  private List<String> statuses = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many at most; 100 by default, 0 for all.")
  private int limit = LIMIT_DEFAULT;

  @Option(names = "--json", description = "Print an array of tasks as JSON.")
  private boolean json;

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
    colour = new ColourOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    Set<TaskStatus> wanted = EnumSet.noneOf(TaskStatus.class);
    statuses.forEach(status -> wanted.add(TaskStatus.parse(status)));
    List<TaskDetails> tasks;
    try (Arborist arborist = queue.open()) {
      tasks = arborist.browser().list(new TaskQuery(wanted, Order.PRIORITY, limit));
    }
    if (json) {
      TaskJson.writeTasks(tasks, new BufferedOutputStream(terminal.out()));
    } else {
      terminal.print(TaskList.render(tasks, colour.enabled()));
      hintAtMore(tasks.size());
    }
    return ExitCode.DONE;
  }

  private void hintAtMore(int shown) {
    if (limit > 0 && shown == limit && terminal.outIsTerminal()) {
      terminal.err().println("at most " + limit + " are listed; --limit 0 lists all");
    }
  }
}
