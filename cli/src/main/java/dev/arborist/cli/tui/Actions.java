package dev.arborist.cli.tui;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.cli.tui.Loader.Kind;
import dev.arborist.domain.task.Cancellation;
import dev.arborist.domain.task.Revival;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a person does to the marked tasks, or else to the selected one: first asked, then done. */
final class Actions {

  /** Does something to one task. */
  interface Act {

    /** Returns every task that has changed, the one that was meant first, if it has. */
    List<TaskNumber> apply(TaskNumber number);
  }

  private final TaskQueue queue;
  private final Reading reading;
  private final Workspace desk;

  Actions(TaskQueue queue, Reading reading, Workspace desk) {
    this.queue = queue;
    this.reading = reading;
    this.desk = desk;
  }

  /** The tasks that are meant, ascending; none where the cursor is on no task. */
  private List<TaskNumber> meant() {
    if (!desk.board.marked().isEmpty()) {
      return List.copyOf(desk.board.marked());
    }
    return desk.board.selected().stream().toList();
  }

  private boolean canAct(List<TaskNumber> numbers) {
    if (numbers.isEmpty()) {
      desk.status.warn("move to a task first");
    } else if (desk.loader.isBusy(Kind.ACTION)) {
      desk.status.warn("what was asked for before is still being done");
    } else {
      return true;
    }
    return false;
  }

  private static String named(List<TaskNumber> numbers) {
    return numbers.size() == 1
        ? numbers.get(0).toString()
        : Numbers.of(numbers.size(), "marked task");
  }

  void askToCancel() {
    List<TaskNumber> numbers = meant();
    if (!canAct(numbers)) {
      return;
    }
    String start = "cancel " + named(numbers);
    String them = numbers.size() == 1 ? "it" : "them";
    Asking asking = new Asking(desk, start + " and what waits for " + them, "nothing cancelled");
    asking.choice('y', "yes", () -> start("cancelled", numbers, this::cancel));
    below(numbers)
        .ifPresent(
            below ->
                asking.choice('s', below, () -> start("cancelled", numbers, this::cancelSubtree)));
    desk.enter(asking);
    desk.loader.request(
        Kind.CONSEQUENCES,
        ticket -> reading.waiting(numbers, ticket),
        waiting -> asking.ask(start + waiting(waiting, them)),
        e -> asking.ask(start + ", if that can be: " + Failures.message(e)));
  }

  private static String waiting(int count, String them) {
    if (count == 0) {
      return "";
    }
    String tasks =
        count > Reading.WAITING_MAX
            ? "more than " + Numbers.of(Reading.WAITING_MAX, "task")
            : Numbers.of(count, "task");
    return " and " + tasks + " waiting for " + them;
  }

  private List<TaskNumber> cancel(TaskNumber number) {
    return numbers(queue.cancel(number, null));
  }

  private List<TaskNumber> cancelSubtree(TaskNumber number) {
    return numbers(queue.cancelSubtree(number));
  }

  private static List<TaskNumber> numbers(Cancellation done) {
    return done.cancelled().stream().map(Task::number).toList();
  }

  /** What the choice of the subtree is called; nothing when it is known that there is none. */
  private Optional<String> below(List<TaskNumber> numbers) {
    TaskTree tree = desk.board.tree();
    String name = "everything below too";
    if (tree == null || tree.view() != TreeView.TREE || numbers.size() > 1) {
      return Optional.of(name);
    }
    OptionalInt node = tree.nodeOf(numbers.get(0));
    if (node.isEmpty() || tree.subtreeSize(node.getAsInt()) == 1) {
      return Optional.empty();
    }
    int open = 0;
    for (TaskStatus status : TaskStatus.values()) {
      open += status.isOpen() ? tree.rollUp().below(node.getAsInt(), status) : 0;
    }
    return Optional.of(name + " (" + Numbers.grouped(open) + " open)");
  }

  void askToRetry() {
    List<TaskNumber> numbers = meant();
    if (canAct(numbers)) {
      Asking asking = new Asking(desk, "retry " + named(numbers), "nothing retried");
      asking.choice('y', "yes", () -> start("retried", numbers, this::retry));
      desk.enter(asking);
    }
  }

  private List<TaskNumber> retry(TaskNumber number) {
    Revival done = queue.retry(number);
    return Stream.concat(Stream.of(done.retried()), done.revived().stream())
        .map(Task::number)
        .toList();
  }

  void askForPriority() {
    List<TaskNumber> numbers = meant();
    if (canAct(numbers)) {
      desk.enter(new PriorityPrompt(desk, named(numbers), value -> prioritise(numbers, value)));
    }
  }

  private void prioritise(List<TaskNumber> numbers, int value) {
    start(
        "set to base priority " + value + ":",
        numbers,
        number ->
            List.of(
                queue.update(number, TaskUpdate.builder().basePriority(value).build()).number()));
  }

  /** Does it in the background, tells what came of it, and reads the queue anew. */
  private void start(String done, List<TaskNumber> numbers, Act act) {
    desk.loader.request(
        Kind.ACTION,
        ticket -> Tally.of(done, numbers, act, ticket),
        tally -> {
          if (tally.isFlawed()) {
            desk.status.warn(tally.text());
          } else {
            desk.status.say(tally.text());
          }
          desk.board.marked().removeAll(new ArrayList<>(tally.done()));
          desk.refresh.load();
        },
        e -> desk.status.warn(Failures.message(e)));
  }
}
