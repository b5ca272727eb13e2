package dev.arborist.domain.task;

import static dev.arborist.domain.task.Tasks.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the operations besides the end of a run make of a task. */
class TaskChangesTest {

  private static final Instant SOON = NOW.plusSeconds(1);
  private static final Instant LATER = NOW.plusSeconds(30);

  private static Task with(Task task, Progress progress, Rank rank) {
    return new Task(
        task.number(), task.id(), task.profile(), task.schedule(), progress, rank, NOW, NOW);
  }

  private static Task resting(TaskStatus status, @Nullable Instant dueAt, int openPrerequisites) {
    return with(
        Tasks.ready(3),
        Progress.unclaimed(status, dueAt),
        new Rank(2_000, 1, openPrerequisites, 2, null));
  }

  private static Schedule scheduled(@Nullable Instant notBefore, Duration timeout) {
    return new Schedule(5, null, null, notBefore, 3, timeout);
  }

  private static Task redefined(Task task, @Nullable Instant notBefore) {
    Schedule schedule = scheduled(notBefore, Duration.ofHours(1));
    return task.redefined(task.profile(), schedule, NOW);
  }

  @Test
  void whatIsCompletedEndsNowAndItsHolderIsRemembered() {
    Task completed = Tasks.running(3, 2, LATER).completed(SOON);
    assertEquals(TaskStatus.COMPLETED, completed.status());
    assertEquals(SOON, completed.progress().finishedAt());
    assertEquals(SOON, completed.updatedAt());
    assertEquals(2, completed.progress().failures());
    assertEquals("worker", completed.progress().worker());
    assertThrows(TransitionRefusedException.class, () -> completed.failed(false, LATER));
    assertThrows(TransitionRefusedException.class, () -> completed.expired(LATER));
    assertThrows(TransitionRefusedException.class, () -> completed.released(LATER));
  }

  @Test
  void aReaderIsShownTheSameTaskWhileNothingHasChangedItsStatus() {
    Task running = Tasks.running(3, 0, LATER);
    assertSame(running, running.asOf(SOON));
  }

  @Test
  void aReleasedTaskIsReadyAndNoFailureIsCounted() {
    Task released = Tasks.running(3, 1, LATER).released(SOON);
    assertEquals(TaskStatus.READY, released.status());
    assertEquals(1, released.progress().failures());
    assertEquals(3, released.progress().token());
    assertNull(released.progress().leaseUntil());
  }

  @Test
  void aLeaseIsRenewedFromNowButNeverPastTheTimeout() {
    Task running = Tasks.running(3, 0, LATER);
    Task renewed = running.renewed(Duration.ofMinutes(1), SOON);
    assertEquals(SOON.plusSeconds(60), renewed.progress().leaseUntil());
    assertFalse(renewed.hasTimedOut());
    Task longest = running.renewed(Duration.ofDays(1), SOON);
    assertEquals(NOW.plus(Duration.ofHours(1)), longest.progress().leaseUntil());
    assertTrue(longest.hasTimedOut());
    assertFalse(Tasks.ready(3).hasTimedOut());
  }

  @Test
  void aRetryForgetsTheFailuresAndWaitsForWhatIsOpen() {
    Task failed = Tasks.running(3, 3, LATER).failed(false, NOW);
    Task retried = failed.retried(0, 4, SOON);
    assertEquals(TaskStatus.READY, retried.status());
    assertEquals(0, retried.progress().failures());
    assertEquals(3, retried.progress().token());
    assertNull(retried.progress().finishedAt());
    assertEquals(4, retried.rank().openDependents());
    assertEquals(TaskStatus.BLOCKED, failed.retried(1, 0, SOON).status());
    assertThrows(TransitionRefusedException.class, () -> Tasks.ready(3).retried(0, 0, SOON));
  }

  @Test
  void aCancelledTaskCanHaveAnotherCause() {
    Task cancelled = Tasks.ready(3).cancelled(TaskNumber.of(5), NOW);
    Task recaused = cancelled.recaused(TaskNumber.of(4), SOON);
    assertEquals(TaskNumber.of(4), recaused.progress().cause());
    assertEquals(TaskStatus.CANCELLED, recaused.status());
  }

  @Test
  void anOpenPrerequisiteBlocksAndACompletedOneDoesNot() {
    Task ready = Tasks.ready(3);
    assertEquals(TaskStatus.READY, ready.linked(false, SOON).status());
    assertEquals(0, ready.linked(false, SOON).rank().openPrerequisites());
    Task blocked = ready.linked(true, SOON);
    assertEquals(TaskStatus.BLOCKED, blocked.status());
    assertEquals(1, blocked.rank().openPrerequisites());
    Task twice = blocked.linked(true, SOON);
    assertEquals(TaskStatus.BLOCKED, twice.status());
    assertEquals(2, twice.rank().openPrerequisites());
    Task running = Tasks.running(3, 0, LATER);
    assertThrows(TransitionRefusedException.class, () -> running.linked(true, SOON));
  }

