package dev.arborist.application.port.out;

import dev.arborist.domain.task.TaskId;

/** Gives ids to new tasks; never the same twice. Safe for use by several threads. */
@FunctionalInterface
public interface IdSource {

  /** An id that no task has. */
  TaskId next();
}
