package dev.arborist.application.port.out;

import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.TaskDetails;
import java.util.List;

/** Sees every task of a store, one at a time. */
@FunctionalInterface
public interface TaskVisitor {

  /** A task as stored, and its events by sequence. */
  void visit(TaskDetails details, List<TaskEvent> events);
}
