package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.dependency.DependencyCycleException;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.Cancellation;
import dev.arborist.domain.task.ChangeRefusedException;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.NotLinkedException;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.PruneRefusedException;
import dev.arborist.domain.task.Revival;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What happens to tasks around a task: batches, links, cascades, retries, pruning. */
public abstract class QueueGraphContract extends QueueFixture {

  /** For subclasses. */
  protected QueueGraphContract() {}

  @Test
  void aBatchIsAGraphWhoseEdgesPointBothWays() {
    TaskBatch.Builder batch = TaskBatch.builder();
    TaskBatch.Ref release = batch.add(NewTask.of("release").build());
    TaskBatch.Ref test = batch.add(NewTask.of("test").build());
    TaskBatch.Ref build = batch.add(NewTask.of("build").build());
    batch.parent(test, release).parent(build, release);
    batch.prerequisite(release, test).prerequisite(test, build);
    List<Task> tasks = queue.enqueueAll(batch.build());
    assertEquals(List.of(1L, 2L, 3L), tasks.stream().map(t -> t.number().value()).toList());
    assertEquals(
        List.of(TaskStatus.BLOCKED, TaskStatus.BLOCKED, TaskStatus.READY),
        tasks.stream().map(Task::status).toList());
    assertEquals(List.of(2, 1, 0), tasks.stream().map(t -> t.rank().depth()).toList());
    assertEquals(TaskNumber.of(1), tasks.get(2).profile().parent());
    assertEquals(
        List.of(List.of(3L), List.of(2L), List.of(1L)),
        browser.plan().batches().stream()
            .map(one -> one.stream().map(TaskNumber::value).toList())
            .toList());
  }

  @Test
  void aBatchIsRefusedWhole() {
    TaskBatch.Builder cycle = TaskBatch.builder();
    TaskBatch.Ref a = cycle.add(NewTask.of("a").build());
    TaskBatch.Ref b = cycle.add(NewTask.of("b").build());
    cycle.prerequisite(a, b).prerequisite(b, a);
    var refused = assertThrows(InvalidInputException.class, () -> queue.enqueueAll(cycle.build()));
    assertTrue(refused.getMessage().contains("task 1 -> task 2 -> task 1"), refused.getMessage());
    TaskBatch.Builder orphan = TaskBatch.builder();
    orphan.add(NewTask.of("a").build());
    orphan.add(NewTask.of("b").parent(TaskNumber.of(9)).build());
    assertThrows(RuntimeException.class, () -> queue.enqueueAll(orphan.build()));
    assertEquals(0, browser.statistics().total());
  }

  @Test
  void aCycleIsRefusedNamingItsPath() {
    Task a = add("a");
    Task b = add("b", a);
    Task c = add("c", b);
    var refused =
        assertThrows(DependencyCycleException.class, () -> queue.link(a.number(), c.number()));
    assertEquals(numbers(List.of(a, c, b, a)), refused.path());
    assertTrue(refused.getMessage().contains("#1 -> #3 -> #2 -> #1"), refused.getMessage());
    var self =
        assertThrows(DependencyCycleException.class, () -> queue.link(a.number(), a.number()));
    assertEquals(numbers(List.of(a, a)), self.path());
    TaskUpdate under = TaskUpdate.builder().parent(b.number()).build();
    queue.update(a.number(), under);
    TaskUpdate back = TaskUpdate.builder().parent(a.number()).build();
    var parents =
        assertThrows(DependencyCycleException.class, () -> queue.update(b.number(), back));
    assertEquals(numbers(List.of(b, a, b)), parents.path());
  }

  @Test
  void linkingBlocksUnlinkingUnblocksAndDepthFollows() {
    Task a = add("a");
    Task b = add("b");
    Task c = add("c", b);
    Task linked = queue.link(b.number(), a.number());
    assertEquals(TaskStatus.BLOCKED, linked.status());
    assertEquals(linked, queue.link(b.number(), a.number()), "again changes nothing");
    assertEquals(2, stored(c).rank().depth());
    assertEquals(1, stored(a).rank().openDependents());
    assertEquals(TaskStatus.READY, queue.unlink(b.number(), a.number()).status());
    assertEquals(1, stored(c).rank().depth());
    assertEquals("enqueued ready, linked blocked, unlinked ready", history(b));
    assertThrows(NotLinkedException.class, () -> queue.unlink(b.number(), a.number()));
    completeNumber(a);
    assertThrows(ChangeRefusedException.class, () -> queue.link(a.number(), b.number()));
    assertEquals(TaskStatus.READY, queue.link(b.number(), a.number()).status(), "a is completed");
  }

