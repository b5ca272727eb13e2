package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.dependency.DependencyCycleException;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.ChangeRefusedException;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.task.UnknownTaskException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Changes what was asked of a task, as far as its status allows. */
final class Updating {

  private static final List<String> ALWAYS = List.of("summary", "branch");
  private static final List<String> NOT_WHILE_RUNNING = List.of("notBefore", "payload");

  private final Lifecycle life;
  private final TaskWrites tx;

  Updating(Lifecycle life) {
    this.life = life;
    tx = life.tx();
  }

  Task update(TaskNumber number, TaskUpdate update) {
    if (update.isEmpty()) {
      throw new InvalidInputException("nothing is to change: name at least one field");
    }
    Task task = life.current(number);
    requireAllowed(task, update);
    TaskNumber parent = update.newParent();
    if (parent != null) {
      requireNoCycle(number, life.require(parent).number());
    }
    Task after =
        task.redefined(
            update.profile(task.profile()), update.schedule(task.schedule()), life.now());
    if (!after.schedule().equals(task.schedule())) {
      after = life.policy().rescore(after, life.now());
    }
    life.change(task, after, EventReason.RESCHEDULED, life.actor(), null);
    if (update.changesTexts()) {
      TaskDetails texts =
          tx.findDetails(number).orElseThrow(() -> new UnknownTaskException(number));
      tx.saveTexts(number, update.prompt(texts.prompt()), update.payload(texts.payload()));
    }
    return after;
  }

  private static void requireAllowed(Task task, TaskUpdate update) {
    String forbidden =
        update.fields().stream()
            .distinct()
            .filter(field -> !isAllowed(task.status(), field))
            .collect(Collectors.joining(", "));
    if (!forbidden.isEmpty()) {
      throw new ChangeRefusedException(
          task.number(), task.status(), "these cannot change: " + forbidden);
    }
  }

  private static boolean isAllowed(TaskStatus status, String field) {
    return switch (status) {
      case PENDING, BLOCKED, READY -> true;
      case RUNNING -> !NOT_WHILE_RUNNING.contains(field);
      case COMPLETED, FAILED, CANCELLED -> ALWAYS.contains(field);
    };
  }

  private void requireNoCycle(TaskNumber number, TaskNumber parent) {
    List<TaskNumber> path = tx.parentPath(parent, number);
    if (!path.isEmpty()) {
      List<TaskNumber> cycle = new ArrayList<>(path.size() + 1);
      cycle.add(number);
      cycle.addAll(path);
      throw new DependencyCycleException("parents", cycle);
    }
  }
}
