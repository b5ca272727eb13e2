package dev.arborist.determinism.process;

import dev.arborist.Arborist;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a queue has kept of what happened, which agrees with itself. */
final class History {

  private final Map<TaskNumber, TaskDetails> tasks = new TreeMap<>();
  private final NavigableMap<Long, List<TaskEvent>> events = new TreeMap<>();
  private final Map<Hold, TaskEvent> claims = new LinkedHashMap<>();
  private final Map<Hold, TaskEvent> ends = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private History() {}

  /**
   * Reads the history of a queue at which nobody is at work.
   *
   * @throws Violation when a task was held by two or without its prerequisites, or its events do
   *     not follow each other
   */
  static History of(String queue) {
    History history = new History();
    try (Arborist arborist = Arborist.open(queue)) {
      history.findings.addAll(arborist.upkeep().diagnose(false).findings());
      arborist
          .browser()
          .list(TaskQuery.ALL)
          .tasks()
          .forEach(details -> history.tasks.put(details.task().number(), details));
      for (TaskEvent event : arborist.browser().events(new EventQuery(null, 0, 0))) {
        history.events.computeIfAbsent(event.task().value(), task -> new ArrayList<>()).add(event);
      }
    }
    history.events.values().forEach(history::walk);
    history.tasks.values().forEach(history::prerequisitesCameFirst);
    return history;
  }

  /** The doctor is asked last: what he finds may come of what the journals would tell by name. */
  void requireSound() {
    Violation.unless(findings.isEmpty(), "the doctor finds " + findings);
  }

  /** The history of one task: held by one at a time, with tokens that count up. */
  private void walk(List<TaskEvent> ofTask) {
    long token = 0;
    boolean held = false;
    TaskStatus status = null;
    for (TaskEvent event : ofTask) {
      Violation.unless(event.from() == status, "the history of a task is broken: " + ofTask);
      status = event.to();
      if (event.reason() == EventReason.CLAIMED) {
        Violation.unless(!held, event.task() + " was claimed while it was held: " + ofTask);
        Violation.unless(event.token() == token + 1, "tokens do not count up: " + ofTask);
        token = event.token();
        claims.put(Hold.of(event), event);
        held = true;
      } else if (held) {
        Violation.unless(event.token() == token, "another token ended a hold: " + ofTask);
        ends.put(Hold.of(event), event);
        held = false;
      }
    }
  }

  private void prerequisitesCameFirst(TaskDetails details) {
    for (TaskEvent event : of(details.task().number())) {
      if (event.reason() == EventReason.CLAIMED) {
        for (TaskNumber prerequisite : details.prerequisites()) {
          boolean completed =
              of(prerequisite).stream()
                  .anyMatch(
                      other ->
                          other.reason() == EventReason.COMPLETED
                              && other.sequence() < event.sequence());
          Violation.unless(
              completed, event.task() + " was claimed before " + prerequisite + " was completed");
        }
      }
    }
  }

  private List<TaskEvent> of(TaskNumber task) {
    return events.getOrDefault(task.value(), List.of());
  }

  boolean has(long task) {
    return events.containsKey(task);
  }

  /** Null when there was no such claim. */
  @Nullable TaskEvent claim(Hold hold) {
    return claims.get(hold);
  }

  /** Null while it holds. */
  @Nullable TaskEvent end(Hold hold) {
    return ends.get(hold);
  }

  Map<Hold, TaskEvent> ends() {
    return Collections.unmodifiableMap(ends);
  }

  int claims() {
    return claims.size();
  }

  int tasks() {
    return tasks.size();
  }

  /** How often somebody did something. */
  long count(String actor, EventReason reason) {
    return events.values().stream()
        .flatMap(List::stream)
        .filter(event -> event.reason() == reason && event.actor().equals(actor))
        .count();
  }
}