  @Test
  void aRetryRevivesExactlyWhatItsTaskHadCancelled() {
    Task cause = add(NewTask.of("cause").basePriority(10));
    Task other = add(NewTask.of("other").basePriority(9));
    Task both = add("both", cause, other);
    Task one = add("one", cause);
    Task behind = add("behind", one);
    Task mine = add("cancelled by hand", cause);
    queue.cancel(mine.number(), null);
    failForGood(cause);
    failForGood(other);
    assertEquals(cause.number(), stored(both).progress().cause());
    var refused = assertThrows(PrerequisiteRefusedException.class, () -> queue.retry(one.number()));
    assertEquals(List.of(cause.number()), refused.prerequisites());
    Revival revival = queue.retry(cause.number());
    assertEquals(TaskStatus.READY, revival.retried().status());
    assertEquals(0, revival.retried().progress().failures());
    assertEquals(numbers(List.of(one, behind)), numbers(revival.revived()));
    assertEquals(numbers(List.of(both)), numbers(revival.left()));
    assertEquals(other.number(), stored(both).progress().cause());
    assertEquals(TaskStatus.CANCELLED, stored(mine).status());
    assertNull(stored(mine).progress().cause());
    assertEquals(1, stored(cause).rank().openDependents());
    assertEquals(numbers(List.of(both)), numbers(queue.retry(other.number()).revived()));
    assertEquals(2, stored(both).rank().openPrerequisites());
  }

  /** To look at the prerequisites of one task may end the lease that another waits for. */
  @Test
  void whatIsCancelledAgainMeanwhileIsLeft() {
    Task cause = add(NewTask.of("cause").basePriority(10));
    Task late = add(NewTask.of("late").basePriority(9).maxRetries(0));
    Task between = add("between", late);
    Task again = add("again", cause, between);
    Task left = add("left", cause, late);
    failForGood(cause);
    claim();
    clock.advance(LEASE);
    Revival revival = queue.retry(cause.number());
    assertEquals(List.of(), revival.revived());
    assertEquals(numbers(List.of(left, again)), numbers(revival.left()));
    revival.left().forEach(task -> assertEquals(TaskStatus.CANCELLED, stored(task).status()));
  }

  @Test
  void whatNobodyHasCancelledYetIsExplainedByWhatIsLost() {
    Task late = add(NewTask.of("late").maxRetries(0));
    Task waiting = add("waiting", late);
    claim();
    clock.advance(LEASE);
    Explanation why = browser.explain(waiting.number());
    assertEquals(TaskStatus.BLOCKED, why.task().status());
    assertEquals(numbers(List.of(late)), numbers(why.lostPrerequisites()));
    queue.claim("w", 1, LEASE);
    assertEquals(TaskStatus.CANCELLED, status(waiting));
  }

  @Test
  void aSubtreeIsCancelledButForWhatHasEnded() {
    Task root = add("root");
    Task done = child("done", root);
    Task open = child("open", root);
    Task deep = child("deep", open);
    Task outside = add("outside", deep);
    Task spared = add("spared");
    completeNumber(done);
    Cancellation cancellation = queue.cancelSubtree(root.number());
    assertEquals(numbers(List.of(root, open, deep, outside)), numbers(cancellation.cancelled()));
    assertEquals(1, cancellation.alreadyTerminal());
    assertEquals(deep.number(), stored(outside).progress().cause());
    assertEquals(TaskStatus.READY, stored(spared).status());
    assertEquals(4, queue.cancelSubtree(root.number()).alreadyTerminal(), "now all have ended");
  }

  private void completeNumber(Task task) {
    queue.update(task.number(), TaskUpdate.builder().basePriority(10).build());
    complete(task);
  }

  @Test
  void anUpdateChangesWhatItsStatusAllows() {
    Task task = add("a");
    TaskUpdate later =
        TaskUpdate.builder().notBefore(TestClock.START.plusSeconds(60)).basePriority(9).build();
    assertEquals(TaskStatus.PENDING, queue.update(task.number(), later).status());
    assertEquals("enqueued ready, rescheduled pending", history(task));
    queue.update(task.number(), TaskUpdate.builder().notBefore(null).prompt("b").build());
    assertEquals("b", browser.get(task.number()).prompt());
    long token = claim().token();
    var refused =
        assertThrows(
            ChangeRefusedException.class,
            () -> queue.update(task.number(), TaskUpdate.builder().payload("1").build()));
    assertTrue(refused.getMessage().contains("payload"), refused.getMessage());
    queue.update(task.number(), TaskUpdate.builder().timeout(Duration.ofSeconds(5)).build());
    assertEquals(TestClock.START.plusSeconds(5), stored(task).progress().leaseUntil());
    queue.complete(task.number(), token, null);
    queue.update(task.number(), TaskUpdate.builder().summary("done").branch("b").build());
    assertEquals("done", stored(task).profile().summary());
    assertThrows(
        ChangeRefusedException.class,
        () -> queue.update(task.number(), TaskUpdate.builder().basePriority(1).build()));
    assertThrows(
        InvalidInputException.class,
        () -> queue.update(task.number(), TaskUpdate.builder().build()));
  }

