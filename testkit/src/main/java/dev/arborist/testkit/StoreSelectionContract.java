package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which tasks a store selects, and in what order: for claims, clocks, lists and trees. */
public abstract class StoreSelectionContract extends StoreFixture {

  /** For subclasses. */
  protected StoreSelectionContract() {}

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
}
