package dev.arborist.determinism.process;

import dev.arborist.Arborist;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what processes were told with what the queue has kept, when all of them have ended.
 *
 * <p>The history decides in which order things happened; the journals decide which of them must be
 * in it, and which may be because nobody knows.
 */
final class Checker {

  /** A claim: which task, and its token. */
  private record Hold(long task, long token) {}

  private final Map<TaskNumber, TaskDetails> tasks = new TreeMap<>();
  private final NavigableMap<Long, List<TaskEvent>> history = new TreeMap<>();
  private final Map<Hold, TaskEvent> claims = new LinkedHashMap<>();
  private final Map<Hold, TaskEvent> ends = new LinkedHashMap<>();
  private int acknowledged;
  private int refused;
  private int unknown;

  /** Checks a queue that nobody has open; returns what was found to be as it must. */
  Done check(Path file, Map<String, Path> journals) throws IOException {
    try (Arborist arborist = Arborist.open(file)) {
      var found = arborist.upkeep().diagnose(false).findings();
      Violation.unless(found.isEmpty(), "the doctor finds " + found);
      arborist
          .browser()
          .list(TaskQuery.ALL)
          .tasks()
          .forEach(details -> tasks.put(details.task().number(), details));
      for (TaskEvent event : arborist.browser().events(new EventQuery(null, 0, 0))) {
        history.computeIfAbsent(event.task().value(), task -> new ArrayList<>()).add(event);
      }
    }
    history.values().forEach(this::walk);
    for (Map.Entry<String, Path> journal : journals.entrySet()) {
      compare(journal.getKey(), Journal.read(journal.getValue()));
    }
    tasks.values().forEach(this::prerequisitesCameFirst);
    return Done.of("acknowledged operations", acknowledged)
        .and("refused", refused)
        .and("unknown", unknown)
        .and("claims", claims.size())
        .and("tasks", tasks.size());
  }

  /** The history of one task: held by one at a time, with tokens that count up. */
  private void walk(List<TaskEvent> events) {
    long token = 0;
    boolean held = false;
    TaskStatus status = null;
    for (TaskEvent event : events) {
      Violation.unless(event.from() == status, "the history of a task is broken: " + events);
      status = event.to();
      Hold hold = new Hold(event.task().value(), event.token());
      if (event.reason() == EventReason.CLAIMED) {
        Violation.unless(!held, event.task() + " was claimed while it was held: " + events);
        Violation.unless(event.token() == token + 1, "tokens do not count up: " + events);
        token = event.token();
        claims.put(hold, event);
        held = true;
      } else if (held) {
        Violation.unless(event.token() == token, "another token ended a hold: " + events);
        ends.put(hold, event);
        held = false;
      }
    }
  }

  private void compare(String worker, List<Journal.Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Journal.Line line = lines.get(i);
      switch (line.kind()) {
        case "ack" -> {
          acknowledged++;
          acknowledged(worker, line);
        }
        case "refused" -> {
          refused++;
          refused(worker, line);
        }
        default -> {
          boolean last = i == lines.size() - 1;
          unknown += last ? 1 : 0;
        }
      }
    }
  }

  private void acknowledged(String worker, Journal.Line line) {
    long number = line.number(1);
    String what = worker + " was told of '" + String.join(" ", line.words()) + "'";
    Violation.unless(history.containsKey(number), what + ", and there is no such task");
    if (line.word(0).equals("add")) {
      return;
    }
    Hold hold = new Hold(number, line.number(2));
    TaskEvent claim = claims.get(hold);
    Violation.unless(
        claim != null && claim.actor().equals(worker), what + ", and the claim is " + claim);
    TaskEvent end = ends.get(hold);
    switch (line.word(0)) {
      case "complete" -> requireEnd(what, end, EventReason.COMPLETED);
      case "fail" -> requireEnd(what, end, EventReason.FAILED);
      case "release" -> requireEnd(what, end, EventReason.RELEASED);
      default -> {}
    }
  }

  private static void requireEnd(
      String what, @org.jspecify.annotations.Nullable TaskEvent end, EventReason reason) {
    Violation.unless(end != null && end.reason() == reason, what + ", and it ended by " + end);
  }

  /** Whoever is refused must have lost the task before, by its lease or its own doing. */
  private void refused(String worker, Journal.Line line) {
    if (line.words().size() < 3) {
      return;
    }
    TaskEvent end = ends.get(new Hold(line.number(1), line.number(2)));
    boolean lost =
        end != null
            && (end.reason() == EventReason.EXPIRED
                || end.reason() == EventReason.TIMED_OUT
                || end.reason() == EventReason.CANCELLED
                || end.reason() == EventReason.CASCADED);
    Violation.unless(
        lost,
        worker + " was refused '" + String.join(" ", line.words()) + "', and it ended by " + end);
  }

  private void prerequisitesCameFirst(TaskDetails details) {
    Task task = details.task();
    Set<TaskNumber> waitedFor = new TreeSet<>(details.prerequisites());
    for (TaskEvent event : history.getOrDefault(task.number().value(), List.of())) {
      if (event.reason() == EventReason.CLAIMED) {
        for (TaskNumber prerequisite : waitedFor) {
          boolean completed =
              history.getOrDefault(prerequisite.value(), List.of()).stream()
                  .anyMatch(
                      other ->
                          other.reason() == EventReason.COMPLETED
                              && other.sequence() < event.sequence());
          Violation.unless(
              completed, task.number() + " was claimed before " + prerequisite + " was completed");
        }
      }
    }
  }
}
