package dev.arborist.domain.task;

import java.util.Locale;

/**
 * Where a task stands, and the one table of transitions.
 *
 * <p>The order of the constants is stored by adapters through {@link #code()}; append only.
 */
public enum TaskStatus {
  /** Not due yet: scheduled for later, or backing off after a failure. */
  PENDING(0),
  /** Waits for at least one open prerequisite, due or not. */
  BLOCKED(1),
  /** Can be claimed. */
  READY(2),
  /** Held by a worker under a lease. */
  RUNNING(3),
  /** Done. Final. */
  COMPLETED(4),
  /** Failed for good, until an operator retries it. */
  FAILED(5),
  /** Cancelled by a person or by the fate of a prerequisite, until an operator retries it. */
  CANCELLED(6);

  private static final TaskStatus[] BY_CODE = values();

  private final int code;

  TaskStatus(int code) {
    this.code = code;
  }

  /** The stable number under which stores keep this status. */
  public int code() {
    return code;
  }

  /**
   * The status with this stable number.
   *
   * @throws IllegalArgumentException when no status has it
   */
  public static TaskStatus ofCode(int code) {
    if (code < 0 || code >= BY_CODE.length) {
      throw new IllegalArgumentException("no task status has the code " + code);
    }
    return BY_CODE[code];
  }

  /**
   * Reads a status as people type it, in either case.
   *
   * @throws InvalidInputException when there is no such status; the message lists them
   */
  public static TaskStatus parse(String text) {
    for (TaskStatus status : BY_CODE) {
      if (status.label().equals(text.toLowerCase(Locale.ROOT))) {
        return status;
      }
    }
    throw new InvalidInputException(
        "'"
            + TextRules.cut(text)
            + "' is not a status: use pending, blocked, ready, running, completed, failed or"
            + " cancelled");
  }

  /** The status as people read it, in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the task may still come to run or is running. */
  public boolean isOpen() {
    return switch (this) {
      case PENDING, BLOCKED, READY, RUNNING -> true;
      case COMPLETED, FAILED, CANCELLED -> false;
    };
  }

  /** Whether the task came to an end. */
  public boolean isTerminal() {
    return !isOpen();
  }

  /** Whether the table of transitions holds a row from this status to {@code next}. */
  public boolean canBecome(TaskStatus next) {
    return switch (this) {
      case PENDING -> next == READY || next == BLOCKED || next == CANCELLED;
      case READY -> next == RUNNING || next == PENDING || next == BLOCKED || next == CANCELLED;
      case BLOCKED -> next == READY || next == PENDING || next == CANCELLED;
      case RUNNING ->
          next == COMPLETED
              || next == PENDING
              || next == READY
              || next == FAILED
              || next == CANCELLED;
      case FAILED, CANCELLED -> next == READY || next == PENDING || next == BLOCKED;
      case COMPLETED -> false;
    };
  }
}
