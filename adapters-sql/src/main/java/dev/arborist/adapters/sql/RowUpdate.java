package dev.arborist.adapters.sql;

import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import java.util.List;
import java.util.Objects;

/**
 * Writes what differs between two states of a task.
 *
 * <p>SQLite rewrites the entry of every index that holds a column named in an UPDATE, whether its
 * value changes or not. So there is one UPDATE for each group of columns that change together, and
 * only those groups are written that differ; most changes are one.
 */
public final class RowUpdate {

  private static final Sql PROGRESS =
      new Sql(
          """
          UPDATE task SET status = :status, due_at = :dueAt, failures = :failures,
                 lease_until = :leaseUntil, finished_at = :finishedAt, updated_at = :updatedAt,
                 open_prerequisites = :openPrerequisites, open_dependents = :openDependents,
                 urgency_changes_at = :urgencyChangesAt
           WHERE number = :number
          """);

  private static final Sql COUNTS =
      new Sql(
          """
          UPDATE task SET open_prerequisites = :openPrerequisites,
                 open_dependents = :openDependents, urgency_changes_at = :urgencyChangesAt,
                 updated_at = :updatedAt
           WHERE number = :number
          """);

  private static final Sql RANK =
      new Sql(
          """
          UPDATE task SET priority = :priority, depth = :depth,
                 open_prerequisites = :openPrerequisites, open_dependents = :openDependents,
                 urgency_changes_at = :urgencyChangesAt, updated_at = :updatedAt
           WHERE number = :number
          """);

  private static final Sql HOLDER =
      new Sql(
          """
          UPDATE task SET token = :token, worker = :worker, started_at = :startedAt,
                 cause = :cause, updated_at = :updatedAt
           WHERE number = :number
          """);

  private static final Sql DEFINITION =
      new Sql(
          """
          UPDATE task SET summary = :summary, source = :source, agent_type = :agentType,
                 branch = :branch, session = :session, parent = :parent,
                 idempotency_key = :idempotencyKey, base_priority = :basePriority,
                 deadline = :deadline, estimate = :estimate, not_before = :notBefore,
                 max_retries = :maxRetries, timeout = :timeout, updated_at = :updatedAt
           WHERE number = :number
          """);

  private static final Sql WHOLE =
      new Sql(
          """
          UPDATE task SET summary = :summary, source = :source, agent_type = :agentType,
                 branch = :branch, session = :session, parent = :parent,
                 idempotency_key = :idempotencyKey, base_priority = :basePriority,
                 deadline = :deadline, estimate = :estimate, not_before = :notBefore,
                 max_retries = :maxRetries, timeout = :timeout, updated_at = :updatedAt,
                 token = :token, worker = :worker, started_at = :startedAt, cause = :cause,
                 status = :status, due_at = :dueAt, failures = :failures,
                 lease_until = :leaseUntil, finished_at = :finishedAt,
                 open_prerequisites = :openPrerequisites, open_dependents = :openDependents,
                 urgency_changes_at = :urgencyChangesAt, priority = :priority, depth = :depth
           WHERE number = :number
          """);

  private static final int BATCH_ROWS = 1_000;

  private RowUpdate() {}

  /**
   * Writes whole rows, many in one go: for a database that writes the row anew anyway, and looks
   * itself which entries of which indexes that changes.
   */
  public static void writeWhole(Session session, List<Task> tasks) {
    for (int i = 0; i < tasks.size(); i++) {
      Run run = keyed(session, WHOLE, tasks.get(i));
      TaskColumns.bindDefinition(run, tasks.get(i));
      TaskColumns.bindHolder(run, tasks.get(i));
      TaskColumns.bindProgress(run, tasks.get(i));
      TaskColumns.bindCounts(run, tasks.get(i));
      TaskColumns.bindRank(run, tasks.get(i));
      run.addBatch();
      if ((i + 1) % BATCH_ROWS == 0 || i + 1 == tasks.size()) {
        run.executeBatch();
      }
    }
  }

  static void write(Session session, Task before, Task after) {
    if (definitionDiffers(before, after)) {
      Run run = keyed(session, DEFINITION, after);
      TaskColumns.bindDefinition(run, after);
      run.execute();
    }
    if (holderDiffers(before.progress(), after.progress())) {
      Run run = keyed(session, HOLDER, after);
      TaskColumns.bindHolder(run, after);
      run.execute();
    }
    boolean progress = progressDiffers(before.progress(), after.progress());
    if (progress) {
      Run run = keyed(session, PROGRESS, after);
      TaskColumns.bindProgress(run, after);
      TaskColumns.bindCounts(run, after);
      run.execute();
    }
    if (rankDiffers(before.rank(), after.rank())) {
      Run run = keyed(session, RANK, after);
      TaskColumns.bindRank(run, after);
      TaskColumns.bindCounts(run, after);
      run.execute();
    } else if (!progress && !sameCounts(before, after)) {
      Run run = keyed(session, COUNTS, after);
      TaskColumns.bindCounts(run, after);
      run.execute();
    }
  }

  private static Run keyed(Session session, Sql sql, Task task) {
    Run run = session.run(sql);
    TaskColumns.bindKey(run, task);
    return run;
  }

  private static boolean definitionDiffers(Task before, Task after) {
    return !before.profile().equals(after.profile()) || !before.schedule().equals(after.schedule());
  }

  private static boolean holderDiffers(Progress before, Progress after) {
    return before.token() != after.token()
        || !Objects.equals(before.worker(), after.worker())
        || !Objects.equals(before.startedAt(), after.startedAt())
        || !Objects.equals(before.cause(), after.cause());
  }

  private static boolean progressDiffers(Progress before, Progress after) {
    return before.status() != after.status()
        || before.failures() != after.failures()
        || !Objects.equals(before.dueAt(), after.dueAt())
        || !Objects.equals(before.leaseUntil(), after.leaseUntil())
        || !Objects.equals(before.finishedAt(), after.finishedAt());
  }

  /** The time of the last change is written with the counts when nothing else is. */
  private static boolean sameCounts(Task before, Task after) {
    return before.rank().equals(after.rank()) && before.updatedAt().equals(after.updatedAt());
  }

  private static boolean rankDiffers(Rank before, Rank after) {
    return before.priority() != after.priority() || before.depth() != after.depth();
  }
}
