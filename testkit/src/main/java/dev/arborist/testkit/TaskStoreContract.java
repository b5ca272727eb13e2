package dev.arborist.testkit;

import static java.util.Comparator.comparingLong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.ClaimFilter;
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
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link TaskStore} must do; a store's tests extend this. */
public abstract class TaskStoreContract {

  private static final Instant NOW = TestClock.START;
  private static final EventQuery EVERYTHING = new EventQuery(null, 0, 0);

  @TempDir Path directory;

  private final SequentialIds ids = new SequentialIds();
  private TaskStore store;

  /** For subclasses. */
  protected TaskStoreContract() {}

  /** Creates an empty store whose files, if any, are in the directory. */
  protected abstract TaskStore create(Path directory);

  @BeforeEach
  void createStore() {
    store = create(directory);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private static Rank rank(int priority) {
    return new Rank(priority, 0, 0, 0, null);
  }

  private Task insert(TaskWrites tx, NewTask task, TaskStatus status, int priority) {
    return insert(tx, task, status, rank(priority));
  }

  private Task insert(TaskWrites tx, NewTask task, TaskStatus status, Rank rank) {
    Progress progress = Progress.unclaimed(status, task.schedule().notBefore());
    Task stored =
        new Task(
            tx.nextNumbers(1).get(0),
            ids.next(),
            task.profile(),
            task.schedule(),
            progress,
            rank,
            NOW,
            NOW);
    tx.insert(
        new TaskDetails(
            stored, task.prompt(), task.payload(), null, null, task.prerequisites(), null));
    return stored;
  }

  private Task insert(String prompt, TaskStatus status, int priority) {
    return store.write(tx -> insert(tx, NewTask.of(prompt).build(), status, priority));
  }

  private List<Long> list(TaskQuery query, Instant asOf) {
    return store.read(
        tx -> {
          List<Long> numbers = new ArrayList<>();
          tx.list(query, asOf).forEach(task -> numbers.add(task.task().number().value()));
          return numbers;
        });
  }

  private TaskDetails details(TaskNumber number) {
    return store.read(tx -> tx.findDetails(number)).orElseThrow();
  }

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
  void theReadyAreClaimedByPriorityThenByNumber() {
    insert("low", TaskStatus.READY, 10);
    insert("blocked", TaskStatus.BLOCKED, 10_000);
    insert("high", TaskStatus.READY, 900);
    insert("high too", TaskStatus.READY, 900);
    List<TaskDetails> claimed =
        store.write(tx -> tx.claimReady("w", 2, Duration.ofSeconds(30), ClaimFilter.ANY, NOW));
    assertEquals(
        List.of(3L, 4L), claimed.stream().map(one -> one.task().number().value()).toList());
    Progress progress = claimed.get(0).task().progress();
    assertEquals(TaskStatus.RUNNING, progress.status());
    assertEquals(1, progress.token());
    assertEquals("w", progress.worker());
    assertEquals(NOW, progress.startedAt());
    assertEquals(NOW.plusSeconds(30), progress.leaseUntil());
    assertEquals(claimed.get(0), details(TaskNumber.of(3)));
    assertEquals(
        1,
        store
            .write(tx -> tx.claimReady("w", 9, Duration.ofSeconds(30), ClaimFilter.ANY, NOW))
            .size());
    assertEquals(
        0,
        store
            .write(tx -> tx.claimReady("w", 9, Duration.ofSeconds(30), ClaimFilter.ANY, NOW))
            .size());
  }

  @Test
  void aLeaseEndsWithTheTimeout() {
    NewTask task = NewTask.of("a").timeout(Duration.ofSeconds(2)).build();
    store.write(tx -> insert(tx, task, TaskStatus.READY, 1));
    TaskDetails claimed =
        store.write(tx -> tx.claimReady("w", 1, Duration.ofHours(1), ClaimFilter.ANY, NOW)).get(0);
    assertEquals(NOW.plusSeconds(2), claimed.task().progress().leaseUntil());
  }

  @Test
  void neighboursAreTheOpenOnesInAscendingOrder() {
    insert("1", TaskStatus.READY, 1);
    insert("2", TaskStatus.COMPLETED, 1);
    for (TaskStatus status : new TaskStatus[] {TaskStatus.BLOCKED, TaskStatus.CANCELLED}) {
      NewTask task =
          NewTask.of("x").prerequisites(List.of(TaskNumber.of(1), TaskNumber.of(2))).build();
      store.write(tx -> insert(tx, task, status, 1));
    }
    store.write(
        tx -> {
          assertEquals(List.of(1L), numbers(tx.openPrerequisitesOf(TaskNumber.of(3))));
          assertEquals(List.of(3L), numbers(tx.openDependentsOf(TaskNumber.of(1))));
          assertEquals(List.of(3L), numbers(tx.openDependentsOf(TaskNumber.of(2))));
          assertEquals(List.of(), numbers(tx.openDependentsOf(TaskNumber.of(3))));
          return tx;
        });
  }

  private static List<Long> numbers(List<Task> tasks) {
    return tasks.stream().map(task -> task.number().value()).toList();
  }

  @Test
  void whatIsDueComesByTimeThenByNumberAndEachOnce() {
    NewTask later = NewTask.of("pending").notBefore(NOW.plusSeconds(20)).build();
    store.write(tx -> insert(tx, later, TaskStatus.PENDING, 1));
    store.write(tx -> insert(tx, later, TaskStatus.BLOCKED, 1));
    Task running = insert("running", TaskStatus.READY, 1);
    store.write(tx -> tx.claimReady("w", 1, Duration.ofSeconds(10), ClaimFilter.ANY, NOW));
    Task urgent = insert("urgent", TaskStatus.READY, 1);
    store.write(
        tx -> {
          tx.update(urgent, urgent.withRank(new Rank(1, 0, 0, 0, NOW.plusSeconds(5))));
          Task held = tx.find(running.number()).orElseThrow();
          tx.update(held, held.withRank(new Rank(1, 0, 0, 0, NOW.plusSeconds(20))));
          return held;
        });
    assertEquals(List.of(), due(NOW, 9));
    assertEquals(List.of(4L), due(NOW.plusSeconds(5), 9));
    assertEquals(List.of(4L, 3L, 1L), due(NOW.plusSeconds(20), 9));
    assertEquals(List.of(4L, 3L), due(NOW.plusSeconds(20), 2));
  }

  private List<Long> due(Instant now, int limit) {
    return store.write(tx -> tx.due(now, limit)).stream().map(TaskNumber::value).toList();
  }

  @Test
  void listsAreOrderedFilteredByTheStatusInEffectAndLimited() {
    insert("1", TaskStatus.READY, 10);
    store.write(
        tx ->
            insert(
                tx, NewTask.of("2").notBefore(NOW.plusSeconds(9)).build(), TaskStatus.PENDING, 99));
    insert("3", TaskStatus.COMPLETED, 50);
    insert("4", TaskStatus.READY, 10);
    EnumSet<TaskStatus> ready = EnumSet.of(TaskStatus.READY);
    assertEquals(List.of(1L, 2L, 3L, 4L), list(TaskQuery.ALL, NOW));
    TaskQuery all = TaskQuery.of(TaskFilter.ALL, Order.PRIORITY, 0);
    assertEquals(List.of(2L, 3L, 1L, 4L), list(all, NOW));
    assertEquals(
        List.of(1L, 4L), list(TaskQuery.of(TaskFilter.ofStatuses(ready), Order.PRIORITY, 0), NOW));
    Instant due = NOW.plusSeconds(9);
    assertEquals(
        List.of(2L, 1L, 4L),
        list(TaskQuery.of(TaskFilter.ofStatuses(ready), Order.PRIORITY, 0), due));
    assertEquals(
        List.of(2L, 1L), list(TaskQuery.of(TaskFilter.ofStatuses(ready), Order.PRIORITY, 2), due));
    EnumSet<TaskStatus> two = EnumSet.of(TaskStatus.PENDING, TaskStatus.COMPLETED);
    assertEquals(
        List.of(2L, 3L), list(TaskQuery.of(TaskFilter.ofStatuses(two), Order.NUMBER, 0), NOW));
  }

  @Test
  void theTreeShowsTheStatusInEffect() {
    NewTask soon = NewTask.of("soon").notBefore(NOW.plusSeconds(9)).build();
    store.write(tx -> insert(tx, soon, TaskStatus.PENDING, 9));
    NewTask never = NewTask.of("never").maxRetries(0).parent(TaskNumber.of(1)).build();
    store.write(tx -> insert(tx, never, TaskStatus.READY, 5));
    store.write(tx -> tx.claimReady("w", 1, Duration.ofSeconds(9), ClaimFilter.ANY, NOW));
    insert("again", TaskStatus.READY, 1);
    store.write(tx -> tx.claimReady("w", 1, Duration.ofSeconds(9), ClaimFilter.ANY, NOW));
    assertEquals("1 pending 0, 2 running 1, 3 running 0", describe(NOW));
    assertEquals("1 ready 0, 2 failed 1, 3 ready 0", describe(NOW.plusSeconds(9)));
  }

  private String describe(Instant asOf) {
    TaskTree tree = store.read(tx -> tx.loadTree(TreeView.TREE, asOf, null, loaded -> {}));
    List<String> nodes = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      nodes.add(tree.number(node) + " " + tree.status(node).label() + " " + tree.depth(node));
    }
    return String.join(", ", nodes);
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

  @Test
  void closingTwiceDoesNoHarm() {
    store.close();
    store.close();
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
}
