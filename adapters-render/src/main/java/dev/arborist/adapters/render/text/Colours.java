package dev.arborist.adapters.render.text;

import dev.arborist.domain.task.TaskStatus;

/** The ANSI sequences of the statuses, from the sixteen colours that every terminal has. */
public final class Colours {

  /** Ends every colour. */
  public static final String RESET = "\u001b[0m";

  /** For what matters less. */
  public static final String DIM = "\u001b[2m";

  private Colours() {}

  /** What starts the colour of a status. */
  public static String of(TaskStatus status) {
    return switch (status) {
      case PENDING -> "\u001b[34m";
      case BLOCKED -> "\u001b[33m";
      case READY -> "\u001b[32m";
      case RUNNING -> "\u001b[35m";
      case COMPLETED -> "\u001b[92m";
      case FAILED -> "\u001b[31m";
      case CANCELLED -> DIM;
    };
  }
}
