package dev.arborist.adapters.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.dependency.ExecutionPlan;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.TaskCursor;
import dev.arborist.domain.query.TaskPage;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskProfile;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.Diagnosis;
import dev.arborist.domain.upkeep.Finding;
import dev.arborist.domain.upkeep.PruneReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueueJsonTest {

  private static final Instant AT = Instant.EPOCH.plusNanos(5_000);

  private interface Writer {
    void write(OutputStream out) throws IOException;
  }

  /** What is written, without the white space by which it is laid out. */
  private static String written(Writer writer) throws IOException {
    boolean[] closed = {false};
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    writer.write(out);
    assertFalse(closed[0]);
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.endsWith("\n"), text);
    assertEquals(text.strip() + "\n", text);
    TaskJson.requireJson("output", text);
    return text.replaceAll("\\s+", " ").replaceAll(" ?([\\[\\]{}:,]) ?", "$1").strip();
  }

  private static Task task(long number, TaskStatus status, Progress progress) {
    return new Task(
        TaskNumber.of(number),
        new TaskId(new UUID(0, number)),
        new TaskProfile("s" + number, TaskSource.HUMAN, null, null, null, null, "key"),
        Schedule.DEFAULT,
        progress == null ? Progress.unclaimed(status, null) : progress,
        new Rank(2_000, 0, 0, 0, null),
        AT,
        AT);
  }

  private static TaskDetails details(long number) {
    return new TaskDetails(
        task(number, TaskStatus.READY, null), "p", null, null, null, List.of(), 0xabcL);
  }

  @Test
  void aTaskIsPrintedWithItsFingerprintAndWithoutItsEvents() throws IOException {
    String task = written(out -> TaskJson.writeTask(details(7), out));
    assertTrue(task.startsWith("{\"number\":7,"), task);
    assertTrue(task.endsWith(",\"updatedAt\":5,\"fingerprint\":\"0000000000000abc\"}"), task);
    assertFalse(task.contains("events"), task);
    assertEquals("[" + task + "]", written(out -> TaskJson.writeTasks(List.of(details(7)), out)));
    assertEquals(
        "[{\"task\":" + task + ",\"token\":3,\"leaseUntil\":5}]",
        written(out -> TaskJson.writeClaims(List.of(new Claim(details(7), 3, AT)), out)));
  }

  @Test
  void aPageEndsWithItsCursorOrNull() throws IOException {
    String task = written(out -> TaskJson.writeTask(details(7), out));
    TaskCursor cursor = new TaskCursor(TaskQuery.Order.PRIORITY, false, 7_350, TaskNumber.of(17));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TaskJson.writePage(new TaskPage(List.of(details(7)), cursor), out);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"priority:7350:17\""));
    String page = written(to -> TaskJson.writePage(new TaskPage(List.of(details(7)), null), to));
    assertEquals("{\"tasks\":[" + task + "],\"next\":null}", page);
  }

  @Test
  void eventsNameTheirTasks() throws IOException {
    TaskEvent first =
        new TaskEvent(
            3,
            TaskNumber.of(7),
            AT,
            "w",
            EventReason.TIMED_OUT,
            TaskStatus.RUNNING,
            TaskStatus.READY,
            2,
            "n");
    TaskEvent last =
        new TaskEvent(
            4, TaskNumber.of(7), AT, "me", EventReason.PRUNED, TaskStatus.FAILED, null, 2, null);
    assertEquals(
        "[{\"sequence\":3,\"task\":7,\"at\":5,\"actor\":\"w\",\"reason\":\"timed_out\","
            + "\"from\":\"running\",\"to\":\"ready\",\"token\":2,\"note\":\"n\"},"
            + "{\"sequence\":4,\"task\":7,\"at\":5,\"actor\":\"me\",\"reason\":\"pruned\","
            + "\"from\":\"failed\",\"to\":null,\"token\":2,\"note\":null}]",
        written(out -> QueueJson.writeEvents(List.of(first, last), out)));
    assertEquals("[]", written(out -> QueueJson.writeEvents(List.of(), out)));
  }

  @Test
  void statisticsHaveEveryStatus() throws IOException {
    QueueStatistics statistics =
        new QueueStatistics(
            AT,
            Map.of(TaskStatus.READY, 2L, TaskStatus.FAILED, 1L),
            4_321,
            12,
            new QueueStatistics.Mark(TaskNumber.of(3), AT),
            null,
            null,
            new PriorityPolicy(45, 10, 25, 15, 5));
    assertEquals(
        "{\"asOf\":5,\"total\":3,\"counts\":{\"pending\":0,\"blocked\":0,\"ready\":2,\"running\":0,"
            + "\"completed\":0,\"failed\":1,\"cancelled\":0},\"meanOpenPriority\":4321,"
            + "\"maxDepth\":12,\"oldestReady\":{\"number\":3,\"at\":5},\"newest\":null,"
            + "\"oldestLease\":null,\"weights\":{\"base\":45,\"depth\":10,\"urgency\":25,"
            + "\"blocking\":15,\"source\":5}}",
        written(out -> QueueJson.writeStatistics(statistics, out)));
  }

  @Test
  void anExplanationShowsItsTasksInShort() throws IOException {
    Progress running =
        new Progress(TaskStatus.RUNNING, null, 1, 0, "w", AT.plusNanos(1_000), AT, null, null);
    Explanation explanation =
        new Explanation(
            task(7, TaskStatus.RUNNING, running),
            List.of(task(2, TaskStatus.BLOCKED, null)),
            List.of(task(1, TaskStatus.READY, null)),
            4,
            List.of(),
            task(5, TaskStatus.FAILED, null));
    assertEquals(
        "{\"task\":{\"number\":7,\"status\":\"running\",\"summary\":\"s7\"},\"dueAt\":null,"
            + "\"worker\":\"w\",\"leaseUntil\":6,\"finishedAt\":null,\"openPrerequisites\":["
            + "{\"number\":2,\"status\":\"blocked\",\"summary\":\"s2\"}],\"rootCauses\":["
            + "{\"number\":1,\"status\":\"ready\",\"summary\":\"s1\"}],\"ahead\":4,"
            + "\"lostPrerequisites\":[],"
            + "\"causedBy\":{\"number\":5,\"status\":\"failed\",\"summary\":\"s5\"}}",
        written(out -> QueueJson.writeExplanation(explanation, out)));
  }

  @Test
  void aPlanIsAnArrayOfBatches() throws IOException {
    List<List<TaskNumber>> batches = new ArrayList<>();
    batches.add(List.of(TaskNumber.of(3), TaskNumber.of(1)));
    batches.add(List.of(TaskNumber.of(2)));
    assertEquals(
        "[[3,1],[2]]", written(out -> QueueJson.writePlan(new ExecutionPlan(batches), out)));
    assertEquals("[]", written(out -> QueueJson.writePlan(new ExecutionPlan(List.of()), out)));
  }

  @Test
  void whatWasPrunedIsCounted() throws IOException {
    PruneReport report =
        new PruneReport(List.of(TaskNumber.of(1), TaskNumber.of(2)), 3, 4, 5)
            .afterCompaction("the disk is full");
    assertEquals(
        "{\"pruned\":[1,2],\"partial\":3,\"keptForChildren\":4,\"keptForDependents\":5,"
            + "\"compacted\":false,\"compactionFailure\":\"the disk is full\"}",
        written(out -> QueueJson.writePruneReport(report, out)));
  }

  @Test
  void aDiagnosisSaysWhetherTheQueueIsSound() throws IOException {
    Diagnosis diagnosis = new Diagnosis(9, List.of(new Finding("task #3 is \"odd\"", true)), true);
    assertEquals(
        "{\"tasks\":9,\"sound\":true,\"repaired\":true,\"findings\":["
            + "{\"problem\":\"task #3 is \\\"odd\\\"\",\"repairable\":true}]}",
        written(out -> QueueJson.writeDiagnosis(diagnosis, out)));
  }

  @Test
  void documentsAreJsonWithinJson() throws IOException {
    SpecificationDocument document =
        new SpecificationDocument("task:17:specs", "plan", 2, " {\"a\":\n[1.50]}\n", AT, "me");
    assertEquals(
        "[{\"namespace\":\"task:17:specs\",\"key\":\"plan\",\"version\":2,\"createdAt\":5,"
            + "\"createdBy\":\"me\",\"json\":{\"a\":[1.50]}}]",
        written(out -> QueueJson.writeSpecifications(List.of(document), out)));
  }
}
