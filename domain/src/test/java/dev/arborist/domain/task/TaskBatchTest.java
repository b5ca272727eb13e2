package dev.arborist.domain.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TaskBatchTest {

  private static final NewTask TASK = NewTask.of("p").build();

  private static void refused(
      String message, NewTask task, @Nullable Integer parent, Integer... prerequisites) {
    var entry = new TaskBatch.Entry(task, parent, List.of(prerequisites));
    var first = new TaskBatch.Entry(TASK, null, List.of());
    var refused =
        assertThrows(InvalidInputException.class, () -> new TaskBatch(List.of(first, entry)));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void edgesAreByPositionAndEachPrerequisiteStandsOnceInOrder() {
    TaskBatch.Builder batch = TaskBatch.builder();
    TaskBatch.Ref first = batch.add(TASK);
    TaskBatch.Ref second = batch.add(TASK);
    TaskBatch.Ref third = batch.add(TASK);
    batch.parent(third, first).parent(first, third);
    batch.prerequisite(third, second).prerequisite(third, first).prerequisite(third, second);
    batch.prerequisite(first, third);
    List<TaskBatch.Entry> entries = batch.build().entries();
    assertEquals(3, entries.size());
    assertEquals(new TaskBatch.Entry(TASK, 2, List.of(2)), entries.get(0));
    assertEquals(new TaskBatch.Entry(TASK, null, List.of()), entries.get(1));
    assertEquals(new TaskBatch.Entry(TASK, 0, List.of(0, 1)), entries.get(2));
  }

  @Test
  void aReferenceOutOfTheBatchIsRefusedAndNamesTheTask() {
    refused("task 2 of the batch: its parent is not in the batch", TASK, 2);
    refused("task 2 of the batch: its parent is not in the batch", TASK, -1);
    refused("task 2 of the batch: a prerequisite is not in the batch", TASK, 0, 0, 2);
    refused("task 2 of the batch: a prerequisite is not in the batch", TASK, null, -1);
  }

  @Test
  void aTaskOfAnotherBatchIsRefused() {
    TaskBatch.Ref foreign = TaskBatch.builder().add(TASK);
    TaskBatch.Builder batch = TaskBatch.builder();
    TaskBatch.Ref own = batch.add(TASK);
    for (Executable naming :
        List.<Executable>of(
            () -> batch.parent(own, foreign),
            () -> batch.parent(foreign, own),
            () -> batch.prerequisite(own, foreign),
            () -> batch.prerequisite(foreign, own))) {
      assertEquals(
          "task 1 of the batch: it is of another batch: add it to this one",
          assertThrows(InvalidInputException.class, naming).getMessage());
    }
  }

  @Test
  void aTaskHasOneParentOnly() {
    NewTask below = NewTask.of("p").parent(TaskNumber.of(9)).build();
    refused(
        "task 2 of the batch: it has two parents, one of the batch and one of the queue", below, 0);
    assertEquals(
        1, new TaskBatch(List.of(new TaskBatch.Entry(below, null, List.of()))).entries().size());
  }
}
