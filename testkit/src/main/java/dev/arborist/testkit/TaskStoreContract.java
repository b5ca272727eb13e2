package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskProfile;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link TaskStore} must do: units of work, and the tasks in them. */
public abstract class TaskStoreContract extends StoreFixture {

  /** For subclasses. */
  protected TaskStoreContract() {}

  @Test
  void everyFieldComesBackAsItWasGiven() {
    Task parent = insert("parent", TaskStatus.READY, 1);
    String text = "tab\t, return\r, line\n, quote', \u202e, é, 🌳, \u0001";
    NewTask task =
        new NewTask(
            new TaskProfile(
                text, TaskSource.AGENT_PLANNER, "type", "b/1", "s", parent.number(), "key"),
            new Schedule(
                9,
                NOW.plusSeconds(5),
                Duration.ofSeconds(7, 1_000),
                NOW.plusNanos(1_000),
                2,
                Duration.ofMinutes(3)),
            text.repeat(100),
            "{\"a\": [1]}",
            List.of(parent.number()));
    Rank rank = new Rank(10_000, 3, 1, 2, NOW.plusSeconds(9));
    Task stored = store.write(tx -> insert(tx, task, TaskStatus.BLOCKED, rank));
    assertEquals(2, stored.number().value());
    TaskDetails found = details(stored.number());
    assertEquals(
        new TaskDetails(
            stored, task.prompt(), task.payload(), null, null, List.of(parent.number()), null),
        found);
    assertEquals(Optional.of(stored), store.read(tx -> tx.find(stored.number())));
  }

  @Test
  void aTaskThatIsNotThereIsNotFound() {
    assertTrue(store.read(tx -> tx.find(TaskNumber.of(1))).isEmpty());
    assertTrue(store.read(tx -> tx.findDetails(TaskNumber.of(1))).isEmpty());
  }

  @Test
  void numbersAreNeverGivenTwice() {
    assertEquals(0, store.write(TaskWrites::highestNumber));
    assertThrows(
        IllegalStateException.class,
        () ->
            store.write(
                tx -> {
                  insert(tx, NewTask.of("lost").build(), TaskStatus.READY, 1);
                  throw new IllegalStateException("undo");
                }));
    // The number of what was undone may be lost.
    long first = insert("a", TaskStatus.READY, 1).number().value();
    assertTrue(first >= 1);
    assertEquals(first + 1, insert("b", TaskStatus.READY, 1).number().value());
    assertEquals(first + 1, store.write(TaskWrites::highestNumber));
  }

