package dev.arborist.cli.tui;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.cli.tui.Rows.Look;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.LoadProgress;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** What the background reads of the queue. */
final class Reading {

  /** A task that more wait for is shown without them: to read a million would take too long. */
  private static final int DEPENDENTS_MAX = 10_000;

  /** Of what waits for a task no more are counted: it is many. */
  static final int WAITING_MAX = 1_000;

  private static final int EVENTS_MAX = 100;

  private final TaskBrowser browser;
  private final LongSupplier nanos;

  Reading(TaskBrowser browser, LongSupplier nanos) {
    this.browser = browser;
    this.nanos = nanos;
  }

  /** A number that changes with the queue. */
  long revision() {
    return browser.revision();
  }

  /**
   * Reads a whole view.
   *
   * <p>What changes by the clock or by others while that goes on is read again: the revision and
   * the next time are asked for first.
   */
  Loaded load(TreeView view, TaskFilter filter, Look look, LoadProgress progress) {
    long start = nanos.getAsLong();
    long revision = revision();
    Instant nextDue = browser.nextDue().orElse(null);
    TaskTree tree = browser.tree(view, progress);
    tree.rollUp(); // made once, and then there for whoever draws
    Rows rows = filtered(tree, filter, look);
    QueueStatistics statistics = browser.statistics();
    return new Loaded(revision, rows, statistics, nextDue, nanos.getAsLong() - start);
  }

  /** The rows of a tree that meet a filter. */
  Rows filtered(TaskTree tree, TaskFilter filter, Look look) {
    BitSet met = filter.isAll() ? null : browser.matches(tree, filter);
    return Rows.of(tree, filter, met, look);
  }

  /** What of a tree holds a text. */
  Matches search(TaskTree tree, TaskFilter text) {
    long start = nanos.getAsLong();
    BitSet nodes = browser.matches(tree, text);
    return new Matches(tree, nodes, nanos.getAsLong() - start);
  }

  /** All that is known of one task. */
  Detail detail(TaskNumber number) {
    TaskDetails details = browser.get(number);
    int waiting = details.task().rank().openDependents();
    boolean tooMany = waiting > DEPENDENTS_MAX;
    EventQuery last = new EventQuery(number, 0, EVENTS_MAX, true);
    List<TaskEvent> events = new ArrayList<>(browser.events(last));
    Collections.reverse(events);
    return new Detail(
        details,
        browser.explain(number),
        browser.prerequisites(number),
        tooMany ? List.of() : browser.dependents(number),
        tooMany ? waiting : 0,
        events);
  }

  /**
   * How many open tasks wait for some tasks, directly or not, themselves left out; when there are
   * more than {@link #WAITING_MAX}, that or a few more.
   */
  int waiting(List<TaskNumber> numbers, Ticket ticket) {
    Set<TaskNumber> met = new TreeSet<>(numbers);
    Deque<TaskNumber> next = new ArrayDeque<>(numbers);
    while (!next.isEmpty() && met.size() - numbers.size() <= WAITING_MAX) {
      ticket.check();
      TaskNumber number = next.removeFirst();
      int direct = browser.get(number).task().rank().openDependents();
      if (direct > WAITING_MAX) {
        return direct;
      }
      for (Task dependent : direct == 0 ? List.<Task>of() : browser.dependents(number)) {
        if (dependent.status().isOpen() && met.add(dependent.number())) {
          next.addLast(dependent.number());
        }
      }
    }
    return met.size() - numbers.size();
  }
}
