package dev.arborist.domain.query;

import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue at a glance, at one instant.
 *
 * @param asOf the instant
 * @param counts how many tasks are in each status in effect; every status has an entry
 * @param meanOpenPriority the mean priority of open tasks in hundredths of a point, rounded to
 *     nearest; 0 when none is open
 * @param maxDepth the length of the longest chain of prerequisites, terminal tasks included; 0 when
 *     no task has one
 * @param oldestReady the READY task that was created first
 * @param newest the task that was created last, the highest number
 * @param oldestLease the RUNNING task whose run began first
 * @param policy how priorities are computed
 */
public record QueueStatistics(
    Instant asOf,
    Map<TaskStatus, Long> counts,
    int meanOpenPriority,
    int maxDepth,
    @Nullable Mark oldestReady,
    @Nullable Mark newest,
    @Nullable Mark oldestLease,
    PriorityPolicy policy) {

  /**
   * A task that stands out, and since when.
   *
   * @param number the task
   * @param at when it was created, or when its run began
   */
  public record Mark(TaskNumber number, Instant at) {}

  /** Keeps its own copy of the counts, with an entry for every status. */
  public QueueStatistics {
    EnumMap<TaskStatus, Long> complete = new EnumMap<>(TaskStatus.class);
    for (TaskStatus status : TaskStatus.values()) {
      complete.put(status, counts.getOrDefault(status, 0L));
    }
    counts = Collections.unmodifiableMap(complete);
  }

  /** How many tasks there are. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many tasks are in this status. */
  public long count(TaskStatus status) {
    return counts.getOrDefault(status, 0L);
  }
}
