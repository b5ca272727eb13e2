package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.KeyConflictException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.task.TransitionRefusedException;
import dev.arborist.domain.task.UnknownTaskException;
import dev.arborist.domain.tree.TreeView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the queue must do on every store. */
public abstract class TaskQueueContract extends QueueFixture {

  /** For subclasses. */
  protected TaskQueueContract() {}

  @Test
  void aNewTaskIsReadyPendingOrBlocked() {
    Task ready = add("a");
    assertEquals(TaskStatus.READY, ready.status());
    Instant later = TestClock.START.plusSeconds(60);
    assertEquals(TaskStatus.PENDING, add(NewTask.of("b").notBefore(later)).status());
    assertEquals(TaskStatus.READY, add(NewTask.of("c").notBefore(TestClock.START)).status());
    assertEquals(
        TaskStatus.BLOCKED,
        add(NewTask.of("d").notBefore(later).prerequisites(List.of(ready.number()))).status());
  }

  @Test
  void aTaskThatRefersToNothingIsRefusedAndNothingIsStored() {
    TaskNumber nothing = TaskNumber.of(7);
    assertThrows(UnknownTaskException.class, () -> add(NewTask.of("a").parent(nothing)));
    assertThrows(
        UnknownTaskException.class, () -> add(NewTask.of("a").prerequisites(List.of(nothing))));
    assertEquals(0, browser.tree(TreeView.TREE).size());
  }

  @Test
  void aTaskCannotWaitForWhatFailedOrWasCancelled() {
    Task cancelled = add("a");
    queue.cancel(cancelled.number(), null);
    var refused = assertThrows(PrerequisiteRefusedException.class, () -> add("b", cancelled));
    assertTrue(refused.getMessage().contains("#1 is cancelled"), refused.getMessage());
    assertEquals(1, browser.tree(TreeView.TREE).size());
  }

  @Test
  void aBlockedTaskIsNeverClaimed() {
    Task first = add("first");
    add(NewTask.of("second").basePriority(10).prerequisites(List.of(first.number())));
    assertEquals(first.number(), claim().details().task().number());
    assertEquals(List.of(), queue.claim("w", 9, LEASE));
  }

  @Test
  void completingTheLastPrerequisiteUnblocks() {
    Task a = add("a");
    Task b = add("b");
    Task both = add("both", a, b);
    complete(a);
    assertEquals(TaskStatus.BLOCKED, status(both));
    complete(b);
    assertEquals(TaskStatus.READY, status(both));
    assertEquals(0, stored(both).rank().openPrerequisites());
  }

  @Test
  void anUnblockedTaskThatIsNotDueWaitsForItsTime() {
    Task a = add("a");
    Instant later = TestClock.START.plusSeconds(60);
    Task task = add(NewTask.of("b").notBefore(later).prerequisites(List.of(a.number())));
    complete(a);
    assertEquals(TaskStatus.PENDING, status(task));
    assertEquals(List.of(), queue.claim("w", 1, LEASE));
    clock.advance(Duration.ofSeconds(60));
    assertEquals(TaskStatus.READY, status(task), "a reader sees that it is due");
    assertEquals(TaskStatus.PENDING, stored(task).status(), "and only writes store it");
    assertEquals(task.number(), claim().details().task().number());
  }

  @Test
  void depthIsOneMoreThanTheDeepestPrerequisiteAndStaysAfterItsCompletion() {
    Task task = add("0");
    for (int depth = 1; depth <= 12; depth++) {
      task = add("deeper", task);
      assertEquals(Math.min(depth, 10), task.rank().depth());
    }
    complete(stored(TaskNumber.of(1)));
    assertEquals(1, stored(TaskNumber.of(2)).rank().depth());
  }

  @Test
  void whatManyWaitForComesFirst() {
    Task lonely = add("lonely");
    Task wanted = add("wanted");
    Task waits = add("waits", wanted);
    assertEquals(1, stored(wanted).rank().openDependents());
    assertTrue(stored(wanted).rank().priority() > lonely.rank().priority());
    queue.cancel(waits.number(), null);
    assertEquals(0, stored(wanted).rank().openDependents());
    assertEquals(lonely.rank().priority(), stored(wanted).rank().priority());
  }

