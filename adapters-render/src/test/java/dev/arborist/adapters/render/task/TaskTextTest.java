package dev.arborist.adapters.render.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskTextTest {

  private static TaskDetails task(int number, TaskStatus status, int priority, String summary) {
    NewTask task = NewTask.of("first\n\u001b[2Jsecond").summary(summary).build();
    return new TaskDetails(
        new Task(
            TaskNumber.of(number),
            new TaskId(new UUID(0, number)),
            task.profile(),
            task.schedule(),
            Progress.unclaimed(status, null),
            new Rank(priority, 0, 0, 0, null),
            Instant.EPOCH,
            Instant.EPOCH),
        task.prompt(),
        "{}",
        null,
        null,
        List.of(TaskNumber.of(3), TaskNumber.of(4)),
        null);
  }

  @Test
  void aListIsAlignedAndSafe() {
    List<Task> tasks =
        List.of(
            task(7, TaskStatus.READY, 10_000, "a\u001b[31m").task(),
            task(123, TaskStatus.CANCELLED, 50, "b").task());
    assertEquals(
        "  #7  ready     100.0  a␛[31m\n#123  cancelled   0.5  b\n",
        TaskList.render(tasks, ColourDepth.NONE));
    String coloured = TaskList.render(tasks, ColourDepth.ANSI_16);
    assertTrue(coloured.contains("\u001b[32mready\u001b[0m"), coloured);
    assertEquals("", TaskList.render(List.of(), ColourDepth.ANSI_16));
  }

  @Test
  void aCardShowsWhatHasAValueAndLetsNothingThrough() {
    String card = TaskCard.render(task(7, TaskStatus.READY, 2_000, "a\tb"));
    assertTrue(card.startsWith("#7 a␉b\n\nstatus         ready\n"), card);
    assertTrue(card.contains("prerequisites  #3, #4\n"), card);
    assertTrue(card.contains("\nprompt\n  first\n  ␛[2Jsecond\n"), card);
    assertTrue(card.contains("\npayload\n  {}\n"), card);
    assertFalse(card.contains("deadline"), card);
    assertFalse(card.contains("\u001b"), card);
  }
}
