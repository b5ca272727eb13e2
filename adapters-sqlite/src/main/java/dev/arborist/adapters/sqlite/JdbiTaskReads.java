package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.TaskReads;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskQuery;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TaskTree;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The queries on one transaction. */
class JdbiTaskReads implements TaskReads {

  /** The status in effect at {@code :asOf}, as {@link Task#statusAt} defines it. */
  private static final String STATUS_AS_OF =
      """
      CASE t.status
        WHEN 0 THEN CASE WHEN t.due_at <= :asOf THEN 2 ELSE 0 END
        WHEN 3 THEN CASE WHEN t.lease_until > :asOf THEN 3
                         WHEN t.failures + 1 > t.max_retries THEN 5 ELSE 2 END
        ELSE t.status
      END
      """;

  private static final String FIND =
      "SELECT " + TaskColumns.TASK + " FROM task t WHERE t.number = :number";

  private static final String DETAILS =
      "SELECT "
          + TaskColumns.TASK
          + ", "
          + TaskColumns.TEXTS
          + " FROM task t JOIN task_text x ON x.task = t.number";

  private static final String FIND_DETAILS = DETAILS + " WHERE t.number = :number";

  private static final String TREE =
      "SELECT t.number, t.parent, t.priority, t.summary, "
          + STATUS_AS_OF.replace(":asOf", "?1")
          + " FROM task t ORDER BY t.number";

  private final Handle handle;

  JdbiTaskReads(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Task> find(TaskNumber number) {
    try (Query query = handle.createQuery(FIND)) {
      return query
          .bind("number", number.value())
          .map((row, context) -> TaskColumns.task(row))
          .findOne();
    }
  }

  @Override
  public Optional<TaskDetails> findDetails(TaskNumber number) {
    try (Query query = handle.createQuery(FIND_DETAILS)) {
      return query
          .bind("number", number.value())
          .map((row, context) -> TaskColumns.details(row))
          .findOne();
    }
  }

  @Override
  public void forEach(TaskQuery wanted, Instant asOf, Consumer<TaskDetails> consumer) {
    try (Query query = handle.createQuery(DETAILS + where(wanted) + order(wanted))) {
      if (!wanted.statuses().isEmpty()) {
        query.bind("asOf", EpochMicros.of(asOf));
      }
      query.bind("limit", wanted.limit() == 0 ? -1 : wanted.limit());
      try (Stream<TaskDetails> rows =
          query.map((row, context) -> TaskColumns.details(row)).stream()) {
        rows.forEach(consumer);
      }
    }
  }

  private static String where(TaskQuery wanted) {
    if (wanted.statuses().isEmpty()) {
      return "";
    }
    String codes =
        wanted.statuses().stream()
            .map(TaskStatus::code)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return " WHERE (" + STATUS_AS_OF + ") IN (" + codes + ")";
  }

  private static String order(TaskQuery wanted) {
    return switch (wanted.order()) {
      case PRIORITY -> " ORDER BY t.priority DESC, t.number LIMIT :limit";
      case NUMBER -> " ORDER BY t.number LIMIT :limit";
    };
  }

  @Override
  public TaskTree loadTree(Instant asOf) {
    return TreeLoader.load(handle, TREE, EpochMicros.of(asOf));
  }
}
