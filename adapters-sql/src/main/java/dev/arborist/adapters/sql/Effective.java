package dev.arborist.adapters.sql;

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

  /** Whether the task is open in effect: a lease that is over may have been its last. */
  static String open(String alias) {
    return "({noIndex x.status} <= 2 OR ({noIndex x.status} = 3 AND (x.lease_until > :asOf OR x.failures + 1 <= x.max_retries)))"
        .replace("x.", alias + ".");
  }

  private Effective() {}

  /**
   * Tasks of one stored status that are in another in effect, or still in their own.
   *
   * @param index the index that gives them
   * @param inOrder whether it gives them in the order of claims
   * @param condition what they meet
   */
  record Part(String index, boolean inOrder, String condition) {}

  /** Parts that exclude each other and hold exactly the tasks of a status in effect. */
  static List<Part> parts(TaskStatus status) {
    return switch (status) {
      case PENDING -> List.of(stored("t.status = 0 AND (t.due_at IS NULL OR t.due_at > :asOf)"));
      case READY ->
          List.of(
              stored("t.status = 2"),
              new Part("task_due", false, DUE),
              new Part("task_leased", false, RETURNED));
      case RUNNING -> List.of(stored("t.status = 3 AND t.lease_until > :asOf"));
      case FAILED -> List.of(stored("t.status = 5"), new Part("task_leased", false, SPENT));
      case BLOCKED, COMPLETED, CANCELLED -> List.of(stored("t.status = " + status.code()));
    };
  }

  private static Part stored(String condition) {
    return new Part("task_by_status", true, condition);
  }
}
