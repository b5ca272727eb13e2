package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.dependency.DependencyCycleException;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two stores on one queue, as two processes have them, and several threads on each. */
@Tag("once")
class SeveralAtOnceTest {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int ROUNDS = 40;

  private final PostgresAddress address = Schemas.lend();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private TaskStore here;
  private TaskStore there;
  private TaskQueue queue;
  private TaskQueue other;
  private TaskBrowser browser;

  @BeforeEach
  void open() {
    here = PostgresQueue.open(address);
    there = PostgresQueue.open(address);
    queue = queue(here);
    other = queue(there);
    browser = Services.browser(here, InstantSource.system());
  }

  private static TaskQueue queue(TaskStore store) {
    return Services.queue(
        store, () -> new TaskId(UUID.randomUUID()), InstantSource.system(), "tester");
  }

  @AfterEach
  void closeSound() throws InterruptedException {
    threads.shutdown();
    assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
    var upkeep = Services.upkeep(here, InstantSource.system(), "tester");
    assertEquals(List.of(), upkeep.diagnose(false).findings());
    here.close();
    there.close();
    Schemas.giveBack(address);
  }

  private static Task add(TaskQueue queue, Task... prerequisites) {
    List<TaskNumber> numbers = new ArrayList<>();
    for (Task task : prerequisites) {
      numbers.add(task.number());
    }
    return queue.enqueue(NewTask.of("a").prerequisites(numbers).build());
  }

  /** Runs these at the same time, as far as the machine can, and returns what came of each. */
  private List<Object> together(List<Callable<?>> works) throws Exception {
    CyclicBarrier start = new CyclicBarrier(works.size());
    List<Future<Object>> futures = new ArrayList<>();
    for (Callable<?> work : works) {
      futures.add(
          threads.submit(
              () -> {
                start.await();
                return work.call();
              }));
    }
    List<Object> outcomes = new ArrayList<>();
    for (Future<Object> future : futures) {
      try {
        outcomes.add(future.get());
      } catch (ExecutionException e) {
        outcomes.add(e.getCause());
      }
    }
    return outcomes;
  }

