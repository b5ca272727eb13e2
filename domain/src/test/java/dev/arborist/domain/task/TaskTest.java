package dev.arborist.domain.task;

import static dev.arborist.domain.task.Tasks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TaskTest {

  private static final Instant LATER = NOW.plusSeconds(30);

  @Test
  void aLeaseIsOverAtTheVeryInstantItNames() {
    Task task = Tasks.running(3, 0, LATER);
    assertFalse(task.leaseIsOver(LATER.minusNanos(1_000)));
    assertTrue(task.leaseIsOver(LATER));
  }

  @Test
  void aFailureWithRetriesLeftBacksOff() {
    Task failed = Tasks.running(3, 2, LATER).failed(false, NOW);
    assertEquals(TaskStatus.PENDING, failed.status());
    assertEquals(3, failed.progress().failures());
    assertNull(failed.progress().leaseUntil());
    Duration wait = Duration.between(NOW, failed.progress().dueAt());
    assertTrue(wait.compareTo(Duration.ofSeconds(4)) >= 0, wait.toString());
    assertTrue(wait.compareTo(Duration.ofSeconds(5)) < 0, wait.toString());
  }

  @Test
  void threeRetriesMeanFourRuns() {
    assertEquals(TaskStatus.PENDING, Tasks.running(3, 2, LATER).failed(false, NOW).status());
    assertEquals(TaskStatus.FAILED, Tasks.running(3, 3, LATER).failed(false, NOW).status());
  }

  @Test
  void aPermanentFailureIsFinal() {
    Task failed = Tasks.running(3, 0, LATER).failed(true, NOW);
    assertEquals(TaskStatus.FAILED, failed.status());
    assertEquals(NOW, failed.progress().finishedAt());
  }

  @Test
  void anExpiredLeaseReturnsTheTaskAndCountsAsAFailure() {
    Task expired = Tasks.running(3, 0, LATER).expired(LATER);
    assertEquals(TaskStatus.READY, expired.status());
    assertEquals(1, expired.progress().failures());
    assertEquals(3, expired.progress().token());
    assertEquals(TaskStatus.FAILED, Tasks.running(0, 0, LATER).expired(LATER).status());
  }

  @Test
  void aReaderSeesWhatTimeHasBroughtAbout() {
    Task running = Tasks.running(3, 0, LATER);
    assertEquals(TaskStatus.RUNNING, running.statusAt(NOW));
    assertEquals(TaskStatus.READY, running.statusAt(LATER));
    assertEquals(TaskStatus.FAILED, Tasks.running(0, 0, LATER).statusAt(LATER));
    Task pending = running.failed(false, NOW);
    Instant due = pending.progress().dueAt();
    assertEquals(TaskStatus.PENDING, pending.statusAt(due.minusNanos(1_000)));
    assertEquals(TaskStatus.READY, pending.statusAt(due));
    assertEquals(TaskStatus.READY, pending.asOf(due).status());
  }

  @Test
  void aStaleTokenIsRefused() {
    Task running = Tasks.running(3, 0, LATER);
    running.requireHeldBy(3, TaskStatus.COMPLETED);
    var stale =
        assertThrows(
            StaleTokenException.class, () -> running.requireHeldBy(2, TaskStatus.COMPLETED));
    assertEquals(
        "token 2 does not hold task #17: the task is held under token 3", stale.getMessage());
  }

  @Test
  void aRefusedTransitionNamesBothStatuses() {
    Task ready = Tasks.ready(3);
    var refused = assertThrows(TransitionRefusedException.class, () -> ready.completed(NOW));
    assertEquals("task #17 is ready and cannot become completed", refused.getMessage());
    assertThrows(TransitionRefusedException.class, () -> ready.requireHeldBy(0, TaskStatus.FAILED));
  }

  @Test
  void aRefusalSaysWhatWasAttempted() {
    Task ready = Tasks.ready(3);
    TaskNumber number = ready.number();
    assertEquals(
        "task #17 is ready and cannot become completed: nobody holds it",
        refusedToHolder(ready, TaskStatus.COMPLETED));
    String notRunning = "task #17 is ready, not running: nobody holds it";
    assertEquals(notRunning, refusedToHolder(ready, TaskStatus.RUNNING));
    assertEquals(notRunning, refusedToHolder(ready, TaskStatus.READY));
    Task cancelled = ready.cancelled(null, NOW);
    assertEquals(
        "task #17 is cancelled and cannot become completed",
        refusedToHolder(cancelled, TaskStatus.COMPLETED));
    assertEquals(
        "task #17 is cancelled already",
        assertThrows(TransitionRefusedException.class, () -> cancelled.cancelled(null, NOW))
            .getMessage());
    assertEquals(
        "task #17 is ready: there is nothing to retry; only failed and cancelled tasks become ready"
            + " again",
        TransitionRefusedException.forRetry(number, TaskStatus.READY).getMessage());
  }

  private static String refusedToHolder(Task task, TaskStatus next) {
    return String.valueOf(
        assertThrows(TransitionRefusedException.class, () -> task.requireHeldBy(1, next))
            .getMessage());
  }

  @Test
  void theLastPrerequisiteUnblocks() {
    Task ready = Tasks.ready(3);
    Progress blocked = Progress.unclaimed(TaskStatus.BLOCKED, LATER);
    Task task =
        new Task(
            ready.number(),
            ready.id(),
            ready.profile(),
            ready.schedule(),
            blocked,
            new Rank(0, 1, 2, 0, null),
            NOW,
            NOW);
    Task waiting = task.prerequisiteCompleted(NOW);
    assertEquals(TaskStatus.BLOCKED, waiting.status());
    assertEquals(TaskStatus.PENDING, waiting.prerequisiteCompleted(NOW).status());
    assertEquals(TaskStatus.READY, waiting.prerequisiteCompleted(LATER).status());
  }

  @Test
  void anEndedTaskCountsNothingAndKeepsItsPriority() {
    Task cancelled = Tasks.ready(3).openDependentsChanged(4).cancelled(TaskNumber.of(5), NOW);
    assertEquals(0, cancelled.rank().openDependents());
    assertEquals(2_000, cancelled.rank().priority());
    assertEquals(TaskNumber.of(5), cancelled.progress().cause());
  }
}
