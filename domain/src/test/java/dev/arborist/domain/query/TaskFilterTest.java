package dev.arborist.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskFilterTest {

  private static final TaskNumber NUMBER = TaskNumber.of(1);

  /** One filter for each condition that there is. */
  private static final List<TaskFilter> CONDITIONS =
      List.of(
          TaskFilter.ofStatuses(List.of(TaskStatus.READY)),
          TaskFilter.where().sources(List.of(TaskSource.HUMAN)).build(),
          TaskFilter.where().agentType("a").build(),
          TaskFilter.where().branch("a").build(),
          TaskFilter.where().text("a").build(),
          TaskFilter.where().parent(NUMBER).build(),
          TaskFilter.where().within(NUMBER).build(),
          TaskFilter.where().worker("a").build(),
          TaskFilter.where().key("a").build(),
          TaskFilter.where().createdFrom(Instant.EPOCH).build(),
          TaskFilter.where().createdBefore(Instant.EPOCH).build());

  @Test
  void aFilterWithoutConditionsIsOfAllTasks() {
    assertTrue(TaskFilter.ALL.isAll());
    assertTrue(TaskFilter.where().build().isAll());
  }

  @Test
  void oneConditionIsEnoughNotToBeOfAllTasks() {
    CONDITIONS.forEach(filter -> assertFalse(filter.isAll(), filter::toString));
    assertFalse(TaskFilter.where().excluding(List.of(TaskStatus.READY)).build().isAll());
    assertEquals(TaskFilter.class.getRecordComponents().length, CONDITIONS.size());
  }

  @Test
  void aBuilderBeginsWithEveryConditionOfAFilter() {
    CONDITIONS.forEach(filter -> assertEquals(filter, filter.toBuilder().build()));
  }

  @Test
  void conditionsOfABuilderCanBeTakenBack() {
    TaskFilter.Builder builder =
        TaskFilter.where()
            .statuses(List.of(TaskStatus.READY))
            .excluding(List.of(TaskStatus.RUNNING))
            .sources(List.of(TaskSource.HUMAN));
    assertEquals(TaskFilter.ALL, builder.anyStatus().anySource().build());
  }
}