  @Test
  void everyTaskIsClaimedOnce() throws Exception {
    int tasks = 300;
    for (int i = 0; i < tasks; i++) {
      add(queue);
    }
    List<Callable<?>> workers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      TaskQueue mine = i % 2 == 0 ? queue : other;
      String name = "w" + i;
      workers.add(() -> work(mine, name));
    }
    List<Object> outcomes = together(workers);
    List<Object> claimed = new ArrayList<>();
    for (Object outcome : outcomes) {
      claimed.addAll((List<?>) assertInstanceOf(List.class, outcome));
    }
    assertEquals(tasks, claimed.size());
    assertEquals(tasks, claimed.stream().distinct().count());
    assertEquals(tasks, browser.statistics().count(TaskStatus.COMPLETED));
  }

  /** Works until nothing is ready; what another one holds for a moment is none of its business. */
  private List<Long> work(TaskQueue mine, String name) {
    List<Long> done = new ArrayList<>();
    while (browser.statistics().count(TaskStatus.READY) > 0) {
      for (Claim claim : mine.claim(name, 1, LEASE)) {
        TaskNumber number = claim.details().task().number();
        mine.complete(number, claim.token(), null);
        done.add(number.value());
      }
    }
    return done;
  }

  @Test
  void twoLinksCannotCloseACycleTogether() throws Exception {
    // So deep that no depth changes any more, else those behind are locked for that.
    Task deepest = add(queue);
    for (int i = 0; i < Rank.DEPTH_MAX; i++) {
      deepest = add(queue, deepest);
    }
    for (int round = 0; round < ROUNDS; round++) {
      Task first = add(queue, deepest);
      Task behindFirst = add(queue, first);
      Task second = add(queue, deepest);
      Task behindSecond = add(queue, second);
      List<Object> outcomes =
          together(
              List.of(
                  () -> queue.link(first.number(), behindSecond.number()),
                  () -> other.link(second.number(), behindFirst.number())));
      assertEquals(
          1,
          outcomes.stream().filter(outcome -> outcome instanceof Task).count(),
          outcomes.toString());
      assertEquals(
          1,
          outcomes.stream().filter(outcome -> outcome instanceof DependencyCycleException).count(),
          outcomes.toString());
    }
  }

  @Test
  void twoParentsCannotCloseACycleTogether() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Task first = add(queue);
      Task second = add(queue);
      Task belowFirst = queue.enqueue(NewTask.of("b").parent(first.number()).build());
      Task belowSecond = queue.enqueue(NewTask.of("b").parent(second.number()).build());
      List<Object> outcomes =
          together(
              List.of(
                  () -> queue.update(first.number(), below(belowSecond)),
                  () -> other.update(second.number(), below(belowFirst))));
      assertEquals(
          1,
          outcomes.stream().filter(outcome -> outcome instanceof DependencyCycleException).count(),
          outcomes.toString());
    }
  }

  private static TaskUpdate below(Task parent) {
    return TaskUpdate.builder().parent(parent.number()).build();
  }

  @Test
  void whoIsLinkedToATaskThatIsBeingCompletedDoesNotWaitForEver() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Task prerequisite = add(queue);
      Task linked = queue.enqueue(NewTask.of("b").basePriority(0).build());
      Claim claim = queue.claim("w", 1, LEASE).get(0);
      assertEquals(prerequisite.number(), claim.details().task().number());
      List<Object> outcomes =
          together(
              List.of(
                  () -> queue.complete(prerequisite.number(), claim.token(), null),
                  () -> other.link(linked.number(), prerequisite.number()),
                  () -> add(other, prerequisite)));
      for (Object outcome : outcomes) {
        assertInstanceOf(Task.class, outcome);
      }
      Task added = (Task) outcomes.get(2);
      for (TaskNumber number : List.of(linked.number(), added.number())) {
        assertEquals(TaskStatus.READY, browser.get(number).task().status());
        queue.cancel(number, null);
      }
    }
  }

  @Test
  void whoWaitsForTwoThatAreCompletedAtOnceIsReady() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Task dependent = add(queue, add(queue), add(queue));
      List<Claim> claims = queue.claim("w", 2, LEASE);
      assertEquals(2, claims.size());
      List<Object> outcomes =
          together(
              List.of(() -> complete(queue, claims.get(0)), () -> complete(other, claims.get(1))));
      assertEquals(2, outcomes.stream().filter(outcome -> outcome instanceof Task).count());
      assertEquals(TaskStatus.READY, browser.get(dependent.number()).task().status());
      queue.cancel(dependent.number(), null);
    }
  }

  private static Task complete(TaskQueue on, Claim claim) {
    return on.complete(claim.details().task().number(), claim.token(), null);
  }

  @Test
  void theSameKeyGivesTheSameTask() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      NewTask task = NewTask.of("a").idempotencyKey("k" + round).build();
      List<Object> outcomes =
          together(List.of(() -> queue.enqueue(task), () -> other.enqueue(task)));
      assertEquals(
          assertInstanceOf(Task.class, outcomes.get(0)).number(),
          assertInstanceOf(Task.class, outcomes.get(1)).number());
    }
  }

  @Test
  void batchesWithTheSameKeysGiveTheSameTasks() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      TaskBatch.Builder batch = TaskBatch.builder();
      TaskBatch.Ref last = null;
      for (int i = 0; i < 10; i++) {
        NewTask task = NewTask.of("a").idempotencyKey("k" + round + "-" + i).build();
        TaskBatch.Ref next = batch.add(task);
        if (last != null) {
          batch.prerequisite(next, last);
        }
        last = next;
      }
      TaskBatch whole = batch.build();
      List<Object> outcomes =
          together(List.of(() -> queue.enqueueAll(whole), () -> other.enqueueAll(whole)));
      assertEquals(numbers(outcomes.get(0)), numbers(outcomes.get(1)));
    }
    assertEquals(10 * ROUNDS, browser.statistics().total());
  }

  private static List<TaskNumber> numbers(Object outcome) {
    List<TaskNumber> numbers = new ArrayList<>();
    for (Object task : assertInstanceOf(List.class, outcome)) {
      numbers.add(((Task) task).number());
    }
    return numbers;
  }

  @Test
  void aDocumentOfManyAuthorsHasAVersionOfEach() throws Exception {
    List<Callable<?>> authors = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      TaskStore store = i % 2 == 0 ? here : there;
      authors.add(
          () ->
              Services.specifications(store, InstantSource.system(), "tester")
                  .put("n", "k", "{}")
                  .version());
    }
    List<Object> versions = together(authors);
    assertEquals(8, versions.stream().distinct().count(), versions.toString());
  }

  @Test
  void whoClosesWaitsForWhatIsUnderWay() throws Exception {
    TaskStore closing = PostgresQueue.open(address);
    List<Object> outcomes =
        together(
            List.of(
                () ->
                    closing.write(
                        tx -> {
                          tx.reserveUpTo(100);
                          sleep();
                          return tx.highestNumber();
                        }),
                () -> {
                  TimeUnit.MILLISECONDS.sleep(100);
                  closing.close();
                  return true;
                }));
    assertEquals(List.of(100L, true), outcomes);
  }

  private static void sleep() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoFollowsTheEventsMissesNone() throws Exception {
    int each = 150;
    List<Callable<?>> works = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      TaskQueue mine = i % 2 == 0 ? queue : other;
      works.add(() -> addMany(mine, each));
    }
    works.add(() -> follow(6 * each));
    works.add(() -> follow(6 * each)); // they share what is known to be settled
    List<Object> outcomes = together(works);
    for (Object outcome : outcomes.subList(6, 8)) {
      List<?> seen = assertInstanceOf(List.class, outcome);
      assertEquals(6 * each, seen.size());
      assertEquals(browser.events(new EventQuery(null, 0, 0)), seen);
    }
  }

  @Test
  void beforeTheLastEventNoneIsMissing() throws Exception {
    int each = 100;
    List<Callable<?>> works = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      TaskQueue mine = i % 2 == 0 ? queue : other;
      works.add(() -> addMany(mine, each));
    }
    List<List<TaskEvent>> glances = new ArrayList<>();
    works.add(
        () -> {
          long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
          int seen = 0;
          while (seen < 6 * each && System.nanoTime() - end < 0) {
            glances.add(browser.events(new EventQuery(null, 0, 0, true)));
            seen = glances.get(glances.size() - 1).size();
          }
          return true;
        });
    together(works);
    List<TaskEvent> all = browser.events(new EventQuery(null, 0, 0));
    assertEquals(6 * each, all.size());
    for (List<TaskEvent> glance : glances) {
      assertEquals(all.subList(0, glance.size()), glance);
    }
    assertEquals(all, glances.get(glances.size() - 1));
  }

  /** As a follower does it: always what comes behind the last one seen. */
  private List<TaskEvent> follow(int expected) {
    List<TaskEvent> seen = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (seen.size() < expected && System.nanoTime() - end < 0) {
      long after = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).sequence();
      seen.addAll(browser.events(new EventQuery(null, after, 0)));
    }
    return seen;
  }

  @Test
  void theCountsAreExactAfterManyHaveChangedThem() throws Exception {
    List<Callable<?>> works = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      TaskQueue mine = i % 2 == 0 ? queue : other;
      works.add(() -> addMany(mine, 100));
    }
    together(works);
    assertEquals(600, browser.statistics().total());
    assertTrue(here.<Boolean>read(TaskReads::countsAreExact));
    long revision = browser.revision();
    add(other);
    assertEquals(revision + 1, browser.revision());
  }

  private static boolean addMany(TaskQueue on, int count) {
    for (int n = 0; n < count; n++) {
      add(on);
    }
    return true;
  }
}
