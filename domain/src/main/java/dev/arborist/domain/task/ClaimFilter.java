package dev.arborist.domain.task;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which READY tasks a worker takes: those that meet every condition given.
 *
 * <p>A claim by agent type has an index of its own; by source and branch it walks along the ready
 * tasks until it has found enough.
 *
 * @param agentType the agent type is this; null for any, also none
 * @param sources the source is one of these; empty for any
 * @param branch the branch is this; null for any, also none
 */
public record ClaimFilter(
    @Nullable String agentType, Set<TaskSource> sources, @Nullable String branch) {

  /** Every READY task. */
  public static final ClaimFilter ANY =
      new ClaimFilter(null, EnumSet.noneOf(TaskSource.class), null);

  /**
   * Checks the names and keeps its own copy of the sources.
   *
   * @throws InvalidInputException naming a name that is empty, too long or malformed
   */
  public ClaimFilter {
    TextRules.name("agent type", agentType);
    TextRules.name("branch", branch);
    EnumSet<TaskSource> copy = EnumSet.noneOf(TaskSource.class);
    copy.addAll(sources);
    sources = Collections.unmodifiableSet(copy);
  }

  /** Tasks for this type of agent. */
  public static ClaimFilter ofAgentType(String agentType) {
    return new ClaimFilter(agentType, EnumSet.noneOf(TaskSource.class), null);
  }
}
