package dev.arborist.adapters.sqlite;

import dev.arborist.domain.task.TaskStatus;
import java.util.List;

/** The status in effect at {@code :asOf}, as {@code Task.statusAt} defines it, in SQL. */
final class Effective {

  /** The code of the status in effect. */
  static final String STATUS =
      """
      CASE t.status
        WHEN 0 THEN CASE WHEN t.due_at <= :asOf THEN 2 ELSE 0 END
        WHEN 3 THEN CASE WHEN t.lease_until > :asOf THEN 3
                         WHEN t.failures + 1 > t.max_retries THEN 5 ELSE 2 END
        ELSE t.status
      END
      """;

  private static final String DUE = "t.status = 0 AND t.due_at <= :asOf";
  private static final String EXPIRED = "t.status = 3 AND t.lease_until <= :asOf";
  static final String RETURNED = EXPIRED + " AND t.failures + 1 <= t.max_retries";
  static final String SPENT = EXPIRED + " AND t.failures + 1 > t.max_retries";

  private Effective() {}

  /** Conditions that exclude each other, and one of which holds exactly for a status in effect. */
  static List<String> conditions(TaskStatus status) {
    return switch (status) {
      case PENDING -> List.of("t.status = 0 AND (t.due_at IS NULL OR t.due_at > :asOf)");
      case READY -> List.of("t.status = 2", DUE, RETURNED);
      case RUNNING -> List.of("t.status = 3 AND t.lease_until > :asOf");
      case FAILED -> List.of("t.status = 5", SPENT);
      case BLOCKED, COMPLETED, CANCELLED -> List.of("t.status = " + status.code());
    };
  }
}
