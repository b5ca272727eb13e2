package dev.arborist.domain.priority;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskSource;
import java.time.Instant;

/**
 * How the parts of a priority weigh, in integers throughout, so that every machine computes the
 * same.
 *
 * <p>priority = Σ weight % × score, each score in hundredths of a point from 0 to 10000, rounded
 * half to even. Immutable and safe for use by several threads.
 *
 * @param basePercent the weight of the base priority that the caller gave
 * @param depthPercent the weight of the depth in the graph of prerequisites
 * @param urgencyPercent the weight of the deadline
 * @param blockingPercent the weight of the open tasks that wait for this one
 * @param sourcePercent the weight of who asked
 */
public record PriorityPolicy(
    int basePercent, int depthPercent, int urgencyPercent, int blockingPercent, int sourcePercent) {

  /** Base 30, depth 25, urgency 25, blocking 15 and source 5 percent. */
  public static final PriorityPolicy DEFAULT = new PriorityPolicy(30, 25, 25, 15, 5);

  private static final int PERCENT = 100;
  private static final int STEP = 1_000;

  /**
   * Score by open dependents: min(100, 33.33·log10(n+1)) points; from 1,000 on it is the greatest.
   */
  private static final int[] BLOCKING_SCORES = new int[1_001];

  static {
    for (int n = 0; n < BLOCKING_SCORES.length; n++) {
      BLOCKING_SCORES[n] =
          (int) Math.min(Priority.MAX, Math.rint(3_333 * StrictMath.log10(n + 1.0)));
    }
  }

  /**
   * Checks the weights.
   *
   * @throws InvalidInputException when one is not between 0 and 100, or they do not sum to 100
   */
  public PriorityPolicy {
    int sum = 0;
    for (int percent :
        new int[] {basePercent, depthPercent, urgencyPercent, blockingPercent, sourcePercent}) {
      if (percent < 0 || percent > PERCENT) {
        throw new InvalidInputException(
            "a weight of a priority is " + percent + " %: give 0 to " + PERCENT);
      }
      sum += percent;
    }
    if (sum != PERCENT) {
      throw new InvalidInputException(
          "the weights of a priority must sum to 100 %, but "
              + label(basePercent, depthPercent, urgencyPercent, blockingPercent, sourcePercent)
              + " sum to "
              + sum
              + " %: change another one too");
    }
  }

  /** The weights as they are written: {@code base=30,depth=25,urgency=25,blocking=15,source=5}. */
  public String label() {
    return label(basePercent, depthPercent, urgencyPercent, blockingPercent, sourcePercent);
  }

  private static String label(int base, int depth, int urgency, int blocking, int source) {
    return "base="
        + base
        + ",depth="
        + depth
        + ",urgency="
        + urgency
        + ",blocking="
        + blocking
        + ",source="
        + source;
  }

  /** The same task with its priority, and the instant of its next change, computed afresh. */
  public Task rescore(Task task, Instant now) {
    Rank rank = task.rank();
    return task.withRank(
        rank(
            task.schedule(),
            task.profile().source(),
            rank.depth(),
            rank.openPrerequisites(),
            rank.openDependents(),
            now));
  }

  /** The rank of an open task with these properties. */
  public Rank rank(
      Schedule schedule,
      TaskSource source,
      int depth,
      int openPrerequisites,
      int openDependents,
      Instant now) {
    Urgency urgency = Urgency.at(schedule.deadline(), schedule.estimate(), now);
    int weighted =
        basePercent * schedule.basePriority() * STEP
            + depthPercent * depth * STEP
            + urgencyPercent * urgency.score()
            + blockingPercent * blockingScore(openDependents)
            + sourcePercent * sourceScore(source);
    int priority = Priority.divideHalfEven(weighted, PERCENT);
    return new Rank(priority, depth, openPrerequisites, openDependents, urgency.changesAt());
  }

  private static int blockingScore(int openDependents) {
    return BLOCKING_SCORES[Math.min(openDependents, BLOCKING_SCORES.length - 1)];
  }

  private static int sourceScore(TaskSource source) {
    return switch (source) {
      case HUMAN -> 10_000;
      case AGENT_REQUIREMENTS -> 7_500;
      case AGENT_PLANNER -> 5_000;
      case AGENT_IMPLEMENTATION -> 2_500;
    };
  }
}
