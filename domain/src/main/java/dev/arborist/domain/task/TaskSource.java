package dev.arborist.domain.task;

import java.util.Locale;

/** Who asked for a task. Stores keep it by {@link #code()}; append only. */
public enum TaskSource {
  /** A person. */
  HUMAN(0),
  /** An agent that gathers requirements. */
  AGENT_REQUIREMENTS(1),
  /** An agent that plans. */
  AGENT_PLANNER(2),
  /** An agent that implements. */
  AGENT_IMPLEMENTATION(3);

  private static final TaskSource[] BY_CODE = values();

  private final int code;

  TaskSource(int code) {
    this.code = code;
  }

  /** The stable number under which stores keep this source. */
  public int code() {
    return code;
  }

  /**
   * The source with this stable number.
   *
   * @throws IllegalArgumentException when no source has it
   */
  public static TaskSource ofCode(int code) {
    if (code < 0 || code >= BY_CODE.length) {
      throw new IllegalArgumentException("no task source has the code " + code);
    }
    return BY_CODE[code];
  }

  /**
   * Reads a source as people type it, such as {@code agent_planner}.
   *
   * @throws InvalidInputException when there is no such source; the message lists them
   */
  public static TaskSource parse(String text) {
    for (TaskSource source : BY_CODE) {
      if (source.label().equals(text.toLowerCase(Locale.ROOT))) {
        return source;
      }
    }
    throw new InvalidInputException(
        "'"
            + TextRules.cut(text)
            + "' is not a source: use human, agent_requirements, agent_planner or"
            + " agent_implementation");
  }

  /** The source as people read it, such as {@code agent_planner}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
