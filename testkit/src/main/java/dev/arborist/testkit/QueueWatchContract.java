package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.RefusedException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.upkeep.PruneRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What somebody who watches a queue goes by: the revision, and what time alone will change. */
public abstract class QueueWatchContract extends QueueFixture {

  /** For subclasses. */
  protected QueueWatchContract() {}

  /** Opens the store that was created in the directory a second time. */
  protected abstract TaskStore openAgain(Path directory);

  private void assertChanges(String what, Runnable change) {
    long before = browser.revision();
    change.run();
    assertNotEquals(before, browser.revision(), what);
  }

  @Test
  void whateverIsWrittenIsAnotherRevision() {
    List<Claim> claims = new ArrayList<>();
    assertChanges("an enqueue", () -> add("a"));
    assertChanges("a claim", () -> claims.add(claim()));
    Task task = claims.get(0).details().task();
    long token = claims.get(0).token();
    assertChanges("a heartbeat", () -> queue.heartbeat(task.number(), token, LEASE.plus(LEASE)));
    assertChanges(
        "an update",
        () -> queue.update(task.number(), TaskUpdate.builder().summary("other").build()));
    assertChanges("a completion", () -> queue.complete(task.number(), token, null));
    assertChanges("a document", () -> specifications.put("n", "k", "{}"));
    assertChanges(
        "a prune",
        () -> upkeep.prune(PruneRequest.where().numbers(List.of(task.number())).build()));
  }

  @Test
  void whoOnlyReadsSeesTheSameRevision() {
    Task task = add("a");
    long before = browser.revision();
    browser.get(task.number());
    browser.list(TaskQuery.ALL);
    browser.tree(TreeView.DEPENDENCY);
    browser.tree(TreeView.TREE, (tasks, total) -> {});
    browser.snapshot(TreeView.TREE, TaskFilter.where().text("a").build());
    browser.statistics();
    browser.explain(task.number());
    browser.events(new EventQuery(null, 0, 0));
    browser.nextDue();
    clock.advance(Duration.ofDays(1));
    assertEquals(before, browser.revision());
  }

  @Test
  void whatAnotherWritesIsAnotherRevisionAndCanBeRead() {
    try (TaskStore other = openAgain(directory)) {
      TaskQueue writer = queue(other);
      for (int i = 1; i <= 20; i++) {
        assertChanges("a change by another", () -> writer.enqueue(NewTask.of("a").build()));
        assertEquals(i, browser.statistics().total());
      }
      TaskQueue here = queue(store);
      TaskBrowser there = Services.browser(other, clock);
      long before = there.revision();
      here.enqueue(NewTask.of("b").build());
      assertNotEquals(before, there.revision(), "and the other way round");
      assertEquals(21, there.statistics().total());
    }
  }

  private TaskQueue queue(TaskStore on) {
    return Services.queue(on, () -> new TaskId(UUID.randomUUID()), clock, "tester");
  }

