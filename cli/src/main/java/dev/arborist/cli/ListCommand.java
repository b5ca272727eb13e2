package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.adapters.render.task.TaskList;
import dev.arborist.domain.query.TaskCursor;
import dev.arborist.domain.query.TaskPage;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskDetails;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
      "  arborist list --within 3 --text parser --sort deadline",
      "  arborist list --created-from -2d --sort created --reverse",
      "  arborist list --status running --watch",
      "  arborist list --json --limit 0 | jq -r '.[].summary'"
    })
final class ListCommand extends WatchedCommand {

  private static final int LIMIT_DEFAULT = 100;

  @Mixin private ColourOption colour;
  @Mixin private FilterOptions filter = new FilterOptions();
  @Mixin private JsonOption json;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "priority (the default), number, created, updated or deadline.")
  private @Nullable Order order;

  @Option(names = "--reverse", description = "Turn the order round.")
  private boolean reverse;

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      description = "Only what stands behind the page that ended with this cursor.")
  private @Nullable String after;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many at most; 100 by default, 0 for all.")
  private int limit = LIMIT_DEFAULT;

  @Option(
      names = "--page",
      description =
          "With --json: print {tasks, next}, where next is the cursor for --after or null.")
  private boolean page;

  ListCommand(Terminal terminal) {
    super(terminal);
    colour = new ColourOption(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  boolean changesByItself() {
    return filter.isRelative();
  }

  @Override
  Printout read(Arborist arborist) {
    if (page && !json.isWanted()) {
      throw new InvalidInputException("--page is a form of the JSON: give --json too");
    }
    TaskPage found = arborist.browser().list(query(arborist));
    if (found.next() != null) {
      hint("the next page: --after " + found.next());
    } else if (found.tasks().isEmpty()) {
      hint(after == null ? filter.nothing(arborist) : "nothing stands behind this cursor");
    }
    return json.choose(
        () ->
            TaskList.render(found.tasks().stream().map(TaskDetails::task).toList(), colour.depth()),
        out -> {
          if (page) {
            TaskJson.writePage(found, out);
          } else {
            TaskJson.writeTasks(found.tasks(), out);
          }
        });
  }

  /** A cursor knows its order, so that the next page needs no more than the cursor. */
  private TaskQuery query(Arborist arborist) {
    TaskCursor cursor = after == null ? null : TaskCursor.parse(after);
    if (cursor != null && order == null && !reverse) {
      return new TaskQuery(filter.in(arborist), cursor.order(), cursor.reversed(), cursor, limit);
    }
    Order wanted = Objects.requireNonNullElse(order, Order.PRIORITY);
    return new TaskQuery(filter.in(arborist), wanted, reverse, cursor, limit);
  }
}
