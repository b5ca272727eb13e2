package dev.arborist.perf.server;

import dev.arborist.Arborist;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.NewTask;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * How many times as long an operation takes among a million tasks on a server as among a thousand,
 * measured in turns, and whether a table is read from end to end for it.
 *
 * <p>Prints {@code ratio:timesThousand}, the median over rounds, and {@code counter:tableScans} of
 * the million, by the server's own statistics. An operation adds a task, and takes and completes
 * the first: so the number of ready tasks stays.
 */
public final class ServerSizeProbe {

  private static final int ROUNDS = 31;
  private static final int WARM_UP_ROUNDS = 15;
  private static final int OPERATIONS = 50;

  private static final String SCANS =
      """
      SELECT coalesce(sum(seq_scan), 0) FROM pg_stat_user_tables
       WHERE relname IN ('task', 'task_text', 'dependency', 'event')
      """;

  /** What a process has counted is told to others when it ends. */
  private static final String IS_ALONE =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()";

  private ServerSizeProbe() {}

  /** Measures once. */
  public static void main(String[] arguments) throws Exception {
    long before = scans();
    try (Arborist small = open(MeasuredServer.SMALL);
        Arborist million = open(MeasuredServer.MILLION)) {
      compare(million.queue(), small.queue());
    }
    System.out.println("counter:tableScans " + (scans() - before));
  }

  private static Arborist open(String database) {
    return Arborist.open(ServerDatabases.ofThisRun().address(database));
  }

  private static void compare(TaskQueue million, TaskQueue small) throws SQLException {
    Caller ofMillion = Caller.of(million, "worker");
    Caller ofSmall = Caller.of(small, "worker");
    double[] ratios = new double[ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      long one = nanos(million, ofMillion);
      long other = nanos(small, ofSmall);
      if (round >= 0) {
        ratios[round] = (double) one / other;
      }
    }
    Arrays.sort(ratios);
    System.out.println("ratio:timesThousand " + ratios[ROUNDS / 2]);
  }

  private static long nanos(TaskQueue queue, Caller caller) throws SQLException {
    long start = System.nanoTime();
    for (int i = 0; i < OPERATIONS; i++) {
      queue.enqueue(NewTask.of("one more").build());
      caller.claimComplete();
    }
    return System.nanoTime() - start;
  }

  private static long scans() throws SQLException, InterruptedException {
    try (Connection connection = ServerDatabases.ofThisRun().connect(MeasuredServer.MILLION);
        Statement statement = connection.createStatement()) {
      while (number(statement, IS_ALONE) > 0) {
        Thread.sleep(10);
      }
      return number(statement, SCANS);
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
