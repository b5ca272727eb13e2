package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskId;
import dev.arborist.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the operations read of the tables, by the server's own count. */
@Tag("once")
class QueueCostTest {

  private static final int ROUNDS = 50;

  /** Rows read from end to end, and rows fetched by an index. */
  private record Rows(long scanned, long fetched) {}

  @Test
  void whatTheOperationsReadDoesNotGrowWithTheQueue() throws SQLException {
    Rows few = rowsReadBesides(200);
    Rows many = rowsReadBesides(20_000);

    assertEquals(0, many.scanned(), "no table is read from end to end");
    assertTrue(
        many.fetched() <= few.fetched() * 3 / 2 + 100,
        many.fetched() + " rows, and " + few.fetched() + " beside few tasks");
  }

  private static Rows rowsReadBesides(int tasks) throws SQLException {
    PostgresAddress address = Schemas.fresh();
    try (TaskStore store = PostgresQueue.open(address)) {
      TaskBatch.Builder batch = TaskBatch.builder();
      for (int i = 0; i < tasks; i++) {
        batch.add(NewTask.of("one of many").basePriority(1).build());
      }
      queue(store).enqueueAll(batch.build());
    }
    Schemas.execute(address.schema(), "VACUUM ANALYZE task");
    Rows before = rows(address.schema());
    try (TaskStore store = PostgresQueue.open(address)) {
      operate(queue(store));
    }
    Rows after = rows(address.schema());
    return new Rows(after.scanned() - before.scanned(), after.fetched() - before.fetched());
  }

  private static TaskQueue queue(TaskStore store) {
    return Services.queue(
        store, () -> new TaskId(UUID.randomUUID()), InstantSource.system(), "tester");
  }

  private static void operate(TaskQueue queue) {
    for (int i = 0; i < ROUNDS; i++) {
      Task first = queue.enqueue(NewTask.of("a").basePriority(9).build());
      Task second =
          queue.enqueue(
              NewTask.of("b")
                  .parent(first.number())
                  .prerequisites(List.of(first.number()))
                  .build());
      Task third = queue.enqueue(NewTask.of("c").build());
      queue.link(third.number(), second.number());
      Claim claim = queue.claim("w", 1, Duration.ofMinutes(1)).get(0);
      assertEquals(first.number(), claim.details().task().number());
      queue.heartbeat(first.number(), claim.token(), Duration.ofMinutes(2));
      queue.complete(first.number(), claim.token(), "1");
      queue.cancel(second.number(), null);
      queue.retry(second.number());
      queue.cancelSubtree(second.number());
    }
  }

  /** The server has counted what a connection did when it has ended. */
  private static Rows rows(String schema) throws SQLException {
    String sql =
        """
        SELECT sum(seq_tup_read), sum(idx_tup_fetch) FROM pg_stat_user_tables
         WHERE schemaname = ? AND relname IN ('task', 'task_text', 'dependency', 'event')
        """;
    try (Connection connection = DriverManager.getConnection(PostgresServer.shared().url());
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new Rows(rows.getLong(1), rows.getLong(2));
      }
    }
  }
}
