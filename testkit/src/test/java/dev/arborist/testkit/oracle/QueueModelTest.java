package dev.arborist.testkit.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.Revival;
import dev.arborist.domain.task.StaleTokenException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the model that are easiest to get wrong, worked out by hand. */
class QueueModelTest {

  private static final Duration LEASE = Duration.ofSeconds(30);

  private final TestClock clock = new TestClock();
  private final QueueModel model =
      new QueueModel(clock, "tester", number -> new TaskId(new UUID(7, number.value())));

  private TaskNumber add(NewTask.Builder task, TaskNumber... prerequisites) {
    return model.enqueue(task.prerequisites(List.of(prerequisites)).build()).number();
  }

  private TaskNumber add(TaskNumber... prerequisites) {
    return add(NewTask.of("a"), prerequisites);
  }

  private Task stored(TaskNumber number) {
    return model.state().stored(model.state().require(number));
  }

  private List<EventReason> reasons() {
    return model.state().events.stream().map(TaskEvent::reason).toList();
  }

  private static List<TaskNumber> numbers(Stream<Task> tasks) {
    return tasks.map(Task::number).toList();
  }

  @Test
  void aRefusedCompletionKeepsTheExpiryAndARefusedLinkDoesNot() {
    TaskNumber task = add();
    long token = model.claim("w", 1, LEASE).get(0).token();
    clock.advance(LEASE);
    TaskNumber cancelled = add();
    model.cancel(cancelled, null);
    assertThrows(PrerequisiteRefusedException.class, () -> model.link(task, cancelled));
    assertEquals(TaskStatus.RUNNING, stored(task).status());
    assertThrows(StaleTokenException.class, () -> model.complete(task, token + 5, null));
    assertEquals(TaskStatus.READY, stored(task).status());
    assertEquals(1, stored(task).progress().failures());
  }

  @Test
  void aLeaseThatReachesTheTimeoutTimesOut() {
    add(NewTask.of("a").timeout(LEASE));
    add(NewTask.of("b").timeout(LEASE.plusNanos(1_000)));
    model.claim("w", 2, LEASE);
    clock.advance(LEASE);
    model.claim("w", 2, LEASE);
    assertEquals(List.of(EventReason.TIMED_OUT, EventReason.EXPIRED), reasons().subList(4, 6));
  }

  @Test
  void aRetryRevivesWhatNamesARevivedTaskAndLeavesTheRestWithAnotherCause() {
    TaskNumber root = add();
    TaskNumber other = add();
    TaskNumber waits = add(root);
    TaskNumber waitsForBoth = add(root, other);
    TaskNumber last = add(waits, waitsForBoth);
    model.cancel(root, null);
    model.cancel(other, null);
    Revival revival = model.retry(root);
    assertEquals(List.of(waits), numbers(revival.revived().stream()));
    assertEquals(List.of(waitsForBoth, last), numbers(revival.left().stream()));
    assertEquals(other, stored(waitsForBoth).progress().cause());
    assertEquals(waitsForBoth, stored(last).progress().cause());
    assertEquals(List.of(waitsForBoth, last), numbers(model.retry(other).revived().stream()));
    assertEquals(TaskStatus.BLOCKED, stored(last).status());
    assertNull(stored(last).progress().cause());
  }

  @Test
  void aTaskThatBacksOffKeepsTheLaterOfBothTimes() {
    TaskNumber task = add();
    Task failed = model.fail(task, model.claim("w", 1, LEASE).get(0).token(), "no");
    Instant backoff = failed.progress().dueAt();
    Task moved = model.update(task, TaskUpdate.builder().notBefore(TestClock.START).build());
    assertEquals(backoff, moved.progress().dueAt());
    Instant later = backoff.plusSeconds(9);
    moved = model.update(task, TaskUpdate.builder().notBefore(later).build());
    assertEquals(later, moved.progress().dueAt());
  }

  @Test
  void aSubtreeWithAnOpenMemberIsPartialAndTheRestGoes() {
    TaskNumber parent = add();
    add(NewTask.of("open").parent(parent));
    TaskNumber gone = add(NewTask.of("done").parent(parent));
    model.cancel(parent, null);
    model.cancel(gone, null);
    PruneReport report =
        model.prune(
            PruneRequest.where().statuses(List.of(TaskStatus.CANCELLED)).recursive(true).build());
    assertEquals(List.of(gone), report.pruned());
    assertEquals(1, report.partial());
    assertEquals(EventReason.PRUNED, reasons().get(reasons().size() - 1));
  }

  @Test
  void priorityFollowsWhatWaitsAndStaysWhereItWasAtTheEnd() {
    TaskNumber task = add();
    int alone = stored(task).rank().priority();
    TaskNumber waits = add(task);
    int wanted = stored(task).rank().priority();
    assertEquals(alone + 150, wanted, "15 % of 33.33 log10(2) points, in hundredths");
    model.cancel(waits, null);
    assertEquals(alone, stored(task).rank().priority());
    model.cancel(task, null);
    assertEquals(alone, stored(task).rank().priority());
  }
}
