package dev.arborist.adapters.render.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

  private static Task task(int number, Progress progress) {
    NewTask task = NewTask.of("x").build();
    return new Task(
        TaskNumber.of(number),
        new TaskId(new UUID(0, number)),
        task.profile(),
        task.schedule(),
        progress,
        new Rank(0, 0, 0, 0, null),
        NOON,
        NOON);
  }

  private static Task resting(int number, TaskStatus status, int failures) {
    Instant due = status == TaskStatus.PENDING ? NOON : null;
    return task(number, new Progress(status, due, 0, failures, null, null, null, null, null));
  }

  private static Task running(int number) {
    return task(
        number,
        new Progress(TaskStatus.RUNNING, null, 1, 0, "a\u001blice", NOON, NOON, null, null));
  }

  private static Task ended(int number, TaskStatus status, int failures, @Nullable TaskNumber by) {
    return task(number, new Progress(status, null, 1, failures, "alice", null, NOON, NOON, by));
  }

  private static String text(Task task, long ahead) {
    return ExplanationText.render(
        new Explanation(task, List.of(), List.of(), ahead, List.of(), null));
  }

  private static String blocked(List<Task> prerequisites, List<Task> roots) {
    return ExplanationText.render(
        new Explanation(
            resting(8, TaskStatus.BLOCKED, 0), prerequisites, roots, 0, List.of(), null));
  }

  @Test
  void aReadyTaskHasAPlaceInLine() {
    Task ready = resting(8, TaskStatus.READY, 0);
    assertEquals("#8 is ready: the next claim takes it.\n", text(ready, 0));
    assertEquals(
        "#8 is ready: 1 task is claimed before it, so it is 2nd in line.\n", text(ready, 1));
    assertTrue(text(ready, 2).contains("2 tasks are claimed before it, so it is 3rd"));
    assertTrue(text(ready, 10).contains("11th"));
    assertTrue(text(ready, 20).contains("21st"));
    assertTrue(text(ready, 111).contains("112th"));
  }

  @Test
  void aPendingTaskIsDueOrBacksOff() {
    assertEquals(
        "#8 is pending: it is due at 2026-12-01T12:00:00Z.\n",
        text(resting(8, TaskStatus.PENDING, 0), 0));
    assertEquals(
        "#8 is pending after 2 failures and due at 2026-12-01T12:00:00Z.\n",
        text(resting(8, TaskStatus.PENDING, 2), 0));
  }

  @Test
  void aBlockedTaskLeadsToTheRootCause() {
    assertEquals(
        "#8 is blocked: it waits for #3 (running under a␛lice until 2026-12-01T12:00:00Z).\n",
        blocked(List.of(running(3)), List.of(running(3))));
    Task middle = resting(3, TaskStatus.BLOCKED, 0);
    assertEquals(
        "#8 is blocked: it waits for #3 (blocked).\nThe root cause is #5 (ready).\n",
        blocked(List.of(middle), List.of(resting(5, TaskStatus.READY, 0))));
    assertEquals(
        """
        #8 is blocked: it waits for #3 (blocked).
        The root causes are #5 (ready), #6 (pending until 2026-12-01T12:00:00Z).
        """,
        blocked(
            List.of(middle),
            List.of(resting(5, TaskStatus.READY, 0), resting(6, TaskStatus.PENDING, 0))));
  }

  @Test
  void whatIsLostIsWaitedForInVain() {
    List<Task> lost = List.of(ended(3, TaskStatus.FAILED, 1, null));
    assertEquals(
        "#8 is blocked, and the next claim cancels it: it waits for #3 (failed).\n",
        ExplanationText.render(
            new Explanation(
                resting(8, TaskStatus.BLOCKED, 0), List.of(), List.of(), 0, lost, null)));
  }

  @Test
  void ofManyPrerequisitesTheFirstAreNamed() {
    List<Task> many =
        IntStream.rangeClosed(1, 30).mapToObj(i -> resting(i, TaskStatus.READY, 0)).toList();
    assertTrue(blocked(many, many).endsWith("#10 (ready) and 20 more.\n"));
  }

  @Test
  void aRunningOrEndedTaskSaysWhoAndWhen() {
    assertEquals("#8 is running under a␛lice until 2026-12-01T12:00:00Z.\n", text(running(8), 0));
    assertEquals(
        "#8 is completed since 2026-12-01T12:00:00Z, by alice.\n",
        text(ended(8, TaskStatus.COMPLETED, 0, null), 0));
    assertEquals(
        "#8 is failed since 2026-12-01T12:00:00Z after 4 failures.\n",
        text(ended(8, TaskStatus.FAILED, 4, null), 0));
  }

  @Test
  void aCancelledTaskNamesTheCauseAndWhatForbidsARetry() {
    assertEquals(
        "#8 is cancelled since 2026-12-01T12:00:00Z.\n",
        text(ended(8, TaskStatus.CANCELLED, 0, null), 0));
    Task cascaded = ended(8, TaskStatus.CANCELLED, 0, TaskNumber.of(5));
    assertEquals(
        "#8 is cancelled since 2026-12-01T12:00:00Z: it waited for #5, which has been pruned.\n",
        text(cascaded, 0));
    Task cause = ended(5, TaskStatus.FAILED, 4, null);
    assertEquals(
        """
        #8 is cancelled since 2026-12-01T12:00:00Z: it waited for #5 (failed).
        Before it can be retried: #5 (failed).
        """,
        ExplanationText.render(
            new Explanation(cascaded, List.of(), List.of(), 0, List.of(cause), cause)));
  }
}
