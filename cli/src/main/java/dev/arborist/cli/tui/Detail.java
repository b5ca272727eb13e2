package dev.arborist.cli.tui;

import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import java.util.List;

/**
 * All that is known of one task.
 *
 * @param details the task and its texts
 * @param explanation why it is not running
 * @param prerequisites what it waits for
 * @param dependents what waits for it; empty when that is too much to read
 * @param tooManyDependents how many wait for it when they are too many to read, else 0
 * @param events what has happened to it, the last first
 */
record Detail(
    TaskDetails details,
    Explanation explanation,
    List<Task> prerequisites,
    List<Task> dependents,
    int tooManyDependents,
    List<TaskEvent> events) {}
