package dev.arborist.determinism.process;

import dev.arborist.domain.history.TaskEvent;

/**
 * That a worker has a task, from its claim to its end.
 *
 * @param task the task's number
 * @param token what the claim gave
 */
record Hold(long task, long token) {

  static Hold of(TaskEvent event) {
    return new Hold(event.task().value(), event.token());
  }

  /** The hold that a line of a journal tells of. */
  static Hold of(Journal.Line line) {
    return new Hold(line.number(1), line.number(2));
  }

  /** The one after it. */
  Hold next() {
    return new Hold(task, token + 1);
  }

  @Override
  public String toString() {
    return "#" + task + " with token " + token;
  }
}
