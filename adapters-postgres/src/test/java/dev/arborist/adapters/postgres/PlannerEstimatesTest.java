package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done in a queue that the server took for empty, by the server's own count. */
@Tag("once")
class PlannerEstimatesTest {

  private static final int TASKS = 5_000;

  private static final String PROGRAM = "planner-estimates-test";

  private final PostgresAddress address = named(Schemas.fresh());

  /** As another program, so that its connections can be told from others. */
  private static PostgresAddress named(PostgresAddress one) {
    return new PostgresAddress(
        one.host(),
        one.port(),
        one.database(),
        one.schema(),
        one.user(),
        one.password(),
        Map.of("ApplicationName", PROGRAM));
  }

  /** Nobody looks at the tables by chance. */
  @BeforeEach
  void onlyWhoIsAskedLooks() {
    Schemas.execute(
        address.schema(),
        """
        ALTER TABLE task SET (autovacuum_enabled = off);
        ALTER TABLE dependency SET (autovacuum_enabled = off)
        """);
  }

  private void use(Consumer<TaskQueue> work) {
    try (TaskStore store = PostgresQueue.open(address)) {
      work.accept(
          Services.queue(
              store, () -> new TaskId(UUID.randomUUID()), InstantSource.system(), "tester"));
    }
  }

  /** Adds a chain and cancels it, and returns how many blocks of indexes were read for that. */
  private long blocksReadForAChain() throws SQLException {
    long before = blocksRead();
    use(PlannerEstimatesTest::addAndCancelAChain);
    return blocksRead() - before;
  }

  private static void addAndCancelAChain(TaskQueue queue) {
    TaskBatch.Builder batch = TaskBatch.builder();
    TaskBatch.Ref last = batch.add(NewTask.of("first").build());
    for (int i = 1; i < TASKS; i++) {
      TaskBatch.Ref next = batch.add(NewTask.of("next").build());
      batch.prerequisite(next, last);
      last = next;
    }
    TaskNumber first = queue.enqueueAll(batch.build()).get(0).number();
    assertEquals(TASKS, queue.cancel(first, null).cancelled().size());
  }

  private void empty() throws SQLException {
    Schemas.execute(
        address.schema(),
        """
        DELETE FROM dependency; DELETE FROM task_text; DELETE FROM task; ANALYZE task, dependency
        """);
    assertEquals(0, rowsExpected("task"), "the server takes it for empty");
    assertEquals(0, rowsExpected("dependency"), "the server takes it for empty");
  }

  @Test
  void whatIsAddedToAnEmptiedQueueIsLookedUpAsInANewOne() throws SQLException {
    long ofNew = blocksReadForAChain();
    empty();
    long ofEmptied = blocksReadForAChain();
    assertTrue(
        ofEmptied <= 2 * ofNew, ofEmptied + " blocks of indexes, and " + ofNew + " in a new one");
  }

  /** One after the other they are too few each to be looked at. */
  @Test
  void whatIsAddedOneByOneIsNoticedNowAndThen() throws SQLException {
    use(PlannerEstimatesTest::addAndCancelAChain);
    empty();
    use(
        queue -> {
          TaskNumber last = queue.enqueue(NewTask.of("first").build()).number();
          for (int i = 0; i < 600; i++) {
            last = queue.enqueue(NewTask.of("next").prerequisites(List.of(last)).build()).number();
          }
        });
    assertTrue(rowsExpected("task") > 1, "tasks are expected");
    assertTrue(rowsExpected("dependency") > 1, "edges are expected");
  }

  private long rowsExpected(String table) throws SQLException {
    return number(
        "SELECT reltuples FROM pg_class WHERE oid = CAST(? AS regclass)",
        address.schema() + "." + table);
  }

  /** The server has counted what a connection did when it has ended. */
  private long blocksRead() throws SQLException {
    while (number("SELECT count(*) FROM pg_stat_activity WHERE application_name = ?", PROGRAM)
        > 0) {
      Pause.nanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return number(
        "SELECT sum(idx_blks_hit + idx_blks_read) FROM pg_statio_user_indexes WHERE schemaname = ?",
        address.schema());
  }

  private static long number(String sql, String parameter) throws SQLException {
    try (Connection connection = DriverManager.getConnection(PostgresServer.shared().url());
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
