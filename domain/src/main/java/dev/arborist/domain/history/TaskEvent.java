package dev.arborist.domain.history;

import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TextRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transition of one task, or the end of its history.
 *
 * @param sequence its place in the history of the whole queue, ascending, never given out again
 * @param task the task
 * @param at when it happened
 * @param actor who did it: the worker, the person or program that opened the queue, or {@link
 *     #QUEUE}
 * @param reason what was done
 * @param from the status before; null when the task is new
 * @param to the status after; null when the task was pruned
 * @param token the task's token after the transition
 * @param note what more is known: the error, cut to the length of a summary, or the task that was
 *     the cause, such as {@code #5}
 */
public record TaskEvent(
    long sequence,
    TaskNumber task,
    Instant at,
    String actor,
    EventReason reason,
    @Nullable TaskStatus from,
    @Nullable TaskStatus to,
    long token,
    @Nullable String note) {

  /** The actor of what time and consequences bring about. */
  public static final String QUEUE = "queue";

  /** The greatest sequence, which JSON readers keep exactly. */
  public static final long SEQUENCE_MAX = TaskNumber.MAX;

  /**
   * Checks the texts and the time.
   *
   * @throws InvalidInputException naming what is malformed
   */
  public TaskEvent {
    at = EpochMicros.keep("at", at);
    TextRules.name("actor", actor);
    if (note != null) {
      TextRules.summary(note);
    }
    if (sequence < 0 || sequence > SEQUENCE_MAX || token < 0) {
      throw new InvalidInputException(
          "an event's sequence and token are 0 or more, and its sequence at most " + SEQUENCE_MAX);
    }
  }

  /** The same event of a task under another number, at another place in the history. */
  public TaskEvent movedTo(TaskNumber number, long place) {
    return new TaskEvent(place, number, at, actor, reason, from, to, token, note);
  }
}
