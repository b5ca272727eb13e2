package dev.arborist.cli.tui;

import dev.arborist.domain.query.QueueStatistics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the queue, by one thread for another.
 *
 * @param revision of the queue before anything of this was read
 * @param rows all tasks of the view
 * @param statistics the queue at a glance
 * @param nextDue when time alone changes a status; null for never
 * @param tookNanos how long it took to read
 */
record Loaded(
    long revision,
    Rows rows,
    QueueStatistics statistics,
    @Nullable Instant nextDue,
    long tookNanos) {}
