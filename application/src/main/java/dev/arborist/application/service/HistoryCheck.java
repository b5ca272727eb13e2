package dev.arborist.application.service;

import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the events of a task, replayed, lead to the task as it stands.
 *
 * @param task the task as stored
 * @param events its events by sequence
 */
record HistoryCheck(Task task, List<TaskEvent> events) {

  /** What is wrong with the history, if anything is. */
  Optional<String> problem() {
    @Nullable TaskStatus status = null;
    long token = 0;
    for (TaskEvent event : events) {
      if (event.from() != status) {
        return problem(
            "event "
                + event.sequence()
                + " begins at "
                + label(event.from())
                + ", not at "
                + label(status));
      }
      if (!isTransition(event)) {
        return problem("event " + event.sequence() + " is no transition of the table");
      }
      if (event.token() < token) {
        return problem("event " + event.sequence() + " has an earlier token than one before");
      }
      status = event.to();
      token = event.token();
    }
    if (status != task.status() || token != task.progress().token()) {
      return problem(
          "its events end at "
              + label(status)
              + " with token "
              + token
              + ", but it is "
              + task.status().label()
              + " with token "
              + task.progress().token());
    }
    return Optional.empty();
  }

  /** Arrivals from elsewhere and repairs need no row in the table of transitions. */
  private static boolean isTransition(TaskEvent event) {
    TaskStatus from = event.from();
    TaskStatus to = event.to();
    return from == null
        || to == null
        || from.canBecome(to)
        || event.reason() == EventReason.IMPORTED
        || event.reason() == EventReason.REPAIRED;
  }

  private Optional<String> problem(String what) {
    return Optional.of("the history of task " + task.number() + " is broken: " + what);
  }

  private static String label(@Nullable TaskStatus status) {
    return status == null ? "nothing" : status.label();
  }
}
