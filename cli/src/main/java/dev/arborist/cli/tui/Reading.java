package dev.arborist.cli.tui;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.cli.tui.Rows.Look;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.LoadProgress;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the background reads of the queue. */
final class Reading {

  /** A task that more wait for is shown without them: to read a million would take too long. */
  private static final int DEPENDENTS_MAX = 10_000;

  /** Of what waits for a task no more are counted: it is many. */
  static final int WAITING_MAX = 1_000;

  private static final int EVENTS_MAX = 100;

  private final TaskBrowser browser;
  private final InstantSource clock;

  Reading(TaskBrowser browser, InstantSource clock) {
    this.browser = browser;
    this.clock = clock;
  }

  /** A number that changes with the queue. */
  long revision() {
    return browser.revision();
  }

  /** Reads a whole view. */
  Loaded load(TreeView view, TaskFilter filter, Look look, LoadProgress progress) {
    Instant start = clock.instant();
    long revision = revision();
    TaskTree tree = browser.tree(view, progress);
    tree.rollUp(); // made once, and then there for whoever draws
    return new Loaded(
        revision,
        filtered(tree, filter, look),
        browser.statistics(),
        browser.nextDue().orElse(null),
        Duration.between(start, clock.instant()));
  }

  /** The rows of a tree that meet a filter. */
  Rows filtered(TaskTree tree, TaskFilter filter, Look look) {
    BitSet met = filter.isAll() ? null : matches(tree, filter);
    return Rows.of(tree, filter, met, look);
  }

  /** The nodes of a tree that meet a filter. */
  BitSet matches(TaskTree tree, TaskFilter filter) {
    return browser.matches(tree, filter);
  }

  /** All that is known of one task. */
  Detail detail(TaskNumber number) {
    TaskDetails details = browser.get(number);
    int waiting = details.task().rank().openDependents();
    boolean tooMany = waiting > DEPENDENTS_MAX;
    List<TaskEvent> events = browser.events(new EventQuery(number, 0, 0));
    List<TaskEvent> last =
        new ArrayList<>(events.subList(Math.max(0, events.size() - EVENTS_MAX), events.size()));
    Collections.reverse(last);
    return new Detail(
        details,
        browser.explain(number),
        browser.prerequisites(number),
        tooMany ? List.of() : browser.dependents(number),
        tooMany ? waiting : 0,
        last);
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