  @Test
  void theOrderIsPriorityThenNumber() {
    Task low = add(NewTask.of("low").basePriority(1));
    Task high = add(NewTask.of("high").basePriority(9));
    Task high2 = add(NewTask.of("high too").basePriority(9));
    List<TaskNumber> claimed =
        queue.claim("w", 5, LEASE).stream().map(one -> one.details().task().number()).toList();
    assertEquals(List.of(high.number(), high2.number(), low.number()), claimed);
  }

  @Test
  void anApproachingDeadlineRaisesThePriorityAtTheNextClaim() {
    Task calm = add(NewTask.of("calm").basePriority(6));
    Task dated =
        add(NewTask.of("dated").basePriority(5).deadline(TestClock.START.plusSeconds(86_400 * 30)));
    assertTrue(dated.rank().priority() > calm.rank().priority() - 100);
    clock.advance(Duration.ofDays(29).plusHours(23).plusMinutes(30));
    assertEquals(dated.number(), claim().details().task().number());
    assertEquals(1_500 + 2_000 + 500, stored(dated).rank().priority());
  }

  @Test
  void theSameKeyAddsATaskOnceWhateverBecameOfIt() {
    Task task = add(NewTask.of("a").idempotencyKey("k"));
    assertEquals(task, add(NewTask.of("a").idempotencyKey("k")));
    queue.update(task.number(), TaskUpdate.builder().summary("another").build());
    queue.cancel(task.number(), null);
    Task again = add(NewTask.of("a").idempotencyKey("k"));
    assertEquals(task.number(), again.number());
    assertEquals(TaskStatus.CANCELLED, again.status());
    var refused =
        assertThrows(KeyConflictException.class, () -> add(NewTask.of("b").idempotencyKey("k")));
    assertEquals(task.number(), refused.number());
    assertEquals(1, browser.tree(TreeView.TREE).size());
  }

  @Test
  void cancellingTouchesEveryTransitiveDependentOnceAndNoChild() {
    Task root = add("root");
    Task left = add("left", root);
    Task right = add("right", root);
    Task join = add("join", left, right);
    Task child = add(NewTask.of("child").parent(root.number()));
    List<TaskNumber> cancelled =
        queue.cancel(root.number(), null).cancelled().stream().map(Task::number).toList();
    assertEquals(List.of(root.number(), left.number(), right.number(), join.number()), cancelled);
    assertEquals(TaskStatus.READY, status(child));
    assertNull(stored(root).progress().cause());
    assertEquals(root.number(), stored(join).progress().cause());
  }

  @Test
  void whatTheTableDoesNotAllowIsRefusedAndChangesNothing() {
    Task task = add("a");
    assertThrows(TransitionRefusedException.class, () -> queue.complete(task.number(), 0, null));
    Claim claim = claim();
    queue.complete(task.number(), claim.token(), null);
    Task before = stored(task);
    assertThrows(
        TransitionRefusedException.class, () -> queue.complete(task.number(), claim.token(), null));
    assertThrows(
        TransitionRefusedException.class, () -> queue.fail(task.number(), claim.token(), "x"));
    assertThrows(TransitionRefusedException.class, () -> queue.cancel(task.number(), null));
    assertEquals(before, stored(task));
    assertThrows(UnknownTaskException.class, () -> queue.cancel(TaskNumber.of(9), null));
  }

  @Test
  void argumentsOutOfRangeAreRefused() {
    assertThrows(InvalidInputException.class, () -> queue.claim(" ", 1, LEASE));
    assertThrows(InvalidInputException.class, () -> queue.claim("w", 0, LEASE));
    assertThrows(InvalidInputException.class, () -> queue.claim("w", 1, Duration.ZERO));
    assertThrows(InvalidInputException.class, () -> queue.complete(TaskNumber.of(1), 1, "\0"));
  }
}
