package dev.arborist.adapters.render.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.domain.dependency.ExecutionPlan;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.QueueStatistics.Mark;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.Diagnosis;
import dev.arborist.domain.upkeep.Finding;
import dev.arborist.domain.upkeep.PruneReport;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QueueTextTest {

  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

  private static List<TaskNumber> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(TaskNumber::of).toList();
  }

  @Test
  void anEventSaysWhatBecameWhatWhyAndByWhom() {
    TaskNumber task = TaskNumber.of(5);
    List<TaskEvent> events =
        List.of(
            new TaskEvent(
                1, task, NOON, "me", EventReason.ENQUEUED, null, TaskStatus.READY, 0, null),
            new TaskEvent(
                22,
                task,
                NOON,
                "queue",
                EventReason.TIMED_OUT,
                TaskStatus.RUNNING,
                TaskStatus.FAILED,
                4,
                "a\u001b[31m"),
            new TaskEvent(
                23, task, NOON, "m\u001be", EventReason.PRUNED, TaskStatus.FAILED, null, 4, null));
    assertEquals(
        """
        1  2026-12-01T12:00:00Z  #5  new -> ready  enqueued by me
        22  2026-12-01T12:00:00Z  #5  running -> failed  timed out by queue, token 4: a␛[31m
        23  2026-12-01T12:00:00Z  #5  failed -> gone  pruned by m␛e, token 4
        """,
        EventList.render(events));
    assertEquals("", EventList.render(List.of()));
  }

  @Test
  void aPlanHasALineForEachBatch() {
    assertEquals(
        "1  #1 #2\n2  #3\n",
        PlanText.render(new ExecutionPlan(List.of(numbers(1, 2), numbers(3, 3)))));
    String ten = PlanText.render(new ExecutionPlan(numbers(1, 10).stream().map(List::of).toList()));
    assertTrue(ten.startsWith(" 1  #1\n"), ten);
    assertTrue(ten.endsWith("\n10  #10\n"), ten);
    assertEquals("nothing is open\n", PlanText.render(new ExecutionPlan(List.of())));
  }

  @Test
  void statisticsAreAlignedAndLeaveOutWhatIsNot() {
    Map<TaskStatus, Long> counts = new EnumMap<>(TaskStatus.class);
    counts.put(TaskStatus.READY, 12L);
    QueueStatistics statistics =
        new QueueStatistics(
            NOON,
            counts,
            3_725,
            3,
            new Mark(TaskNumber.of(7), NOON),
            null,
            null,
            new PriorityPolicy(45, 10, 25, 15, 5));
    assertEquals(
        """
        pending                0
        blocked                0
        ready                 12
        running                0
        completed              0
        failed                 0
        cancelled              0
        total                 12
        mean open priority  37.2
        greatest depth         3
        weights             base=45,depth=10,urgency=25,blocking=15,source=5
        oldest ready        #7 since 2026-12-01T12:00:00Z
        """,
        StatisticsTable.render(statistics, ColourDepth.NONE));
    String coloured = StatisticsTable.render(statistics, ColourDepth.ANSI_16);
    assertTrue(coloured.contains("\u001b[32mready\u001b[0m   "), coloured);
  }

  @Test
  void aPruneReportSaysWhatWasLeftAndWhy() {
    assertEquals(
        """
        pruned 3 tasks: #1 #2 #3
        left 1 subtree: not every member qualifies
        left 2 tasks: a child stays
        left 3 tasks: an open task waits for it
        gave the free space back
        """,
        PruneText.render(new PruneReport(numbers(1, 3), 1, 2, 3).afterCompaction(null), false));
    PruneReport one = new PruneReport(numbers(9, 9), 0, 0, 0);
    assertEquals("would prune 1 task\n", PruneText.render(one, true));
    assertEquals(
        "pruned 1 task: #9\ncould not give the free space back: disk␛full\n",
        PruneText.render(one.afterCompaction("disk\u001bfull"), false));
    PruneReport none = new PruneReport(List.of(), 0, 0, 0);
    assertEquals("nothing is to be pruned\n", PruneText.render(none, false));
  }

  @Test
  void ofManyTasksTheFirstAreNamed() {
    String named = Counted.named(numbers(1, 1_000));
    assertTrue(named.startsWith("#1 #2 "), named);
    assertTrue(named.endsWith(" #20 and 980 more"), named);
    assertEquals("0 tasks", Counted.of(0, "task"));
  }

  @Test
  void aDiagnosisSaysWhatCanBeRepaired() {
    List<Finding> findings =
        List.of(new Finding("task #3 counts\u001b 2", true), new Finding("page 7 is torn", false));
    assertEquals(
        "examined 9 tasks: 2 findings\n  task #3 counts␛ 2 (repairable)\n  page 7 is torn\n",
        DiagnosisText.render(new Diagnosis(9, findings, false)));
    assertTrue(DiagnosisText.render(new Diagnosis(9, findings, true)).contains("2 (repaired)\n"));
    assertEquals(
        "examined 1 task: nothing is wrong\n",
        DiagnosisText.render(new Diagnosis(1, List.of(), false)));
  }

  @Test
  void documentsAreAlignedByWhatIsSeen() {
    List<SpecificationDocument> documents =
        List.of(
            new SpecificationDocument("a", "plan", 12, "{}", NOON, "me"),
            new SpecificationDocument("日本", "k\u001b", 1, "{}", NOON, "me"));
    String list = SpecificationList.render(documents);
    assertEquals(
        """
        a     plan  version 12  2026-12-01T12:00:00Z by me
        日本  k␛    version 1   2026-12-01T12:00:00Z by me
        """,
        list);
    assertFalse(list.contains("\u001b"));
  }
}
