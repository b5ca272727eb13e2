package dev.arborist.domain.history;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TextRules;
import java.util.Locale;

/** What made a task change. Stores keep it by {@link #code()}; append only. */
public enum EventReason {
  /** The task is new. */
  ENQUEUED(0),
  /** The task came from elsewhere, without its history. */
  IMPORTED(1),
  /** Its time came. */
  DUE(2),
  /** An update moved its time. */
  RESCHEDULED(3),
  /** It was linked to an open prerequisite. */
  LINKED(4),
  /** Its last open prerequisite was unlinked. */
  UNLINKED(5),
  /** Its last open prerequisite was completed. */
  UNBLOCKED(6),
  /** A worker took it. */
  CLAIMED(7),
  /** The worker gave it back. */
  RELEASED(8),
  /** The worker completed it. */
  COMPLETED(9),
  /** The worker failed. */
  FAILED(10),
  /** The lease ended without a word of the worker. */
  EXPIRED(11),
  /** The run took longer than its timeout. */
  TIMED_OUT(12),
  /** Somebody cancelled it. */
  CANCELLED(13),
  /** A task that it waited for failed or was cancelled. */
  CASCADED(14),
  /** An operator gave it another chance. */
  RETRIED(15),
  /** The task whose end had cancelled it was given another chance. */
  REVIVED(16),
  /** It was deleted, and its history with it. */
  PRUNED(17),
  /** The doctor mended a derived status. */
  REPAIRED(18);

  private static final EventReason[] BY_CODE = values();

  private final int code;

  EventReason(int code) {
    this.code = code;
  }

  /** The stable number under which stores keep this reason. */
  public int code() {
    return code;
  }

  /**
   * The reason with this stable number.
   *
   * @throws IllegalArgumentException when no reason has it
   */
  public static EventReason ofCode(int code) {
    if (code < 0 || code >= BY_CODE.length) {
      throw new IllegalArgumentException("no event reason has the code " + code);
    }
    return BY_CODE[code];
  }

  /**
   * Reads a reason as it is written, such as {@code timed_out}.
   *
   * @throws InvalidInputException when there is no such reason
   */
  public static EventReason parse(String text) {
    for (EventReason reason : BY_CODE) {
      if (reason.label().equals(text)) {
        return reason;
      }
    }
    throw new InvalidInputException("'" + TextRules.cut(text) + "' is not the reason of an event");
  }

  /** The reason as people read it, in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
