package dev.arborist.adapters.sql;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.InvalidInputException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a queue computes its priorities: one row, which changes no more once there are tasks. */
public final class PriorityPolicyTable {

  private static final Sql FIND =
      new Sql("SELECT base, depth, urgency, blocking, source FROM priority_policy");

  private PriorityPolicyTable() {}

  static PriorityPolicy find(Session session) {
    return session
        .run(FIND)
        .first(PriorityPolicyTable::policy)
        .orElseThrow(
            () ->
                new StorageException(
                    "the queue does not say how its priorities are computed: restore a backup"));
  }

  private static PriorityPolicy policy(ResultSet row) throws SQLException {
    try {
      return new PriorityPolicy(
          row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5));
    } catch (InvalidInputException e) {
      throw new StorageException(
          "the queue's weights of priorities are damaged: restore a backup", e);
    }
  }

  /** The statement that gives a policy to a queue that is being created. */
  public static String replacement(PriorityPolicy policy) {
    return "UPDATE priority_policy SET base = "
        + policy.basePercent()
        + ", depth = "
        + policy.depthPercent()
        + ", urgency = "
        + policy.urgencyPercent()
        + ", blocking = "
        + policy.blockingPercent()
        + ", source = "
        + policy.sourcePercent();
  }
}
