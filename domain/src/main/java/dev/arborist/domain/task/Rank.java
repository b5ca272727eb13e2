package dev.arborist.domain.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is derived for a task from its schedule and its place in the graph.
 *
 * <p>The two counts are kept while the task is open; a terminal task keeps its last priority and
 * counts nothing.
 *
 * @param priority the computed priority in hundredths of a point, 0 to 10000
 * @param depth 0 without prerequisites, else one more than the deepest prerequisite, at most 10
 * @param openPrerequisites how many direct prerequisites are open
 * @param openDependents how many direct dependents are open
 * @param urgencyChangesAt when the passing of time next changes the priority; null for never
 */
public record Rank(
    int priority,
    int depth,
    int openPrerequisites,
    int openDependents,
    @Nullable Instant urgencyChangesAt) {

  private static final int PRIORITY_MAX = 10_000;

  /**
   * Checks the priority.
   *
   * @throws InvalidInputException when it is not 0 to 10000
   */
  public Rank {
    if (priority < 0 || priority > PRIORITY_MAX) {
      throw new InvalidInputException(
          "the priority is " + priority + ": give 0 to " + PRIORITY_MAX);
    }
  }

  /** The greatest depth that counts. */
  public static final int DEPTH_MAX = 10;

  /** The depth of a task whose deepest prerequisite has this depth. */
  public static int depthBelow(int deepestPrerequisite) {
    return Math.min(deepestPrerequisite + 1, DEPTH_MAX);
  }

  /** The same rank at another depth; the priority is not rescored here. */
  public Rank withDepth(int next) {
    return new Rank(priority, next, openPrerequisites, openDependents, urgencyChangesAt);
  }

  Rank withOpenPrerequisites(int count) {
    return new Rank(priority, depth, count, openDependents, urgencyChangesAt);
  }

  Rank withOpenDependents(int count) {
    return new Rank(priority, depth, openPrerequisites, count, urgencyChangesAt);
  }

  /** The rank of a task that came to an end: nothing is counted and nothing changes any more. */
  public Rank frozen() {
    return new Rank(priority, depth, 0, 0, null);
  }
}