  /** Whoever has been told that a write is done finds another revision than before it. */
  @Test
  void writesThatShareACommitAreSeenByEachOfTheirCallers() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      TaskQueue writer = queue(store);
      Callable<Integer> work =
          () -> {
            int unnoticed = 0;
            for (int i = 0; i < 50; i++) {
              long before = browser.revision();
              writer.enqueue(NewTask.of("a").build());
              unnoticed += before == browser.revision() ? 1 : 0;
            }
            return unnoticed;
          };
      int unnoticed = 0;
      for (Future<Integer> each :
          threads.invokeAll(List.of(work, work, work, work, work, work, work, work))) {
        unnoticed += each.get();
      }
      assertEquals(0, unnoticed);
    } finally {
      threads.shutdownNow();
    }
  }

  /** A view that asks for the revision first and reads then ends with what is there. */
  @Test
  void whoReadsWhenTheRevisionDiffersEndsWithTheLatestState() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (TaskStore other = openAgain(directory)) {
      TaskQueue writer = queue(other);
      Future<?> writing =
          thread.submit(
              () -> {
                for (int i = 0; i < 200; i++) {
                  writer.enqueue(NewTask.of("a").build());
                }
              });
      long seen = browser.revision();
      long shown = browser.statistics().total();
      boolean done = false;
      while (!done) {
        done = writing.isDone();
        long revision = browser.revision();
        if (revision != seen) {
          seen = revision;
          shown = browser.statistics().total();
        }
      }
      writing.get();
      assertEquals(200, shown);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void theRevisionCanBeAskedForWithinAUnitOfWork() {
    long before = browser.revision();
    long within =
        store.write(
            tx -> {
              tx.reserveUpTo(9);
              return store.revision();
            });
    assertEquals(before, within, "nothing has been committed yet");
    assertNotEquals(before, browser.revision());
    long after = browser.revision();
    assertEquals(after, store.<Long>read(tx -> store.revision()));
  }

  @Test
  void aRefusedChangeIsStillFollowedByTheNext() {
    Task task = add("a");
    assertThrows(RefusedException.class, () -> queue.link(task.number(), task.number()));
    assertChanges("the next", () -> add("b"));
  }

  private Instant in(long seconds) {
    return TestClock.START.plusSeconds(seconds);
  }

  @Test
  void withoutAnythingThatTimeChangesNothingIsDue() {
    assertEquals(Optional.empty(), browser.nextDue());
    Task task = add("ready");
    add("blocked", task);
    add(NewTask.of("blocked and scheduled").prerequisites(List.of(task.number())).notBefore(in(9)));
    complete(add(NewTask.of("first").basePriority(10)));
    assertEquals(Optional.empty(), browser.nextDue());
  }

  @Test
  void theNextDueIsTheEarliestAfterNow() {
    add(NewTask.of("late").notBefore(in(60)));
    Task soon = add(NewTask.of("soon").notBefore(in(10)));
    add("now");
    assertEquals(Optional.of(in(10)), browser.nextDue());
    Claim claim = claim();
    assertEquals(Optional.of(in(10)), browser.nextDue());
    clock.advance(Duration.ofSeconds(10));
    assertEquals(TaskStatus.READY, status(soon));
    assertEquals(Optional.of(in(30)), browser.nextDue(), "the lease");
    queue.heartbeat(claim.details().task().number(), claim.token(), Duration.ofSeconds(90));
    assertEquals(Optional.of(in(60)), browser.nextDue(), "the lease was renewed");
    clock.advance(Duration.ofSeconds(50));
    assertEquals(Optional.of(in(100)), browser.nextDue());
    clock.advance(Duration.ofSeconds(40));
    assertEquals(Optional.empty(), browser.nextDue(), "nobody has stored what time has done");
    assertEquals(TaskStatus.READY, status(claim.details().task()));
  }

  @Test
  void aFailureIsDueWhenItsBackoffEnds() {
    Task task = add("a");
    Claim claim = claim();
    queue.fail(task.number(), claim.token(), "oops");
    assertEquals(Optional.ofNullable(stored(task).progress().dueAt()), browser.nextDue());
  }

  /** The priority that is shown is the stored one: only a write that rescores it changes it. */
  @Test
  void aDeadlineComesNearerWithoutChangingWhatIsShown() {
    Task task = add(NewTask.of("a").deadline(in(7200)));
    int priority = browser.get(task.number()).task().rank().priority();
    assertEquals(Optional.empty(), browser.nextDue());
    clock.advance(Duration.ofHours(3));
    assertEquals(priority, browser.get(task.number()).task().rank().priority());
    long before = browser.revision();
    claim();
    assertNotEquals(before, browser.revision());
    assertNotEquals(priority, browser.get(task.number()).task().rank().priority());
  }

  @Test
  void theNextDueIsToTheMicrosecond() {
    Instant due = in(1).plusNanos(1_000);
    Task task = add(NewTask.of("a").notBefore(due));
    clock.advance(Duration.ofSeconds(1).plusNanos(999));
    assertEquals(Optional.of(due), browser.nextDue());
    assertEquals(TaskStatus.PENDING, status(task));
    clock.advance(Duration.ofNanos(1));
    assertEquals(TaskStatus.READY, status(task));
    assertEquals(Optional.empty(), browser.nextDue());
  }
}
