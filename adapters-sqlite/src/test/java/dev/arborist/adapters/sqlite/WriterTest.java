package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.sql.SqlException;
import dev.arborist.adapters.sql.SqlReads;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WriterTest {

  @TempDir Path directory;

  private final TestClock clock = new TestClock();
  private final AtomicLong nanoTime = new AtomicLong();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Path file;
  private TaskStore store;
  private TaskQueue queue;

  @BeforeEach
  void open() {
    file = directory.resolve("queue.db");
    SqliteQueue.create(file);
    store = SqliteTaskStore.open(file, SqliteSettings.DEFAULT, nanoTime::get);
    queue = Services.queue(store, new SequentialIds(), clock, "tester");
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    store.close();
  }

  /** Holds the writer up until all of these are waiting for it, in this order. */
  private <T> List<Future<T>> together(List<Callable<T>> calls) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch all = new CountDownLatch(1);
    Future<Boolean> holder =
        threads.submit(
            () ->
                store.write(
                    tx -> {
                      held.countDown();
                      awaitQuietly(all);
                      return true;
                    }));
    held.await();
    List<Future<T>> results = new ArrayList<>();
    for (Callable<T> call : calls) {
      results.add(startAndLetWait(call));
    }
    all.countDown();
    holder.get();
    return results;
  }

  /** Starts a call, and returns when it waits for the writer or has ended. */
  private static <T> Future<T> startAndLetWait(Callable<T> call) throws InterruptedException {
    FutureTask<T> result = new FutureTask<>(call);
    Thread thread = new Thread(result);
    thread.setDaemon(true);
    thread.start();
    while (thread.isAlive() && !(LockSupport.getBlocker(thread) instanceof Work<?>)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return result;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Callable<TaskNumber> enqueue(NewTask.Builder task) {
    return () -> queue.enqueue(task.build()).number();
  }

  /** Tells whether the first task is there, and whether it is committed. */
  private Callable<TaskNumber> look(List<Boolean> seen) {
    return () ->
        store.write(
            tx -> {
              seen.add(tx.find(TaskNumber.of(1)).isPresent());
              seen.add(isCommitted(TaskNumber.of(1)));
              return TaskNumber.of(99);
            });
  }

  private boolean isCommitted(TaskNumber number) {
    return store.read(tx -> tx.find(number)).isPresent();
  }

  @Test
  void aRefusalSpoilsNoOtherOfTheSameCommit() throws Exception {
    List<Boolean> seen = new ArrayList<>();
    List<Future<TaskNumber>> results =
        together(
            List.of(
                enqueue(NewTask.of("first")),
                enqueue(NewTask.of("orphan").parent(TaskNumber.of(77))),
                enqueue(NewTask.of("no json").payload("{")),
                look(seen),
                enqueue(NewTask.of("last"))));
    assertEquals(TaskNumber.of(1), results.get(0).get());
    assertThrows(ExecutionException.class, () -> results.get(1).get());
    var malformed = assertThrows(ExecutionException.class, () -> results.get(2).get());
    assertTrue(malformed.getCause() instanceof InvalidInputException, malformed.toString());
    assertEquals(TaskNumber.of(2), results.get(4).get(), "refusals use up no number");
    assertEquals(List.of(true, false), seen, "the first was there, and not yet committed");
    assertTrue(Services.browser(store, clock).statistics().count(TaskStatus.READY) == 2);
  }

  @Test
  void aTransactionThatHasLastedLongEnoughTakesInNoMore() throws Exception {
    Callable<TaskNumber> lasts =
        () ->
            store.write(
                tx -> {
                  nanoTime.addAndGet(TimeUnit.MILLISECONDS.toNanos(4));
                  return TaskNumber.of(99);
                });
    List<Boolean> seen = new ArrayList<>();
    together(List.of(enqueue(NewTask.of("first")), lasts, look(seen))).get(2).get();
    assertEquals(List.of(true, true), seen, "the first was there, and committed");
  }

  @Test
  void whoComesWhileAnotherProcessWritesIsInTheSameCommit() throws Exception {
    List<Boolean> seen = new ArrayList<>();
    Future<TaskNumber> first;
    Future<TaskNumber> second;
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      first = startAndLetWait(enqueue(NewTask.of("first")));
      second = startAndLetWait(look(seen));
      nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(1));
      statement.executeUpdate("ROLLBACK");
    }
    first.get();
    second.get();
    assertEquals(List.of(true, false), seen, "the first was there, and not yet committed");
  }

  @Test
  void aFailureOfTheConnectionIsToldToItsUnitAndTheOthersAreRunAgain() throws Exception {
    Callable<TaskNumber> breaks =
        () ->
            store.write(
                tx -> {
                  try {
                    ((SqlReads) tx).session().connection().close();
                  } catch (SQLException e) {
                    throw new SqlException(e);
                  }
                  return tx.nextNumbers(1).get(0);
                });
    List<Future<TaskNumber>> results =
        together(List.of(enqueue(NewTask.of("before")), breaks, enqueue(NewTask.of("after"))));
    assertEquals(TaskNumber.of(1), results.get(0).get());
    var broken = assertThrows(ExecutionException.class, () -> results.get(1).get());
    assertTrue(broken.getCause() instanceof StorageException, broken.toString());
    assertEquals(TaskNumber.of(2), results.get(2).get());
    assertEquals(TaskNumber.of(3), queue.enqueue(NewTask.of("later").build()).number());
  }

  @Test
  void unitsOfWorkThatWriteAreNotNested() {
    assertThrows(IllegalStateException.class, () -> store.write(tx -> store.write(inner -> 1)));
    assertEquals(1, queue.enqueue(NewTask.of("a").build()).number().value());
  }

  @Test
  void anInterruptedCallerLearnsWhatCameOfItAndStaysInterrupted() throws Exception {
    Future<Boolean> caller =
        threads.submit(
            () -> {
              Thread.currentThread().interrupt();
              queue.enqueue(NewTask.of("a").build());
              return Thread.interrupted();
            });
    assertTrue(caller.get());
    assertTrue(isCommitted(TaskNumber.of(1)));
  }

  @Test
  void aClosedStoreTakesNoMoreWork() {
    store.close();
    assertThrows(StorageException.class, () -> queue.enqueue(NewTask.of("a").build()));
  }

  @Test
  void whatOneClaimCannotCatchUpWithIsDoneWhenNobodyWaits() throws Exception {
    int due = 1_700;
    TaskBatch.Builder batch = TaskBatch.builder();
    for (int i = 0; i < due; i++) {
      batch.add(NewTask.of("later").notBefore(TestClock.START.plusSeconds(1)).build());
    }
    queue.enqueueAll(batch.build());
    clock.advance(Duration.ofSeconds(1));
    queue.claim("w", 1, Duration.ofMinutes(1));
    TaskNumber last = TaskNumber.of(due);
    for (int i = 0; i < 500 && stored(last) == TaskStatus.PENDING; i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertEquals(TaskStatus.READY, stored(last));
    assertFalse(stored(TaskNumber.of(1)) == TaskStatus.PENDING);
  }

  private TaskStatus stored(TaskNumber number) {
    return store.read(tx -> tx.find(number)).orElseThrow().status();
  }
}
