package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.QueueUpkeep;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.Diagnosis;
import dev.arborist.domain.upkeep.Finding;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.domain.upkeep.VacuumMode;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {

  @TempDir Path directory;

  private final TestClock clock = new TestClock();
  private Path file;
  private TaskStore store;
  private TaskQueue queue;
  private QueueUpkeep upkeep;

  @BeforeEach
  void open() {
    file = directory.resolve("queue.db");
    SqliteQueue.create(file);
    store = SqliteQueue.open(file);
    queue = Services.queue(store, new SequentialIds(), clock, "tester");
    upkeep = Services.upkeep(store, clock, "tester");
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** What no program of ours does: values written past the queue, through SQLite. */
  private void damage(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        assertEquals(1, statement.executeUpdate(sql), sql);
      }
    }
  }

  private List<String> problems(boolean repairable) {
    return upkeep.diagnose(false).findings().stream()
        .filter(finding -> finding.repairable() == repairable)
        .map(Finding::problem)
        .toList();
  }

  private Task add(String prompt, Task... prerequisites) {
    return queue.enqueue(
        NewTask.of(prompt)
            .prerequisites(Stream.of(prerequisites).map(Task::number).toList())
            .build());
  }

  @Test
  void everyWrongDerivedValueIsFoundAndRepaired() throws SQLException {
    Task a = add("a");
    Task b = add("b", a);
    Task c = add("c", b);
    Task d = add("d");
    damage(
        "UPDATE task SET status = 1 WHERE number = " + d.number().value(),
        "UPDATE task SET open_dependents = 7 WHERE number = " + a.number().value(),
        "UPDATE task SET depth = 5 WHERE number = " + b.number().value(),
        "UPDATE task SET status = 2 WHERE number = " + c.number().value(),
        "UPDATE status_count SET tasks = 9 WHERE status = 4");
    assertEquals(List.of(), problems(false));
    assertEquals(
        List.of(
            "task #1 counts 7 open dependents, but has 1",
            "task #2 has depth 5, but stands at 1",
            "task #3 is ready, but waits for an open task",
            "task #4 is blocked, but should be ready",
            "the counts by status are not those of the tasks"),
        problems(true));
    Diagnosis repaired = upkeep.diagnose(true);
    assertEquals(5, repaired.findings().size());
    assertTrue(repaired.isSound());
    assertEquals(List.of(), upkeep.diagnose(false).findings());
    assertEquals(TaskStatus.READY, store.read(tx -> tx.find(d.number())).orElseThrow().status());
  }

  @Test
  void whatContradictsFactsIsReportedAndLeft() throws SQLException {
    Task a = add("a");
    Task b = add("b", a);
    add("c");
    damage(
        "INSERT INTO dependency (dependent, prerequisite) VALUES (1, 2)",
        "UPDATE task SET parent = 77 WHERE number = " + b.number().value(),
        "DELETE FROM event WHERE task = 3",
        "INSERT INTO event (task, at, actor, reason, token) VALUES (66, 0, 'x', 0, 0)");
    assertEquals(
        List.of(
            "the file is damaged: row 2 of task refers to a missing task",
            "event 3 is of task #66, which is not there",
            "task #2 is an orphan: its parent is not there",
            "the prerequisites form a cycle through task #1"),
        problems(false));
    assertFalse(upkeep.diagnose(true).isSound());
    assertEquals(4, problems(false).size(), "nothing of it was touched");
  }

  @Test
  void weightsThatCannotBeAreDamage() throws SQLException {
    add("a");
    store.close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA ignore_check_constraints = ON");
      assertEquals(1, statement.executeUpdate("UPDATE priority_policy SET base = 20"));
    }
    store = SqliteQueue.open(file);
    upkeep = Services.upkeep(store, clock, "tester");
    List<String> problems = problems(false);
    assertEquals(
        List.of(
            "the file is damaged: CHECK constraint failed in priority_policy",
            "the tasks cannot be examined: the queue's weights of priorities are damaged: restore a"
                + " backup"),
        problems);
    assertThrows(StorageException.class, () -> add(store, "b"));
  }

  @Test
  void aDamagedFileIsReportedAndNotRepaired() throws SQLException {
    add("a");
    damage("UPDATE status_count SET tasks = 9 WHERE status = 4");
    damageAnIndex();
    store = SqliteQueue.open(file);
    upkeep = Services.upkeep(store, clock, "tester");
    add(store, "b");
    Diagnosis diagnosis = upkeep.diagnose(true);
    assertFalse(diagnosis.isSound());
    assertFalse(diagnosis.repaired());
    assertTrue(diagnosis.findings().get(0).problem().startsWith("the file is damaged: "));
  }

  /** An index of creation that holds priorities; the schema is as it was. */
  private void damageAnIndex() throws SQLException {
    store.close();
    replaceInIndex("created_at, number", "priority, number");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("REINDEX task_by_creation");
    }
    replaceInIndex("priority, number", "created_at, number");
  }

  private void replaceInIndex(String text, String replacement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA writable_schema = ON");
      statement.executeUpdate(
          ("UPDATE sqlite_schema SET sql = replace(sql, '%s', '%s')"
                  + " WHERE name = 'task_by_creation'")
              .formatted(text, replacement));
    }
  }

  @Test
  void damagedPagesAreFindingsAndNoFailure() throws Exception {
    for (int i = 0; i < 300; i++) {
      add("task " + i);
    }
    store.close();
    try (RandomAccessFile pages = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] zeros = new byte[4096];
      for (long page = 24; page < pages.length() / zeros.length; page += 2) {
        pages.seek(page * zeros.length);
        pages.write(zeros);
      }
    }
    store = SqliteQueue.open(file);
    upkeep = Services.upkeep(store, clock, "tester");
    Diagnosis diagnosis = upkeep.diagnose(true);
    assertFalse(diagnosis.isSound());
    assertTrue(diagnosis.findings().get(0).problem().startsWith("the file is damaged: "));
    String last = diagnosis.findings().get(diagnosis.findings().size() - 1).problem();
    assertTrue(last.startsWith("the tasks cannot be examined: "), last);
  }

  private void add(TaskStore other, String prompt) {
    TaskQueue fresh = Services.queue(other, () -> new TaskId(new UUID(9, 9)), clock, "tester");
    Task first = fresh.enqueue(NewTask.of(prompt).build());
    assertEquals(2, first.number().value());
  }

  @Test
  void aBackupHoldsEveryTaskThatWasThereAndOpensAsAQueue() throws Exception {
    for (int i = 0; i < 100; i++) {
      add("task " + i);
    }
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> writer =
          thread.submit(
              () -> {
                int added = 0;
                while (!stop.get()) {
                  add("meanwhile");
                  added++;
                }
                return added;
              });
      Path target = directory.resolve("backup.db");
      upkeep.backup(target);
      stop.set(true);
      assertTrue(writer.get() > 0, "the queue went on");
      try (TaskStore copy = SqliteQueue.open(target)) {
        assertTrue(Services.browser(copy, clock).statistics().total() >= 100);
        var doctor = Services.upkeep(copy, clock, "tester");
        assertEquals(List.of(), doctor.diagnose(false).findings());
      }
      var refused = assertThrows(StorageException.class, () -> upkeep.backup(target));
      assertTrue(refused.getMessage().contains("exists already"), refused.getMessage());
      assertThrows(StorageException.class, () -> upkeep.backup(file));
    } finally {
      stop.set(true);
      thread.shutdownNow();
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(
          List.of(),
          files.filter(path -> path.getFileName().toString().startsWith(".")).toList(),
          "nothing is left beside it");
    }
  }

  @Test
  void compactingGivesTheSpaceOfPrunedTasksBack() throws Exception {
    int tasks = 150;
    for (int i = 0; i < tasks; i++) {
      Task task = queue.enqueue(NewTask.of("x".repeat(20_000)).build());
      queue.cancel(task.number(), null);
    }
    queue.enqueue(NewTask.of("stays").build());
    long before = pages();
    PruneRequest request =
        PruneRequest.where()
            .statuses(List.of(TaskStatus.CANCELLED))
            .vacuum(VacuumMode.CONDITIONAL)
            .build();
    PruneReport report = upkeep.prune(request);
    assertEquals(tasks, report.pruned().size());
    assertTrue(report.compacted());
    assertTrue(pages() < before / 2, before + " pages before, " + pages() + " after");
    clock.advance(Duration.ofSeconds(1));
    add("goes on");
    assertEquals(List.of(), upkeep.diagnose(false).findings());
  }

  private int pages() throws SQLException {
    try (Connection connection =
        Connections.reader(new DatabaseFile(file, DatabaseKind.QUEUE), SqliteSettings.DEFAULT)) {
      return Connections.intPragma(connection, "page_count");
    }
  }
}
