package dev.arborist.application.service;

import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the events of a task, replayed, follow from each other and lead to its token.
 *
 * @param task the task as stored
 * @param events its events by sequence
 */
record HistoryCheck(Task task, List<TaskEvent> events) {

  /** What is wrong with the history, if anything is. */
  Optional<String> problem() {
    return gap().or(this::otherToken);
  }

  private Optional<String> otherToken() {
    long token = task.progress().token();
    return token == lastToken()
        ? Optional.empty()
        : problem("its events end with token " + lastToken() + ", but it has token " + token);
  }

  /** What is wrong with a history that an arrival may follow, if anything is. */
  Optional<String> problemBeforeAnArrival() {
    return gap().or(() -> lastToken() > task.progress().token() ? otherToken() : Optional.empty());
  }

  private long lastToken() {
    return events.isEmpty() ? 0 : events.get(events.size() - 1).token();
  }

  /** Where the events do not follow from each other. */
  private Optional<String> gap() {
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
    return Optional.empty();
  }

  /** The status at which the events end; null without any. */
  @Nullable TaskStatus end() {
    return events.isEmpty() ? null : events.get(events.size() - 1).to();
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
