package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.ImportSummary;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.KeyConflictException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.PrerequisiteRefusedException;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.StaleTokenException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.task.TransitionRefusedException;
import dev.arborist.domain.task.UnknownTaskException;
import dev.arborist.domain.tree.TreeView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the queue must do on every store. */
public abstract class TaskQueueContract {

  private static final Duration LEASE = Duration.ofSeconds(30);

  @TempDir Path directory;

  private final TestClock clock = new TestClock();
  private final SequentialIds ids = new SequentialIds();
  private TaskStore store;
  private TaskQueue queue;
  private TaskBrowser browser;

  /** For subclasses. */
  protected TaskQueueContract() {}

  /** Creates an empty store whose files, if any, are in the directory. */
  protected abstract TaskStore create(Path directory);

  @BeforeEach
  void openQueue() {
    store = create(directory);
    queue = Services.queue(store, ids, clock, "tester");
    browser = Services.browser(store, clock);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private Task add(NewTask.Builder task) {
    return queue.enqueue(task.build());
  }

  private Task add(String prompt, Task... prerequisites) {
    List<TaskNumber> numbers = new ArrayList<>();
    for (Task prerequisite : prerequisites) {
      numbers.add(prerequisite.number());
    }
    return add(NewTask.of(prompt).prerequisites(numbers));
  }

  private Claim claim() {
    List<Claim> claims = queue.claim("w", 1, LEASE);
    assertEquals(1, claims.size(), "something is ready");
    return claims.get(0);
  }

  private TaskStatus status(Task task) {
    return browser.get(task.number()).task().status();
  }

  private Task stored(Task task) {
    return store.read(tx -> tx.find(task.number())).orElseThrow();
  }

  private void complete(Task task) {
    Claim claim = claim();
    assertEquals(task.number(), claim.details().task().number());
    queue.complete(task.number(), claim.token(), null);
  }

  @Test
  void aNewTaskIsReadyPendingOrBlocked() {
    Task ready = add("a");
    assertEquals(TaskStatus.READY, ready.status());
    Instant later = TestClock.START.plusSeconds(60);
    assertEquals(TaskStatus.PENDING, add(NewTask.of("b").notBefore(later)).status());
    assertEquals(TaskStatus.READY, add(NewTask.of("c").notBefore(TestClock.START)).status());
    assertEquals(
        TaskStatus.BLOCKED,
        add(NewTask.of("d").notBefore(later).prerequisites(List.of(ready.number()))).status());
  }

  @Test
  void aTaskThatRefersToNothingIsRefusedAndNothingIsStored() {
    TaskNumber nothing = TaskNumber.of(7);
    assertThrows(UnknownTaskException.class, () -> add(NewTask.of("a").parent(nothing)));
    assertThrows(
        UnknownTaskException.class, () -> add(NewTask.of("a").prerequisites(List.of(nothing))));
    assertEquals(0, browser.tree(TreeView.TREE).size());
  }

  @Test
  void aTaskCannotWaitForWhatFailedOrWasCancelled() {
    Task cancelled = add("a");
    queue.cancel(cancelled.number(), null);
    var refused = assertThrows(PrerequisiteRefusedException.class, () -> add("b", cancelled));
    assertTrue(refused.getMessage().contains("#1 is cancelled"), refused.getMessage());
    assertEquals(1, browser.tree(TreeView.TREE).size());
  }

  @Test
  void aBlockedTaskIsNeverClaimed() {
    Task first = add("first");
    add(NewTask.of("second").basePriority(10).prerequisites(List.of(first.number())));
    assertEquals(first.number(), claim().details().task().number());
    assertEquals(List.of(), queue.claim("w", 9, LEASE));
  }

  @Test
  void completingTheLastPrerequisiteUnblocks() {
    Task a = add("a");
    Task b = add("b");
    Task both = add("both", a, b);
    complete(a);
    assertEquals(TaskStatus.BLOCKED, status(both));
    complete(b);
    assertEquals(TaskStatus.READY, status(both));
    assertEquals(0, stored(both).rank().openPrerequisites());
  }

  @Test
  void anUnblockedTaskThatIsNotDueWaitsForItsTime() {
    Task a = add("a");
    Instant later = TestClock.START.plusSeconds(60);
    Task task = add(NewTask.of("b").notBefore(later).prerequisites(List.of(a.number())));
    complete(a);
    assertEquals(TaskStatus.PENDING, status(task));
    assertEquals(List.of(), queue.claim("w", 1, LEASE));
    clock.advance(Duration.ofSeconds(60));
    assertEquals(TaskStatus.READY, status(task), "a reader sees that it is due");
    assertEquals(TaskStatus.PENDING, stored(task).status(), "and only writes store it");
    assertEquals(task.number(), claim().details().task().number());
  }

  @Test
  void depthIsOneMoreThanTheDeepestPrerequisiteAndStaysAfterItsCompletion() {
    Task task = add("0");
    for (int depth = 1; depth <= 12; depth++) {
      task = add("deeper", task);
      assertEquals(Math.min(depth, 10), task.rank().depth());
    }
    complete(stored(TaskNumber.of(1)));
    assertEquals(1, stored(TaskNumber.of(2)).rank().depth());
  }

  private Task stored(TaskNumber number) {
    return store.read(tx -> tx.find(number)).orElseThrow();
  }

  @Test
  void whatManyWaitForComesFirst() {
    Task lonely = add("lonely");
    Task wanted = add("wanted");
    Task waits = add("waits", wanted);
    assertEquals(1, stored(wanted).rank().openDependents());
    assertTrue(stored(wanted).rank().priority() > lonely.rank().priority());
    queue.cancel(waits.number(), null);
    assertEquals(0, stored(wanted).rank().openDependents());
    assertEquals(lonely.rank().priority(), stored(wanted).rank().priority());
  }

  @Test
  void theOrderIsPriorityThenNumber() {
    Task low = add(NewTask.of("low").basePriority(1));
    Task high = add(NewTask.of("high").basePriority(9));
    Task high2 = add(NewTask.of("high too").basePriority(9));
    List<TaskNumber> claimed =
        queue.claim("w", 5, LEASE).stream().map(one -> one.details().task().number()).toList();
    assertEquals(List.of(high.number(), high2.number(), low.number()), claimed);
  }

  @Test
  void anApproachingDeadlineRaisesThePriorityAtTheNextClaim() {
    Task calm = add(NewTask.of("calm").basePriority(6));
    Task dated =
        add(NewTask.of("dated").basePriority(5).deadline(TestClock.START.plusSeconds(86_400 * 30)));
    assertTrue(dated.rank().priority() > calm.rank().priority() - 100);
    clock.advance(Duration.ofDays(29).plusHours(23).plusMinutes(30));
    assertEquals(dated.number(), claim().details().task().number());
    assertEquals(1_500 + 2_000 + 500, stored(dated).rank().priority());
  }

  @Test
  void tokensCountClaimsAndOnlyTheCurrentOneHolds() {
    Task task = add("a");
    Claim first = claim();
    assertEquals(1, first.token());
    clock.advance(LEASE);
    Claim second = claim();
    assertEquals(2, second.token());
    assertThrows(
        StaleTokenException.class, () -> queue.complete(task.number(), first.token(), null));
    assertThrows(StaleTokenException.class, () -> queue.fail(task.number(), 99, null));
    queue.complete(task.number(), second.token(), "{}");
    assertEquals("{}", browser.get(task.number()).result());
  }

  @Test
  void aLeaseThatIsOverIsExpiredAndTheCallRefused() {
    Task task = add("a");
    Claim claim = claim();
    clock.advance(LEASE);
    assertThrows(
        StaleTokenException.class, () -> queue.complete(task.number(), claim.token(), null));
    assertEquals(TaskStatus.READY, stored(task).status(), "the expiry is kept");
    assertEquals(1, stored(task).progress().failures());
  }

  @Test
  void anInstantBeforeItsEndALeaseStillHolds() {
    Task task = add("a");
    Claim claim = claim();
    clock.advance(LEASE.minusNanos(1_000));
    assertEquals(TaskStatus.COMPLETED, queue.complete(task.number(), claim.token(), null).status());
  }

  @Test
  void threeRetriesMeanFourRunsAndThenEverythingThatWaitsIsCancelled() {
    Task task = add("a");
    Task waits = add("b", task);
    Task waitsLonger = add("c", waits, task);
    for (int run = 1; run <= 4; run++) {
      Claim claim = claim();
      assertEquals(run, claim.token());
      Task failed = queue.fail(task.number(), claim.token(), "run " + run);
      assertEquals(run < 4 ? TaskStatus.PENDING : TaskStatus.FAILED, failed.status());
      assertEquals(List.of(), queue.claim("w", 1, LEASE), "it backs off");
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals("run 4", browser.get(task.number()).error());
    for (Task cancelled : List.of(waits, waitsLonger)) {
      assertEquals(TaskStatus.CANCELLED, status(cancelled));
      assertEquals(task.number(), stored(cancelled).progress().cause());
    }
  }

  @Test
  void anExpiredLeaseWithoutRetriesFailsAndCascades() {
    Task task = add(NewTask.of("a").maxRetries(0));
    Task waits = add("b", task);
    claim();
    clock.advance(LEASE);
    assertEquals(TaskStatus.FAILED, status(task), "a reader sees it at once");
    assertEquals(List.of(), queue.claim("w", 1, LEASE));
    assertEquals(TaskStatus.FAILED, stored(task).status());
    assertEquals(TaskStatus.CANCELLED, stored(waits).status());
  }

  @Test
  void aTaskWhoseLeaseIsOverIsTakenForWhatItHasBecome() {
    Task task = add(NewTask.of("a").maxRetries(0));
    claim();
    clock.advance(LEASE);
    assertThrows(PrerequisiteRefusedException.class, () -> add("b", task));
    assertThrows(TransitionRefusedException.class, () -> queue.cancel(task.number(), null));
    Task retried = add("c");
    claim();
    clock.advance(LEASE);
    assertEquals(
        TaskStatus.CANCELLED, queue.cancel(retried.number(), null).cancelled().get(0).status());
    assertEquals(1, stored(retried).progress().failures());
  }

  @Test
  void theSameKeyAddsATaskOnceWhateverBecameOfIt() {
    Task task = add(NewTask.of("a").idempotencyKey("k"));
    assertEquals(task, add(NewTask.of("a").idempotencyKey("k")));
    queue.update(task.number(), TaskUpdate.builder().summary("another").build());
    queue.cancel(task.number(), null);
    Task again = add(NewTask.of("a").idempotencyKey("k"));
    assertEquals(task.number(), again.number());
    assertEquals(TaskStatus.CANCELLED, again.status());
    var refused =
        assertThrows(KeyConflictException.class, () -> add(NewTask.of("b").idempotencyKey("k")));
    assertEquals(task.number(), refused.number());
    assertEquals(1, browser.tree(TreeView.TREE).size());
  }

  @Test
  void cancellingTouchesEveryTransitiveDependentOnceAndNoChild() {
    Task root = add("root");
    Task left = add("left", root);
    Task right = add("right", root);
    Task join = add("join", left, right);
    Task child = add(NewTask.of("child").parent(root.number()));
    List<TaskNumber> cancelled =
        queue.cancel(root.number(), null).cancelled().stream().map(Task::number).toList();
    assertEquals(List.of(root.number(), left.number(), right.number(), join.number()), cancelled);
    assertEquals(TaskStatus.READY, status(child));
    assertNull(stored(root).progress().cause());
    assertEquals(root.number(), stored(join).progress().cause());
  }

  @Test
  void aCancelledTaskIsLostToItsHolder() {
    Task task = add("a");
    Claim claim = claim();
    queue.cancel(task.number(), null);
    var refused =
        assertThrows(
            TransitionRefusedException.class,
            () -> queue.complete(task.number(), claim.token(), null));
    assertEquals(TaskStatus.CANCELLED, refused.from());
    assertEquals(TaskStatus.COMPLETED, refused.to());
  }

  @Test
  void cancellingWithATokenNeedsTheCurrentOne() {
    Task task = add("a");
    Claim claim = claim();
    assertThrows(StaleTokenException.class, () -> queue.cancel(task.number(), 9L));
    assertEquals(1, queue.cancel(task.number(), claim.token()).cancelled().size());
  }

  @Test
  void whatTheTableDoesNotAllowIsRefusedAndChangesNothing() {
    Task task = add("a");
    assertThrows(TransitionRefusedException.class, () -> queue.complete(task.number(), 0, null));
    Claim claim = claim();
    queue.complete(task.number(), claim.token(), null);
    Task before = stored(task);
    assertThrows(
        TransitionRefusedException.class, () -> queue.complete(task.number(), claim.token(), null));
    assertThrows(
        TransitionRefusedException.class, () -> queue.fail(task.number(), claim.token(), "x"));
    assertThrows(TransitionRefusedException.class, () -> queue.cancel(task.number(), null));
    assertEquals(before, stored(task));
    assertThrows(UnknownTaskException.class, () -> queue.cancel(TaskNumber.of(9), null));
  }

  @Test
  void argumentsOutOfRangeAreRefused() {
    assertThrows(InvalidInputException.class, () -> queue.claim(" ", 1, LEASE));
    assertThrows(InvalidInputException.class, () -> queue.claim("w", 0, LEASE));
    assertThrows(InvalidInputException.class, () -> queue.claim("w", 1, Duration.ZERO));
    assertThrows(InvalidInputException.class, () -> queue.complete(TaskNumber.of(1), 1, "\0"));
  }

  @Test
  void aDependentsChainOfTenThousandIsCancelledWithoutOverflow() {
    int n = 10_000;
    importChain(n);
    assertEquals(n, queue.cancel(TaskNumber.of(1), null).cancelled().size());
    assertEquals(TaskStatus.CANCELLED, stored(TaskNumber.of(n)).status());
  }

  private void importChain(int n) {
    List<TaskImport.Entry> chain =
        IntStream.rangeClosed(1, n).mapToObj(i -> entry(i, i == 1 ? 0 : i - 1)).toList();
    assertEquals(new ImportSummary(n, 1, n), queue.importTasks(TaskImport.of(chain, false)));
  }

  private TaskImport.Entry entry(int number, int prerequisite) {
    NewTask task = NewTask.of("task " + number).build();
    Task imported =
        new Task(
            TaskNumber.of(number),
            ids.next(),
            task.profile(),
            task.schedule(),
            Progress.unclaimed(TaskStatus.READY, null),
            new Rank(0, 0, 0, 0, null),
            TestClock.START,
            TestClock.START);
    List<TaskNumber> prerequisites =
        prerequisite == 0 ? List.of() : List.of(TaskNumber.of(prerequisite));
    return TaskImport.Entry.of(
        number, new TaskDetails(imported, "p", null, null, null, prerequisites, null));
  }

  @Test
  void anImportDerivesWhatAnEnqueueWould() {
    importChain(12);
    Task a = add("a");
    Task b = add("b", a);
    assertEquals(a.rank().depth(), stored(TaskNumber.of(1)).rank().depth());
    assertEquals(stored(a).rank(), stored(TaskNumber.of(1)).rank());
    assertEquals(TaskStatus.BLOCKED, stored(TaskNumber.of(2)).status());
    assertEquals(b.rank().depth(), stored(TaskNumber.of(2)).rank().depth());
    assertEquals(10, stored(TaskNumber.of(12)).rank().depth());
  }

  @Test
  void anImportIsRenumberedBehindWhatIsThere() {
    add("a");
    ImportSummary added = queue.importTasks(TaskImport.of(List.of(entry(7, 5), entry(5, 0)), true));
    assertEquals(new ImportSummary(2, 2, 3), added);
    assertEquals(List.of(TaskNumber.of(2)), browser.get(TaskNumber.of(3)).prerequisites());
  }

  @Test
  void anImportThatCannotBeTakenWholeIsRefusedNamingTheLine() {
    refuseImport("line 3: the prerequisite #9", entry(1, 0), entry(3, 9));
    refuseImport("form a cycle: #1 -> #2 -> #1", entry(1, 2), entry(2, 1));
    refuseImport("line 1: task #1 stands in line 1", entry(1, 0), entry(1, 0));
    add("a");
    refuseImport("line 1: the queue has this task already, as #1", entry(1, 0));
    assertEquals(1, browser.tree(TreeView.TREE).size());
  }

  private void refuseImport(String part, TaskImport.Entry... entries) {
    TaskImport tasks = TaskImport.of(List.of(entries), false);
    var refused = assertThrows(InvalidInputException.class, () -> queue.importTasks(tasks));
    assertTrue(String.valueOf(refused.getMessage()).contains(part), refused.getMessage());
  }

  @Test
  void anEmptyImportAddsNothing() {
    assertEquals(new ImportSummary(0, 0, 0), queue.importTasks(TaskImport.of(List.of(), true)));
  }
}
