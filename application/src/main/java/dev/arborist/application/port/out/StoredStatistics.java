package dev.arborist.application.port.out;

import dev.arborist.domain.query.QueueStatistics.Mark;
import dev.arborist.domain.task.TaskStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a store knows of its tasks without looking at each.
 *
 * @param counts how many are in each status in effect
 * @param openPrioritySum the sum of the priorities of tasks that are open in effect
 * @param openCount how many tasks are open in effect
 * @param oldestReady the READY task that was created first, then by number
 * @param newest the task with the highest number
 * @param oldestLease the RUNNING task that was started first, then by number
 */
public record StoredStatistics(
    Map<TaskStatus, Long> counts,
    long openPrioritySum,
    long openCount,
    @Nullable Mark oldestReady,
    @Nullable Mark newest,
    @Nullable Mark oldestLease) {}