  @Test
  void aUnitOfWorkThatThrowsChangesNothing() {
    Task task = insert("a", TaskStatus.READY, 1);
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                store.write(
                    tx -> {
                      tx.update(task, task.cancelled(null, NOW));
                      tx.saveOutcome(task.number(), "1", "e");
                      insert(tx, NewTask.of("b").build(), TaskStatus.READY, 1);
                      throw new IllegalStateException("mine");
                    }));
    assertEquals("mine", thrown.getMessage());
    assertEquals(TaskStatus.READY, details(task.number()).task().status());
    assertEquals(null, details(task.number()).result());
    assertEquals(List.of(1L), list(TaskQuery.ALL, NOW));
  }

  @Test
  void aUnitOfWorkSeesItsOwnChangesAndReadersDoNotUntilItIsDone() {
    store.write(
        tx -> {
          Task task = insert(tx, NewTask.of("a").build(), TaskStatus.READY, 1);
          assertTrue(tx.find(task.number()).isPresent());
          assertTrue(store.read(other -> other.find(task.number())).isEmpty());
          return task;
        });
    assertEquals(List.of(1L), list(TaskQuery.ALL, NOW));
  }

  @Test
  void anUpdateStoresProgressAndRank() {
    Task task = insert("a", TaskStatus.READY, 1);
    Progress progress =
        new Progress(
            TaskStatus.RUNNING,
            NOW,
            5,
            2,
            "w",
            NOW.plusSeconds(1),
            NOW.plusSeconds(2),
            NOW.plusSeconds(3),
            TaskNumber.of(9));
    Task changed =
        new Task(
            task.number(),
            task.id(),
            task.profile(),
            task.schedule(),
            progress,
            new Rank(7, 6, 5, 4, NOW),
            task.createdAt(),
            NOW.plusSeconds(4));
    store.write(
        tx -> {
          tx.update(task, changed);
          return changed;
        });
    assertEquals(changed, details(task.number()).task());
  }

  @Test
  void outcomesAreKeptUntilTheyAreReplaced() {
    Task task = insert("a", TaskStatus.READY, 1);
    for (String[] outcome : new String[][] {{null, "first"}, {"{}", null}, {null, "second"}}) {
      store.write(
          tx -> {
            tx.saveOutcome(task.number(), outcome[0], outcome[1]);
            return outcome;
          });
    }
    assertEquals("{}", details(task.number()).result());
    assertEquals("second", details(task.number()).error());
  }

  @Test
  void manyTasksAreInsertedAtOnceWithTheNumbersTheyHave() {
    Task first = insert("first", TaskStatus.READY, 1);
    TaskDetails template = details(first.number());
    List<TaskDetails> many = new ArrayList<>();
    for (int i = 2_500; i >= 2; i--) {
      Task task = template.task();
      Task next =
          new Task(
              TaskNumber.of(i),
              ids.next(),
              task.profile(),
              task.schedule(),
              task.progress(),
              task.rank(),
              NOW,
              NOW);
      many.add(
          new TaskDetails(
              next,
              "p" + i,
              null,
              "1",
              "e",
              i > 2 ? List.of(TaskNumber.of(i - 1)) : List.of(),
              null));
    }
    store.write(
        tx -> {
          tx.insertAll(many);
          return many;
        });
    assertEquals(many.get(0), details(TaskNumber.of(2_500)));
    assertEquals(2_500, list(TaskQuery.ALL, NOW).size());
    assertEquals(2_501, insert("next", TaskStatus.READY, 1).number().value());
  }

  @Test
  void conflictsAreFoundByNumberIdAndKey() {
    NewTask keyed = NewTask.of("a").idempotencyKey("k").build();
    Task task = store.write(tx -> insert(tx, keyed, TaskStatus.READY, 1));
    Task other =
        new Task(
            TaskNumber.of(50),
            ids.next(),
            NewTask.of("b").build().profile(),
            task.schedule(),
            task.progress(),
            task.rank(),
            NOW,
            NOW);
    Optional<TaskNumber> found = Optional.of(task.number());
    assertEquals(Optional.empty(), conflict(other));
    assertEquals(found, conflict(with(other, task.number(), other)));
    assertEquals(
        found,
        conflict(
            new Task(
                other.number(),
                task.id(),
                other.profile(),
                other.schedule(),
                other.progress(),
                other.rank(),
                NOW,
                NOW)));
    assertEquals(found, conflict(with(other, other.number(), task)));
  }

  private static Task with(Task task, TaskNumber number, Task profileOf) {
    return new Task(
        number,
        task.id(),
        profileOf.profile(),
        task.schedule(),
        task.progress(),
        task.rank(),
        NOW,
        NOW);
  }

  private Optional<TaskNumber> conflict(Task task) {
    return store.write(
        tx -> tx.findConflict(new TaskDetails(task, "p", null, null, null, List.of(), null)));
  }

  @Test
  void tasksAreCountedAsTheUnitOfWorkHasThem() {
    assertEquals(0, store.<Long>read(TaskReads::count));
    Task first = insert("1", TaskStatus.READY, 1);
    insert("2", TaskStatus.COMPLETED, 1);
    List<Long> counts =
        store.write(
            tx -> {
              insert(tx, NewTask.of("3").build(), TaskStatus.READY, 1);
              long more = tx.count();
              tx.delete(List.of(first.number()));
              return List.of(more, tx.count(), store.<Long>read(TaskReads::count));
            });
    assertEquals(List.of(3L, 2L, 2L), counts);
    assertEquals(2, store.<Long>read(TaskReads::count));
  }

  @Test
  void closingTwiceDoesNoHarm() {
    store.close();
    store.close();
  }
}
