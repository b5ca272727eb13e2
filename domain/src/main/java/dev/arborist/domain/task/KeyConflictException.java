package dev.arborist.domain.task;

/** A task with this idempotency key exists, and was enqueued with another content. */
public final class KeyConflictException extends RefusedException {

  private final String key;
  private final TaskNumber number;

  /** Names the key and the task that has it. */
  public KeyConflictException(String key, TaskNumber number) {
    super(
        "the idempotency key '"
            + key
            + "' belongs to task "
            + number
            + ", which was enqueued with another content: give another key");
    this.key = key;
    this.number = number;
  }

  /** The key that both have. */
  public String key() {
    return key;
  }

  /** The task that has the key. */
  public TaskNumber number() {
    return number;
  }
}