  @Test
  void pruningLeavesWhatOthersNeed() {
    Task parent = add("parent");
    Task child = child("child", parent);
    Task awaited = add("awaited");
    Task waits = add("waits", awaited);
    for (Task task : List.of(parent, awaited)) {
      completeNumber(task);
    }
    assertRefused(parent, "a child of it stays");
    assertRefused(awaited, "an open task waits for it");
    assertRefused(child, "it is ready");
    PruneRequest.Builder all = PruneRequest.where().statuses(List.of(TaskStatus.COMPLETED));
    PruneReport kept = upkeep.prune(all.build());
    assertEquals(new PruneReport(List.of(), 0, 1, 1), kept);
    completeNumber(child);
    completeNumber(waits);
    PruneReport dry =
        upkeep.prune(
            PruneRequest.where().statuses(List.of(TaskStatus.COMPLETED)).dryRun(true).build());
    assertEquals(4, dry.pruned().size());
    assertEquals(4, browser.statistics().total());
    assertEquals(dry.pruned(), upkeep.prune(all.build()).pruned());
    assertEquals(0, browser.statistics().total());
    assertEquals("pruned -", history(parent));
    assertEquals(5, add("next").number().value());
  }

  private void assertRefused(Task task, String reason) {
    PruneRequest request = PruneRequest.where().numbers(List.of(task.number())).build();
    var refused = assertThrows(PruneRefusedException.class, () -> upkeep.prune(request));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  /** What is left of pruned tasks is a history, and their numbers stay taken wherever it goes. */
  @Test
  void numbersOfPrunedTasksAreTakenAlsoByAnImport() {
    Task pruned = add("a");
    complete(pruned);
    TaskImport.Entry entry = TaskImport.Entry.of(1, browser.get(pruned.number()));
    upkeep.prune(PruneRequest.where().numbers(List.of(pruned.number())).build());
    List<TaskEvent> history = events(pruned);
    var again =
        assertThrows(
            InvalidInputException.class,
            () -> queue.importTasks(TaskImport.of(List.of(entry), false)));
    assertTrue(again.getMessage().contains("pruned it"), again.getMessage());
    queue.importTasks(left(4, history.get(0), 50));
    assertEquals(51, add("next").number().value());
    assertRefusedIn("line 4: task #51 was pruned", left(4, history.get(0), 51));
    long large = TaskNumber.MAX;
    assertRefusedIn("line 5: the pruned task #" + large, left(5, history.get(0), large));
  }

  /** What a pruned task left, as it is read from an export. */
  private static TaskImport left(int line, TaskEvent event, long number) {
    TaskEvent moved = event.movedTo(TaskNumber.of(number), 9);
    List<TaskImport.Pruned> pruned = List.of(new TaskImport.Pruned(line, moved));
    return new TaskImport(List.of(), false, pruned, List.of());
  }

  /** Another process may make a task ready between any two steps of the doctor. */
  @Test
  void theDoctorsTimeIsNotBehindTheTasksThatItReads() {
    Instant due = clock.instant().plusMillis(500);
    add(NewTask.of("waits").notBefore(due).basePriority(1));
    add("comes first");
    TestClock later = new TestClock();
    later.advance(Duration.ofSeconds(1));
    var other = Services.queue(store, new SequentialIds(), later, "other");
    InstantSource slow =
        () -> {
          CompletableFuture.runAsync(() -> other.claim("w", 1, LEASE)).join();
          return TestClock.START;
        };
    var doctor = Services.upkeep(store, slow, "tester");
    assertEquals(List.of(), doctor.diagnose(false).findings());
    assertEquals(TaskStatus.READY, browser.get(TaskNumber.of(1)).task().status());
    clock.advance(Duration.ofSeconds(1));
  }

  /** A number that was given out and taken back does not make a queue older. */
  @Test
  void afterAnImportThatWasRefusedAnotherOneStillKeepsItsSequences() {
    Task task = add("a");
    complete(task);
    upkeep.prune(PruneRequest.where().numbers(List.of(task.number())).build());
    TaskEvent event = events(task).get(0);
    try (TaskStore fresh = create(directory.resolve("fresh"))) {
      var other = Services.queue(fresh, new SequentialIds(), clock, "tester");
      TaskImport good = left(1, event, 50);
      var content = new SpecificationDocument("n", "k", 1, "{}", TestClock.START, "me");
      var document = new TaskImport.Document(2, content);
      TaskImport bad = new TaskImport(List.of(), false, good.pruned(), List.of(document, document));
      assertThrows(InvalidInputException.class, () -> other.importTasks(bad));
      other.importTasks(good);
      List<TaskEvent> kept = Services.browser(fresh, clock).events(new EventQuery(null, 0, 0));
      assertEquals(List.of(good.pruned().get(0).event()), kept);
    }
  }

  private void assertRefusedIn(String beginning, TaskImport tasks) {
    var refused = assertThrows(InvalidInputException.class, () -> queue.importTasks(tasks));
    assertTrue(refused.getMessage().startsWith(beginning), refused.getMessage());
  }

  @Test
  void aVersionOfADocumentThatIsThereIsRefusedByItsLine() {
    var content = new SpecificationDocument("n", "k", 1, "{}", TestClock.START, "me");
    TaskImport tasks =
        new TaskImport(List.of(), false, List.of(), List.of(new TaskImport.Document(3, content)));
    queue.importTasks(tasks);
    assertRefusedIn("line 3: the queue has version 1 of the document n k already", tasks);
  }
}
