package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.application.service.Services;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.testkit.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens around the opening and closing of a store, and when it is used in odd ways. */
@Timeout(60)
class ReopeningTest {

  @TempDir Path directory;

  private final AtomicLong ids = new AtomicLong();
  private Path file;

  @BeforeEach
  void create() {
    file = directory.resolve("queue.db");
    SqliteQueue.create(file);
  }

  private long enqueue(TaskStore store) {
    return Services.queue(
            store, () -> new TaskId(new UUID(7, ids.incrementAndGet())), new TestClock(), "tester")
        .enqueue(NewTask.of("a").build())
        .number()
        .value();
  }

  /** Each opens the file, writes and closes, as commands do. */
  @Test
  void storesThatOpenAndCloseAtOnceDoNotRefuseEachOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Long> command =
          () -> {
            try (TaskStore store = SqliteQueue.open(file)) {
              return enqueue(store);
            }
          };
      List<Callable<Long>> commands = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        commands.add(command);
      }
      List<Long> numbers = new ArrayList<>();
      for (Future<Long> number : threads.invokeAll(commands)) {
        numbers.add(number.get());
      }
      assertEquals(200, numbers.stream().distinct().count());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aLogThatWasLeftBehindIsNotPlayedIntoANewQueue() throws Exception {
    Path place = directory.resolve("other.db");
    Path leftover = directory.resolve("other.db-wal");
    Files.writeString(leftover, "of a queue that was removed");
    var refused = assertThrows(StorageException.class, () -> SqliteQueue.create(place));
    assertTrue(refused.getMessage().contains("other.db-wal"), refused.getMessage());
    assertEquals("of a queue that was removed", Files.readString(leftover));
  }

  @Test
  void aReadWithinAReadSeesTheSameStateAndNeedsNoSecondSession() throws Exception {
    try (TaskStore store = SqliteQueue.open(file)) {
      long first = enqueue(store);
      List<Boolean> seen =
          store.read(
              tx -> {
                long later = enqueue(store);
                return List.of(
                    store.read(inner -> inner.find(TaskNumber.of(first))).isPresent(),
                    tx.find(TaskNumber.of(first)).isPresent(),
                    later > first);
              });
      assertEquals(List.of(true, true, true), seen);
      assertEquals(2, store.read(tx -> tx.listNumbers(TaskFilter.ALL, TestClock.START)).length);
    }
  }

  /** Rows of a unit of work that died half way must not be stored by the next one. */
  @Test
  void aUnitThatDiesInTheMiddleLeavesNothingToTheNext() {
    try (TaskStore store = SqliteQueue.open(file)) {
      List<TaskDetails> dying =
          new ArrayList<>(List.of(details(1, "first"), details(2, "second"))) {
            @Override
            public TaskDetails get(int index) {
              if (index == 1) {
                throw new OutOfMemoryError("planted");
              }
              return super.get(index);
            }
          };
      assertThrows(
          OutOfMemoryError.class,
          () ->
              store.write(
                  (TaskWrites tx) -> {
                    tx.insertAll(dying);
                    return true;
                  }));
      assertEquals(1, enqueue(store));
      TaskDetails stored = store.read(tx -> tx.findDetails(TaskNumber.of(1))).orElseThrow();
      assertEquals("a", stored.prompt());
      assertEquals(1, store.read(tx -> tx.listNumbers(TaskFilter.ALL, TestClock.START)).length);
    }
  }

  private TaskDetails details(int number, String prompt) {
    NewTask task = NewTask.of(prompt).build();
    return new TaskDetails(
        new Task(
            TaskNumber.of(number),
            new TaskId(new UUID(8, number)),
            task.profile(),
            task.schedule(),
            Progress.unclaimed(TaskStatus.READY, null),
            new Rank(1, 0, 0, 0, null),
            TestClock.START,
            TestClock.START),
        prompt,
        null,
        null,
        null,
        List.of(),
        null);
  }
}
