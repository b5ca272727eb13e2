package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.sql.StatisticsReads;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Costs in exact counts, not in time: they follow the neighbours, not the size of the queue. */
class QueueCostTest {

  @TempDir Path directory;

  private static final class CountingMeter extends SqliteMeter {

    private int connections;

    @Override
    void attach(Connection connection) throws SQLException {
      connections++;
      super.attach(connection);
    }
  }

  private final CountingMeter meter = new CountingMeter();

  private TaskStore open(String name) {
    Path file = directory.resolve(name);
    SqliteQueue.create(file);
    return SqliteQueue.open(file, SqliteSettings.DEFAULT.with(meter));
  }

  private static TaskQueue queue(TaskStore store) {
    return Services.queue(store, new SequentialIds(), new TestClock(), "tester");
  }

  @Test
  void noCallOpensAConnectionOfItsOwn() {
    try (TaskStore store = open("queue.db")) {
      TaskQueue queue = queue(store);
      var browser = Services.browser(store, new TestClock());
      for (int i = 1; i <= 50; i++) {
        queue.enqueue(NewTask.of("a").build());
        browser.get(TaskNumber.of(i));
      }
      assertEquals(2, meter.connections, "one writes and one reads");
    }
  }

  /** Statements and steps of each operation in a queue of this size. */
  private List<long[]> costs(int size) {
    try (TaskStore store = open("queue" + size + ".db")) {
      TaskQueue queue = queue(store);
      TaskBatch.Builder batch = TaskBatch.builder();
      for (int i = 0; i < size; i++) {
        batch.add(NewTask.of("filler").basePriority(i % 11).build());
      }
      queue.enqueueAll(batch.build());
      List<long[]> costs = new ArrayList<>();
      List<TaskNumber> ten = new ArrayList<>();
      for (int i = 1; i <= 10; i++) {
        ten.add(TaskNumber.of(i));
      }
      costs.add(cost(() -> queue.enqueue(NewTask.of("a").prerequisites(ten).build())));
      costs.add(cost(() -> queue.link(TaskNumber.of(size + 1), TaskNumber.of(20))));
      List<Claim> claims = new ArrayList<>();
      costs.add(cost(() -> claims.addAll(queue.claim("w", 1, Duration.ofMinutes(1)))));
      Claim claim = claims.get(0);
      costs.add(cost(() -> queue.complete(claim.details().task().number(), claim.token(), null)));
      return costs;
    }
  }

  private long[] cost(Runnable operation) {
    long statements = meter.statements();
    long steps = meter.steps();
    operation.run();
    return new long[] {meter.statements() - statements, meter.steps() - steps};
  }

  @Test
  void costsDoNotGrowWithTheQueue() {
    List<long[]> small = costs(100);
    List<long[]> large = costs(10_000);
    for (int i = 0; i < small.size(); i++) {
      assertEquals(small.get(i)[0], large.get(i)[0], "statements of operation " + i);
      assertTrue(
          large.get(i)[1] <= small.get(i)[1] * 1.1,
          "steps of operation " + i + ": " + small.get(i)[1] + " and " + large.get(i)[1]);
    }
    assertEquals(small.get(0)[1], costs(101).get(0)[1], "counts are exact");
  }

  /** Each waits for all of the stage before: a thousand ways lead to what is three stages away. */
  @Test
  void aLinkTakesEveryEdgeOnceAndNotEveryWay() {
    int stages = 7;
    int width = 100;
    try (TaskStore store = open("queue.db")) {
      TaskQueue queue = queue(store);
      TaskBatch.Builder batch = TaskBatch.builder();
      List<TaskBatch.Ref> tasks = new ArrayList<>();
      for (int i = 0; i < stages * width; i++) {
        TaskBatch.Ref task = batch.add(NewTask.of("a").build());
        int stage = i / width;
        for (TaskBatch.Ref before : tasks.subList(Math.max(0, stage - 1) * width, stage * width)) {
          batch.prerequisite(task, before);
        }
        tasks.add(task);
      }
      queue.enqueueAll(batch.build());
      int before = 3 * width;
      TaskNumber first = TaskNumber.of(before + 1);
      TaskNumber second = TaskNumber.of(before + 2);
      long steps = cost(() -> queue.link(first, second))[1];
      assertTrue(steps < 8_000_000, steps + " steps");
    }
  }

