package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.QueueJson;
import dev.arborist.adapters.render.task.EventList;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what has happened. */
@Command(
    name = "events",
    description = "Show what has happened, to the queue or to one task.",
    footer = {
      "",
      "Each line begins with the event's sequence, which --after takes.",
      "--last 0 --follow shows only what happens from now on.",
      "",
      "Examples:",
      "  arborist events 17",
      "  arborist events --after 20 --limit 10",
      "  arborist events --last 20",
      "  arborist events --last 20 --follow"
    })
final class EventsCommand extends ReadCommand {

  private static final int LIMIT_DEFAULT = 100;
  private static final int POLL_MILLIS = 200;

  @Mixin private JsonOption json;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TASK",
      description = "Only what has happened to this task.")
  private @Nullable String task;

  @Option(
      names = "--after",
      paramLabel = "SEQUENCE",
      description = "Only what happened after the event with this sequence.")
  private long after;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many at most; 100 by default, 0 for all. With --follow: at a time.")
  private @Nullable Integer limit;

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "The last ones, so many at most, instead of the first.")
  private @Nullable Integer last;

  @Option(names = "--follow", description = "Go on with what happens, until interrupted.")
  private boolean follow;

  EventsCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Printout read(Arborist arborist) throws IOException {
    requireCounts();
    TaskNumber number = task == null ? null : known(arborist.browser().resolve(task), arborist);
    if (follow) {
      follow(number, arborist);
      return Printout.nothing(terminal);
    }
    int most = last == null ? limit() : last;
    EventQuery query = new EventQuery(number, after, most, last != null);
    List<TaskEvent> events = arborist.browser().events(query);
    if (last == null && most > 0 && events.size() == most) {
      hint("more: --after " + events.get(most - 1).sequence());
    }
    return json.choose(() -> EventList.render(events), out -> QueueJson.writeEvents(events, out));
  }

  /** Even of a pruned task one event remains. */
  private static TaskNumber known(TaskNumber number, Arborist arborist) {
    boolean hasEvents = !arborist.browser().events(new EventQuery(number, 0, 1)).isEmpty();
    return hasEvents ? number : arborist.browser().get(number).task().number();
  }

  private int limit() {
    return limit == null ? LIMIT_DEFAULT : limit;
  }

  private void requireCounts() {
    if (last != null && limit != null) {
      throw new InvalidInputException("--last says how many: leave --limit out");
    }
    if (last != null && last < (follow ? 0 : 1)) {
      throw new InvalidInputException("--last takes 1 or more, or 0 with --follow: not " + last);
    }
  }

  /** Ends when the process does, or when the reader of the output has gone. */
  private void follow(@Nullable TaskNumber number, Arborist arborist) throws IOException {
    long seen = last == null ? after : tellLast(last, number, arborist);
    while (!Thread.currentThread().isInterrupted()) {
      List<TaskEvent> events = arborist.browser().events(new EventQuery(number, seen, limit()));
      if (events.isEmpty()) {
        pause();
      } else {
        tell(events);
        seen = events.get(events.size() - 1).sequence();
      }
    }
  }

  /** Returns the sequence behind which it goes on. */
  private long tellLast(int count, @Nullable TaskNumber number, Arborist arborist)
      throws IOException {
    EventQuery query = new EventQuery(number, after, Math.max(1, count), true);
    List<TaskEvent> events = arborist.browser().events(query);
    if (events.isEmpty()) {
      return after;
    }
    if (count > 0) {
      tell(events);
    }
    return events.get(events.size() - 1).sequence();
  }

  private void tell(List<TaskEvent> events) throws IOException {
    json.choose(() -> EventList.render(events), out -> QueueJson.writeEventLines(events, out))
        .write();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
