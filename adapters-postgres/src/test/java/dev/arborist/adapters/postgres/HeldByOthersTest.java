package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.application.service.Services;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody does while another unit of work holds a task, which is halted in the middle. */
class HeldByOthersTest {

  private static final long PATIENCE_SECONDS = 20;

  private final PostgresAddress address = Schemas.lend();
  private final TaskStore here = PostgresQueue.open(address);
  private final TaskStore there = PostgresQueue.open(address);
  private final TaskQueue queue = queue(here);
  private final TaskQueue other = queue(there);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  private static TaskQueue queue(TaskStore store) {
    return Services.queue(
        store, () -> new TaskId(UUID.randomUUID()), InstantSource.system(), "tester");
  }

  @AfterEach
  void close() throws InterruptedException {
    goOn.countDown();
    threads.shutdown();
    assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
    here.close();
    there.close();
    Schemas.giveBack(address);
  }

  /** Does something in a unit of work that ends when the test says so. */
  private Future<?> halt(Consumer<TaskWrites> work) throws InterruptedException {
    Future<?> unit =
        threads.submit(
            () ->
                here.write(
                    tx -> {
                      work.accept(tx);
                      held.countDown();
                      await(goOn);
                      return true;
                    }));
    await(held);
    return unit;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aClaimWaitsForTheOnlyReadyTaskAndDoesNotSayThatThereIsNone() throws Exception {
    Task task = queue.enqueue(NewTask.of("the only one").build());
    Future<?> unit = halt(tx -> tx.find(task.number()));
    Future<List<Claim>> claims = threads.submit(() -> other.claim("w", 1, Duration.ofMinutes(1)));
    Thread.sleep(300); // whoever does not wait has answered by then
    assertFalse(claims.isDone(), "it waits");
    goOn.countDown();
    unit.get();
    assertEquals(1, claims.get(PATIENCE_SECONDS, TimeUnit.SECONDS).size());
  }

  @Test
  void aClaimTakesAnotherTaskThanTheOneThatIsHeld() throws Exception {
    Task first = queue.enqueue(NewTask.of("first").build());
    Task second = queue.enqueue(NewTask.of("second").build());
    Future<?> unit = halt(tx -> tx.find(first.number()));
    List<Claim> claims = other.claim("w", 1, Duration.ofMinutes(1));
    assertEquals(second.number(), claims.get(0).details().task().number());
    assertFalse(unit.isDone());
  }

  @Test
  void whatIsMovedAwayWhileASubtreeIsCancelledStays() throws Exception {
    Task root = queue.enqueue(NewTask.of("root").build());
    Task elsewhere = queue.enqueue(NewTask.of("elsewhere").build());
    Task moved = queue.enqueue(NewTask.of("moved").parent(root.number()).build());
    Task stays = queue.enqueue(NewTask.of("stays").parent(root.number()).build());
    Future<?> unit =
        halt(
            tx -> {
              Task before = tx.find(moved.number()).orElseThrow();
              tx.update(before, under(elsewhere.number(), before));
              assertEquals(List.of(moved.number()), numbers(tx.childrenOf(elsewhere.number())));
            });
    Future<?> cancelling = threads.submit(() -> other.cancelSubtree(root.number()));
    Thread.sleep(300); // whoever does not wait has answered by then
    assertFalse(cancelling.isDone(), "it waits");
    goOn.countDown();
    unit.get();
    cancelling.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertEquals(TaskStatus.READY, status(moved));
    assertEquals(TaskStatus.CANCELLED, status(stays));
  }

  private static Task under(TaskNumber parent, Task task) {
    return new Task(
        task.number(),
        task.id(),
        TaskUpdate.builder().parent(parent).build().profile(task.profile()),
        task.schedule(),
        task.progress(),
        task.rank(),
        task.createdAt(),
        task.updatedAt());
  }

  private static List<TaskNumber> numbers(List<Task> tasks) {
    return tasks.stream().map(Task::number).toList();
  }

  private TaskStatus status(Task task) {
    return here.read(tx -> tx.find(task.number())).orElseThrow().status();
  }

  private static void writeEvent(TaskWrites tx) {
    TaskNumber task = TaskNumber.of(99);
    TaskStatus ready = TaskStatus.READY;
    tx.append(
        new TaskEvent(0, task, Instant.EPOCH, "me", EventReason.ENQUEUED, null, ready, 0, null));
    assertEquals(
        1, tx.events(new EventQuery(null, 0, 0)).size(), "it is written, for it was asked");
  }

  /** Its sequence was not given yet when there was nothing. */
  @Test
  void theFirstEventIsNotMissedByWhoSawThatThereIsNone() throws Exception {
    TaskBrowser browser = Services.browser(there, InstantSource.system());
    assertEquals(List.of(), browser.events(new EventQuery(null, 0, 1, true)));
    Future<?> unit = halt(HeldByOthersTest::writeEvent);
    other.enqueue(NewTask.of("second").build());
    Future<List<TaskEvent>> all = threads.submit(() -> browser.events(new EventQuery(null, 0, 0)));
    Thread.sleep(300); // whoever does not wait has answered by then
    assertFalse(all.isDone(), "it waits");
    goOn.countDown();
    unit.get();
    assertEquals(2, all.get(PATIENCE_SECONDS, TimeUnit.SECONDS).size());
  }

  @Test
  void whoWantsTheLastEventsIsToldThatTheyCannotBeKnownYet() throws Exception {
    TaskBrowser browser = Services.browser(there, InstantSource.system());
    Future<?> unit = halt(HeldByOthersTest::writeEvent);
    StorageException told =
        assertThrows(
            StorageException.class, () -> browser.events(new EventQuery(null, 0, 5, true)));
    assertEquals("others have been writing events for 10 s; try again", told.getMessage());
    assertFalse(unit.isDone());
  }

  @Test
  void severalMayAddChildrenOfOneTaskAtTheSameTime() throws Exception {
    Task parent = queue.enqueue(NewTask.of("parent").build());
    Future<?> first = halt(tx -> assertTrue(tx.exists(parent.number())));
    Future<Boolean> second = threads.submit(() -> there.write(tx -> tx.exists(parent.number())));
    assertTrue(second.get(PATIENCE_SECONDS, TimeUnit.SECONDS), "it does not wait for the first");
    assertFalse(first.isDone(), "which is still under way");
  }

  @Test
  void aParentIsNotDeletedWhileAChildIsBeingAdded() throws Exception {
    Task parent = queue.enqueue(NewTask.of("parent").build());
    Future<?> unit = halt(tx -> assertTrue(tx.exists(parent.number())));
    Future<Boolean> deletion =
        threads.submit(
            () ->
                there.write(
                    tx -> {
                      tx.delete(List.of(parent.number()));
                      return true;
                    }));
    Thread.sleep(300); // whoever does not wait has deleted it by then
    assertFalse(deletion.isDone(), "it waits");
    assertTrue(here.read(tx -> tx.find(parent.number())).isPresent());
    goOn.countDown();
    unit.get();
    assertTrue(deletion.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  @Test
  void anImportUnderNewNumbersTakesNoneThatIsGivenToAnother() throws Exception {
    int tasks = 200;
    List<TaskImport.Entry> entries = new ArrayList<>();
    for (int i = 1; i <= tasks; i++) {
      Task made = queue.enqueue(NewTask.of("made " + i).build());
      TaskDetails details = here.read(tx -> tx.findDetails(made.number())).orElseThrow();
      entries.add(TaskImport.Entry.of(i, renewed(details)));
    }
    List<Future<?>> works = new ArrayList<>();
    works.add(threads.submit(() -> queue.importTasks(TaskImport.of(entries, true))));
    works.add(
        threads.submit(
            () -> {
              for (int i = 0; i < tasks; i++) {
                other.enqueue(NewTask.of("beside it").build());
              }
            }));
    for (Future<?> work : works) {
      work.get(1, TimeUnit.MINUTES);
    }
    assertEquals(3L * tasks, here.<Long>read(TaskReads::count));
  }

  private static TaskDetails renewed(TaskDetails details) {
    Task task = details.task();
    Task renewed =
        new Task(
            task.number(),
            new TaskId(UUID.randomUUID()),
            task.profile(),
            task.schedule(),
            task.progress(),
            task.rank(),
            task.createdAt(),
            task.updatedAt());
    return new TaskDetails(
        renewed, details.prompt(), details.payload(), null, null, List.of(), null);
  }
}
