package dev.arborist.cli.tui;

import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.tree.TaskTree;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the queue, by one thread for another.
 *
 * @param revision of the queue before anything of this was read
 * @param tree all tasks
 * @param filter which of them are to be shown
 * @param met the nodes that meet the filter; null when there is none
 * @param statistics the queue at a glance
 * @param nextDue when time alone changes a status; null for never
 * @param took how long it took to read
 */
record Loaded(
    long revision,
    TaskTree tree,
    TaskFilter filter,
    @Nullable BitSet met,
    QueueStatistics statistics,
    @Nullable Instant nextDue,
    Duration took) {}