  /** To ask each task for its root would be a long way. */
  @Test
  void aPageOfADeepSubtreeCostsWhatItsMembersDo() {
    int size = 12_000;
    try (TaskStore store = open("queue.db")) {
      TaskBatch.Builder batch = TaskBatch.builder();
      TaskBatch.Ref last = batch.add(NewTask.of("a").build());
      for (int i = 1; i < size; i++) {
        TaskBatch.Ref next = batch.add(NewTask.of("a").build());
        batch.parent(next, last);
        last = next;
      }
      queue(store).enqueueAll(batch.build());
      TaskFilter within = TaskFilter.where().within(TaskNumber.of(size / 2)).build();
      var browser = Services.browser(store, new TestClock());
      long steps =
          cost(
              () ->
                  assertEquals(
                      50, browser.list(TaskQuery.of(within, Order.PRIORITY, 50)).tasks().size()))[
              1];
      assertTrue(steps < 3_000_000, steps + " steps");
    }
  }

  /** What somebody who watches a queue asks for again and again, in a queue of this size. */
  private List<long[]> watchingCosts(int size) {
    try (TaskStore store = open("watched" + size + ".db")) {
      TestClock clock = new TestClock();
      TaskQueue queue = Services.queue(store, new SequentialIds(), clock, "tester");
      TaskBatch.Builder batch = TaskBatch.builder();
      for (int i = 0; i < size; i++) {
        Instant due = TestClock.START.plusSeconds(1 + i % 100);
        batch.add(NewTask.of("filler").notBefore(i % 2 == 0 ? due : null).build());
      }
      queue.enqueueAll(batch.build());
      queue.claim("w", size / 4, Duration.ofSeconds(40));
      clock.advance(Duration.ofSeconds(50));
      var browser = Services.browser(store, clock);
      store.revision(); // opens its connection
      List<long[]> costs = new ArrayList<>();
      costs.add(cost(store::revision));
      costs.add(cost(() -> assertEquals(51, secondsTo(browser.nextDue()))));
      long[] plain = cost(() -> browser.tree(TreeView.DEPENDENCY));
      long[] told = cost(() -> browser.tree(TreeView.DEPENDENCY, (tasks, total) -> {}));
      costs.add(new long[] {told[0] - plain[0], told[1] - plain[1]});
      return costs;
    }
  }

  private static long secondsTo(Optional<Instant> instant) {
    return Duration.between(TestClock.START, instant.orElseThrow()).toSeconds();
  }

  @Test
  void watchingCostsTheSameInAnyQueue() {
    List<long[]> small = watchingCosts(100);
    List<long[]> large = watchingCosts(10_000);
    for (int i = 0; i < small.size(); i++) {
      assertArrayEquals(small.get(i), large.get(i), "statements and steps of operation " + i);
    }
    assertEquals(1, small.get(0)[0], "a revision is one statement");
    assertEquals(1, small.get(2)[0], "the total is one statement");
    assertTrue(small.get(2)[1] < 100, "the total takes " + small.get(2)[1] + " steps");
  }

  /** Counting a million rows is one step, but not a quick one. */
  @Test
  void theTotalIsTheOneThatIsKept() throws SQLException {
    try (TaskStore store = open("queue.db")) {
      Path file = directory.resolve("queue.db");
      try (Connection connection =
              Connections.upkeep(DatabaseFile.existing(file, DatabaseKind.QUEUE));
          Statement statement = connection.createStatement()) {
        statement.executeUpdate("UPDATE status_count SET tasks = 17 WHERE status = 2");
      }
      assertEquals(17, store.<Long>read(TaskReads::count));
    }
  }

  @Test
  void theNextDueIsLookedUpInTheIndexes() throws SQLException {
    Path file = directory.resolve("queue.db");
    SqliteQueue.create(file);
    List<String> plan = new ArrayList<>();
    try (Connection connection =
            Connections.upkeep(DatabaseFile.existing(file, DatabaseKind.QUEUE));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "EXPLAIN QUERY PLAN " + StatisticsReads.NEXT_DUE.text(SqliteDialect.INSTANCE))) {
      while (rows.next()) {
        plan.add(rows.getString("detail"));
      }
    }
    assertEquals(
        List.of(
            "SEARCH task USING COVERING INDEX task_due (due_at>?)",
            "SEARCH task USING COVERING INDEX task_leased (lease_until>?)"),
        plan.stream().filter(step -> step.contains(" task ")).toList(),
        plan.toString());
  }
}
