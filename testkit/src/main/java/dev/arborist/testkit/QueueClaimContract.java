package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.StaleTokenException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TransitionRefusedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds while a task is claimed, and when its claim is lost: tokens, leases, retries. */
public abstract class QueueClaimContract extends QueueFixture {

  /** For subclasses. */
  protected QueueClaimContract() {}

  @Test
  void tokensCountClaimsAndOnlyTheCurrentOneHolds() {
    Task task = add("a");
    Claim first = claim();
    assertEquals(1, first.token());
    clock.advance(LEASE);
    Claim second = claim();
    assertEquals(2, second.token());
    assertThrows(
        StaleTokenException.class, () -> queue.complete(task.number(), first.token(), null));
    assertThrows(StaleTokenException.class, () -> queue.fail(task.number(), 99, null));
    queue.complete(task.number(), second.token(), "{}");
    assertEquals("{}", browser.get(task.number()).result());
  }

  @Test
  void aLeaseThatIsOverIsExpiredAndTheCallRefused() {
    Task task = add("a");
    Claim claim = claim();
    clock.advance(LEASE);
    assertThrows(
        StaleTokenException.class, () -> queue.complete(task.number(), claim.token(), null));
    assertEquals(TaskStatus.READY, stored(task).status(), "the expiry is kept");
    assertEquals(1, stored(task).progress().failures());
  }

  @Test
  void anInstantBeforeItsEndALeaseStillHolds() {
    Task task = add("a");
    Claim claim = claim();
    clock.advance(LEASE.minusNanos(1_000));
    assertEquals(TaskStatus.COMPLETED, queue.complete(task.number(), claim.token(), null).status());
  }

  @Test
  void threeRetriesMeanFourRunsAndThenEverythingThatWaitsIsCancelled() {
    Task task = add("a");
    Task waits = add("b", task);
    Task waitsLonger = add("c", waits, task);
    for (int run = 1; run <= 4; run++) {
      Claim claim = claim();
      assertEquals(run, claim.token());
      Task failed = queue.fail(task.number(), claim.token(), "run " + run);
      assertEquals(run < 4 ? TaskStatus.PENDING : TaskStatus.FAILED, failed.status());
      assertEquals(List.of(), queue.claim("w", 1, LEASE), "it backs off");
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals("run 4", browser.get(task.number()).error());
    for (Task cancelled : List.of(waits, waitsLonger)) {
      assertEquals(TaskStatus.CANCELLED, status(cancelled));
      assertEquals(task.number(), stored(cancelled).progress().cause());
    }
  }

  @Test
  void anExpiredLeaseWithoutRetriesFailsAndCascades() {
    Task task = add(NewTask.of("a").maxRetries(0));
    Task waits = add("b", task);
    claim();
    clock.advance(LEASE);
    assertEquals(TaskStatus.FAILED, status(task), "a reader sees it at once");
    assertEquals(List.of(), queue.claim("w", 1, LEASE));
    assertEquals(TaskStatus.FAILED, stored(task).status());
    assertEquals(TaskStatus.CANCELLED, stored(waits).status());
  }

  @Test
  void aTaskWhoseLeaseIsOverIsTakenForWhatItHasBecome() {
    Task task = add(NewTask.of("a").maxRetries(0));
    claim();
    clock.advance(LEASE);
    assertThrows(PrerequisiteRefusedException.class, () -> add("b", task));
    assertThrows(TransitionRefusedException.class, () -> queue.cancel(task.number(), null));
    Task retried = add("c");
    claim();
    clock.advance(LEASE);
    assertEquals(
        TaskStatus.CANCELLED, queue.cancel(retried.number(), null).cancelled().get(0).status());
    assertEquals(1, stored(retried).progress().failures());
  }

  @Test
  void aCancelledTaskIsLostToItsHolder() {
    Task task = add("a");
    Claim claim = claim();
    queue.cancel(task.number(), null);
    var refused =
        assertThrows(
            TransitionRefusedException.class,
            () -> queue.complete(task.number(), claim.token(), null));
    assertEquals(TaskStatus.CANCELLED, refused.from());
    assertEquals(TaskStatus.COMPLETED, refused.to());
  }

  @Test
  void cancellingWithATokenNeedsTheCurrentOne() {
    Task task = add("a");
    Claim claim = claim();
    assertThrows(StaleTokenException.class, () -> queue.cancel(task.number(), 9L));
    assertEquals(1, queue.cancel(task.number(), claim.token()).cancelled().size());
  }
}
