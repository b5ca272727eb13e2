package dev.arborist.domain.upkeep;

/** Whether pruning gives the freed space back to the file system. */
public enum VacuumMode {
  /** After any pruning. */
  ALWAYS,
  /** When it is worth it and quick: from 100 pruned tasks, but below 10,000. */
  CONDITIONAL,
  /** Never; the space is used again for new tasks. */
  NEVER;

  private static final int WORTH_IT_TASKS = 100;
  private static final int TOO_LONG_TASKS = 10_000;

  /** Whether the file is to be compacted after so many tasks were pruned. */
  public boolean appliesTo(int pruned) {
    return switch (this) {
      case ALWAYS -> pruned > 0;
      case CONDITIONAL -> pruned >= WORTH_IT_TASKS && pruned < TOO_LONG_TASKS;
      case NEVER -> false;
    };
  }
}
