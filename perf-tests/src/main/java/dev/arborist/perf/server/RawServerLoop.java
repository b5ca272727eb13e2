package dev.arborist.perf.server;

import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TaskStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * What a claim and a completion ask of the server, asked without the queue: one connection, every
 * statement prepared once, and no objects made of the rows. It waits for locks where the queue
 * would begin anew.
 *
 * <p>The row of a completed task is written whole, as the queue does. Used by one thread.
 */
final class RawServerLoop implements Caller {

  private static final int DUE_MAX = 500;

  private final Connection connection;
  private final PreparedStatement due;
  private final PreparedStatement claim;
  private final PreparedStatement details;
  private final PreparedStatement find;
  private final PreparedStatement update;
  private final PreparedStatement openDependents;
  private final PreparedStatement tell;

  /** Takes a connection over. */
  RawServerLoop(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement settings = connection.createStatement()) {
      settings.execute(
          "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
    }
    connection.setAutoCommit(false);
    due = connection.prepareStatement(RawServerSql.DUE);
    claim = connection.prepareStatement(RawServerSql.CLAIM);
    details = connection.prepareStatement(RawServerSql.DETAILS);
    find = connection.prepareStatement(RawServerSql.FIND);
    update = connection.prepareStatement(RawServerSql.UPDATE);
    openDependents = connection.prepareStatement(RawServerSql.OPEN_DEPENDENTS);
    tell = connection.prepareStatement(RawServerSql.APPEND_AND_COUNT);
  }

  @Override
  public void claimComplete() throws SQLException {
    complete(claim());
  }

  private long claim() throws SQLException {
    long now = EpochMicros.of(Instant.now());
    for (int position = 1; position <= 5; position += 2) {
      due.setLong(position, now);
      due.setLong(position + 1, DUE_MAX);
    }
    due.setLong(7, DUE_MAX);
    read(due);
    claim.setString(1, "worker");
    claim.setLong(2, now);
    claim.setLong(3, now);
    claim.setLong(4, now);
    claim.setLong(5, TimeUnit.NANOSECONDS.toMicros(LEASE.toNanos()));
    long number = number(claim);
    details.setLong(1, number);
    read(details);
    count("{0,0,-1,1,0,0,0}");
    tell(number, TaskStatus.READY, TaskStatus.RUNNING, EventReason.CLAIMED, now);
    connection.commit();
    return number;
  }

  private void complete(long number) throws SQLException {
    long now = EpochMicros.of(Instant.now());
    find.setLong(1, number);
    read(find);
    openDependents.setLong(1, number);
    read(openDependents);
    update.setLong(1, TaskStatus.COMPLETED.code());
    update.setLong(2, now);
    update.setLong(3, now);
    update.setLong(4, number);
    update.executeUpdate();
    count("{0,0,0,-1,1,0,0}");
    tell(number, TaskStatus.RUNNING, TaskStatus.COMPLETED, EventReason.COMPLETED, now);
    connection.commit();
  }

  private void tell(long task, TaskStatus from, TaskStatus to, EventReason reason, long now)
      throws SQLException {
    tell.setLong(1, task);
    tell.setLong(2, now);
    tell.setLong(3, reason.code());
    tell.setLong(4, from.code());
    tell.setLong(5, to.code());
    number(tell);
  }

  /** The sums of priorities change as well; what they change by costs the same. */
  private void count(String tasks) throws SQLException {
    tell.setString(6, tasks);
    tell.setString(7, tasks);
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new IllegalStateException("the tasks ran out while they were measured");
      }
      return rows.getLong(1);
    }
  }

  /** Reads every value, as whoever wants the row must. */
  private static void read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          rows.getObject(column);
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
