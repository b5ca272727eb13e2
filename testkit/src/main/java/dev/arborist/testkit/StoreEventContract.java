package dev.arborist.testkit;

import static java.util.Comparator.comparingLong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a store keeps the events of tasks. */
public abstract class StoreEventContract extends StoreFixture {

  private static final EventQuery EVERYTHING = new EventQuery(null, 0, 0);

  /** For subclasses. */
  protected StoreEventContract() {}

  private static TaskEvent event(TaskNumber task, int number) {
    return new TaskEvent(
        0,
        task,
        NOW.plusSeconds(number).plusNanos(1_000),
        "w\u202e" + number,
        EventReason.FAILED,
        TaskStatus.RUNNING,
        number % 2 == 0 ? null : TaskStatus.FAILED,
        number,
        number % 2 == 0 ? null : "why, line\n");
  }

  private List<TaskEvent> events(EventQuery query) {
    return store.read(tx -> tx.events(query));
  }

  private static TaskEvent last(List<TaskEvent> events) {
    return events.get(events.size() - 1);
  }

  private static List<TaskEvent> withoutPlaces(List<TaskEvent> events) {
    return events.stream().map(event -> event.movedTo(event.task(), 0)).toList();
  }

  @Test
  void everyEventOfAUnitOfWorkIsKeptInItsOrder() {
    TaskNumber first = insert("a", TaskStatus.READY, 1).number();
    TaskNumber second = insert("b", TaskStatus.READY, 1).number();
    List<TaskEvent> appended = new ArrayList<>();
    for (int size = 1; size <= 3; size++) {
      for (int i = 0; i < size; i++) {
        appended.add(event(i == 1 ? second : first, appended.size()));
      }
      List<TaskEvent> unit = appended.subList(appended.size() - size, appended.size());
      store.write(
          tx -> {
            unit.forEach(tx::append);
            return unit;
          });
      assertThrows(
          IllegalStateException.class,
          () ->
              store.write(
                  tx -> {
                    tx.append(event(first, 99));
                    assertEquals(99, last(tx.events(EVERYTHING)).token());
                    throw new IllegalStateException("undo");
                  }));
    }
    List<TaskEvent> found = events(EVERYTHING);
    assertEquals(appended, withoutPlaces(found));
    assertEquals(found, found.stream().sorted(comparingLong(TaskEvent::sequence)).toList());
    assertEquals(6, found.stream().mapToLong(TaskEvent::sequence).distinct().count());
    assertEquals(found.subList(2, 4), events(new EventQuery(null, found.get(1).sequence(), 2)));
    assertEquals(found.subList(4, 6), events(new EventQuery(null, 0, 2, true)));
    assertEquals(
        found.subList(5, 6), events(new EventQuery(null, found.get(4).sequence(), 2, true)));
    assertEquals(found, events(new EventQuery(null, 0, 0, true)));
    assertEquals(found.subList(4, 5), events(new EventQuery(second, 0, 1, true)));
    assertEquals(
        found.stream().filter(event -> event.task().equals(second)).toList(),
        events(new EventQuery(second, 0, 0)));
  }
}
