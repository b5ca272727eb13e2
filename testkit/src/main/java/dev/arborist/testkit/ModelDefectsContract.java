package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.PruneRefusedException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TransitionRefusedException;
import dev.arborist.domain.upkeep.PruneRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * One test for each defect of the queue that this one is modelled on; none must come back.
 *
 * <p>That no connection is opened for each call, and that the cost of an enqueue does not grow with
 * the queue, each store tests by its own means.
 */
public abstract class ModelDefectsContract extends QueueFixture {

  private static final int TASKS = 200;
  private static final int THREADS = 8;

  /** For subclasses. */
  protected ModelDefectsContract() {}

  @Test
  void claimsAtTheSameTimeNeverHandOutATaskTwice() throws Exception {
    for (int i = 0; i < TASKS; i++) {
      add("task " + i);
    }
    List<TaskNumber> claimed = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Callable<List<TaskNumber>> worker =
          () -> {
            List<TaskNumber> mine = new ArrayList<>();
            for (List<Claim> c = queue.claim("w", 3, LEASE);
                !c.isEmpty();
                c = queue.claim("w", 3, LEASE)) {
              c.forEach(claim -> mine.add(claim.details().task().number()));
            }
            return mine;
          };
      for (Future<List<TaskNumber>> mine :
          threads.invokeAll(Collections.nCopies(THREADS, worker))) {
        claimed.addAll(mine.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(TASKS, claimed.size());
    assertEquals(TASKS, new TreeSet<>(claimed).size());
  }

  @Test
  void completingFailingAndCancellingLookAtTheStatusFirst() {
    Task ready = add("ready");
    assertThrows(TransitionRefusedException.class, () -> queue.complete(ready.number(), 0, null));
    assertThrows(TransitionRefusedException.class, () -> queue.fail(ready.number(), 0, null));
    complete(ready);
    assertThrows(TransitionRefusedException.class, () -> queue.complete(ready.number(), 1, null));
    assertThrows(TransitionRefusedException.class, () -> queue.fail(ready.number(), 1, null));
    assertThrows(TransitionRefusedException.class, () -> queue.cancel(ready.number(), null));
    assertEquals(TaskStatus.COMPLETED, stored(ready).status());
  }

  /** A reader never sees the completion without what follows from it, or a task half enqueued. */
  @Test
  void unblockingAndPrioritiesAreInTheSameTransaction() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> looks =
          reader.submit(
              () -> {
                int count = 0;
                while (!done.get()) {
                  requireConsistent(browser.list(TaskQuery.ALL).tasks());
                  count++;
                }
                return count;
              });
      for (int i = 0; i < TASKS / 4; i++) {
        Task first = add(NewTask.of("first").basePriority(10));
        add(NewTask.of("second").basePriority(0).prerequisites(List.of(first.number())));
        complete(first);
      }
      done.set(true);
      assertTrue(looks.get() > 0, "the reader looked at least once");
    } finally {
      done.set(true);
      reader.shutdownNow();
    }
  }

  private static void requireConsistent(List<TaskDetails> tasks) {
    for (TaskDetails details : tasks) {
      Task task = details.task();
      if (!details.prerequisites().isEmpty()) {
        Task first = tasks.get((int) details.prerequisites().get(0).value() - 1).task();
        boolean completed = first.status() == TaskStatus.COMPLETED;
        assertEquals(completed ? TaskStatus.READY : TaskStatus.BLOCKED, task.status());
        assertEquals(1, task.rank().depth(), "depth is there with the task");
      }
      assertTrue(task.rank().priority() > 0, "so is the priority");
    }
  }

  @Test
  void aTaskThatIsRetriedIsClaimedAgain() {
    Task task = add("a");
    queue.fail(task.number(), claim().token(), "once");
    assertEquals(TaskStatus.PENDING, stored(task).status());
    clock.advance(LEASE);
    assertEquals(task.number(), claim().details().task().number());
  }

  @Test
  void thePayloadComesBackAsItWasGiven() {
    String payload = "{\"b\": [1.0,  null], \"a\": \"\\u00e9\"}";
    add(NewTask.of("a").payload(payload));
    assertEquals(payload, claim().details().payload());
  }

  @Test
  void listsAreSortedByTheComputedPriority() {
    Task high = add(NewTask.of("high base").basePriority(6));
    Task wanted = add(NewTask.of("many wait for it").basePriority(5));
    for (int i = 0; i < 9; i++) {
      add("waits", wanted);
    }
    TaskFilter ready = TaskFilter.ofStatuses(List.of(TaskStatus.READY));
    List<TaskNumber> listed =
        browser.list(TaskQuery.of(ready, Order.PRIORITY, 0)).tasks().stream()
            .map(details -> details.task().number())
            .toList();
    assertEquals(List.of(wanted.number(), high.number()), listed);
  }

  @Test
  void whatRunsIsNeverPruned() {
    Task running = add("a");
    Task ready = add("b");
    claim();
    for (Task task : List.of(running, ready)) {
      PruneRequest request = PruneRequest.where().numbers(List.of(task.number())).build();
      assertThrows(PruneRefusedException.class, () -> upkeep.prune(request));
    }
    PruneRequest old = PruneRequest.where().finishedBefore(TestClock.START.plusSeconds(9)).build();
    assertEquals(List.of(), upkeep.prune(old).pruned());
    assertEquals(TaskStatus.RUNNING, stored(running).status());
  }

  @Test
  void aCascadeNamesEachTaskOnce() {
    Task root = add("root");
    Task left = add("left", root);
    Task right = add("right", root);
    Task join = add("join", left, right, root);
    assertEquals(
        numbers(List.of(root, left, right, join)),
        numbers(queue.cancel(root.number(), null).cancelled()));
    assertEquals("enqueued blocked, cascaded cancelled", history(join));
  }
}
