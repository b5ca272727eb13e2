package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.ImportSummary;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TreeView;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of imported tasks. */
public abstract class QueueImportContract extends QueueFixture {

  /** For subclasses. */
  protected QueueImportContract() {}

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
  void aLongCycleIsNamedByItsEnds() {
    List<TaskImport.Entry> ring =
        IntStream.rangeClosed(1, 1_000).mapToObj(i -> entry(i, i == 1 ? 1_000 : i - 1)).toList();
    TaskImport tasks = TaskImport.of(ring, false);
    var refused = assertThrows(InvalidInputException.class, () -> queue.importTasks(tasks));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(" -> … 985 more … -> "), message);
  }

  @Test
  void anEmptyImportAddsNothing() {
    assertEquals(new ImportSummary(0, 0, 0), queue.importTasks(TaskImport.of(List.of(), true)));
  }
}
