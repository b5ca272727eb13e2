package dev.arborist.domain.task;

/** A worker presented a token that no longer holds the task. */
public final class StaleTokenException extends RefusedException {

  private final TaskNumber number;
  private final long token;

  /** Names the task, the token that was presented and why it holds no more. */
  public StaleTokenException(TaskNumber number, long token, String reason) {
    super("token " + token + " does not hold task " + number + ": " + reason);
    this.number = number;
    this.token = token;
  }

  /** The task that the token was presented for. */
  public TaskNumber number() {
    return number;
  }

  /** The token that was presented. */
  public long token() {
    return token;
  }
}