  @Test
  void theLastOpenPrerequisiteThatIsUnlinkedUnblocks() {
    Task blocked = Tasks.ready(3).linked(true, NOW);
    Task same = blocked.unlinked(false, SOON);
    assertEquals(TaskStatus.BLOCKED, same.status());
    assertEquals(SOON, same.updatedAt());
    Task free = blocked.unlinked(true, SOON);
    assertEquals(TaskStatus.READY, free.status());
    assertEquals(SOON, free.updatedAt());
    Task less = blocked.linked(true, NOW).unlinked(true, SOON);
    assertEquals(TaskStatus.BLOCKED, less.status());
    assertEquals(SOON, less.updatedAt());
  }

  @Test
  void whatIsDueIsPromotedAndWhatIsReadyIsNot() {
    assertEquals(TaskStatus.READY, resting(TaskStatus.PENDING, SOON, 0).promoted(SOON).status());
    Task ready = Tasks.ready(3);
    assertThrows(TransitionRefusedException.class, () -> ready.promoted(SOON));
    assertEquals(TaskStatus.BLOCKED, ready.settledAs(TaskStatus.BLOCKED, SOON).status());
  }

  @Test
  void aRestingStatusIsWhatTheNeighboursAndTheClockMakeIt() {
    assertEquals(TaskStatus.BLOCKED, Task.restingStatus(1, SOON, NOW));
    assertEquals(TaskStatus.PENDING, Task.restingStatus(0, SOON, NOW));
    assertEquals(TaskStatus.READY, Task.restingStatus(0, SOON, SOON));
    assertEquals(TaskStatus.READY, Task.restingStatus(0, null, NOW));
  }

  @Test
  void openDependentsAreCountedUpAndDown() {
    Task task = Tasks.ready(3).openDependentsChanged(4).openDependentsChanged(-1);
    assertEquals(3, task.rank().openDependents());
    assertEquals(NOW, task.updatedAt());
  }

  @Test
  void aShorterTimeoutCutsTheLeaseAndALongerOneLeavesIt() {
    Task running = Tasks.running(3, 0, LATER);
    Schedule brief = scheduled(null, Duration.ofSeconds(2));
    assertEquals(
        NOW.plusSeconds(2),
        running.redefined(running.profile(), brief, SOON).progress().leaseUntil());
    Schedule ample = scheduled(null, Duration.ofHours(2));
    Task same = running.redefined(running.profile(), ample, SOON);
    assertEquals(LATER, same.progress().leaseUntil());
    assertEquals(ample, same.schedule());
    assertEquals(SOON, same.updatedAt());
  }

  @Test
  void anotherNotBeforeMakesAReadyTaskPendingAndNoneMakesItReadyAgain() {
    Task pending = redefined(Tasks.ready(3), LATER);
    assertEquals(TaskStatus.PENDING, pending.status());
    assertEquals(LATER, pending.progress().dueAt());
    Task ready = redefined(pending, null);
    assertEquals(TaskStatus.READY, ready.status());
    assertNull(ready.progress().dueAt());
    Task blocked = redefined(resting(TaskStatus.BLOCKED, null, 1), LATER);
    assertEquals(TaskStatus.BLOCKED, blocked.status());
    assertEquals(LATER, blocked.progress().dueAt());
  }

  @Test
  void aBackoffUnderWayIsWaitedForWhateverNotBeforeBecomes() {
    Task backingOff = Tasks.running(3, 0, LATER).failed(false, NOW);
    Instant due = backingOff.progress().dueAt();
    assertEquals(due, redefined(backingOff, NOW.plusMillis(10)).progress().dueAt());
    assertEquals(LATER, redefined(backingOff, LATER).progress().dueAt());
    Task later = redefined(backingOff, LATER);
    assertEquals(TaskStatus.READY, redefined(later, null).status());
    assertEquals(due, redefined(backingOff, null).progress().dueAt());
  }

  @Test
  void aTaskThatNobodyHoldsIsRefusedToWhoeverCancelsItUnderAToken() {
    Task ready = Tasks.ready(3);
    var stale =
        assertThrows(StaleTokenException.class, () -> ready.requireHeldBy(7, TaskStatus.CANCELLED));
    assertEquals(ready.number(), stale.number());
    assertEquals(7, stale.token());
    Task ended = ready.cancelled(null, NOW);
    var refused =
        assertThrows(
            TransitionRefusedException.class, () -> ended.requireHeldBy(7, TaskStatus.CANCELLED));
    assertEquals(TaskStatus.CANCELLED, refused.from());
    assertEquals(TaskStatus.CANCELLED, refused.to());
  }

  @Test
  void depthsAreCountedUpToTheGreatest() {
    assertEquals(1, Rank.depthBelow(0));
    assertEquals(10, Rank.depthBelow(9));
    assertEquals(10, Rank.depthBelow(10));
    Rank deeper = Tasks.ready(3).rank().withDepth(4);
    assertEquals(new Rank(2_000, 4, 0, 0, null), deeper);
  }

  @Test
  void idsAreOrderedAsUnsignedBytes() {
    List<TaskId> ordered =
        List.of(
            new TaskId(new UUID(1, 2)),
            new TaskId(new UUID(1, -1)),
            new TaskId(new UUID(2, 0)),
            new TaskId(new UUID(-1, 0)));
    assertEquals(ordered, ordered.stream().sorted().toList());
    for (int i = 1; i < ordered.size(); i++) {
      assertTrue(ordered.get(i - 1).compareTo(ordered.get(i)) < 0);
      assertTrue(ordered.get(i).compareTo(ordered.get(i - 1)) > 0);
    }
  }
}
