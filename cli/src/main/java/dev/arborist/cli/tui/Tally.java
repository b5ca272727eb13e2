package dev.arborist.cli.tui;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.cli.tui.Actions.Act;
import dev.arborist.domain.task.QueueException;
import dev.arborist.domain.task.TaskNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What came of doing the same to several tasks, each by itself. */
final class Tally {

  private final String verb;
  private final NavigableSet<TaskNumber> done = new TreeSet<>();
  private final NavigableSet<TaskNumber> others = new TreeSet<>();
  private final List<String> refusals = new ArrayList<>();

  private Tally(String verb) {
    this.verb = verb;
  }

  /**
   * Does it to each of them; a refusal leaves the others, a failure of the store ends it, and so
   * does a ticket that nobody holds any more, between two of them.
   *
   * @param verb what was done, such as {@code cancelled}
   */
  static Tally of(String verb, List<TaskNumber> numbers, Act act, Ticket ticket) {
    Tally tally = new Tally(verb);
    try {
      for (TaskNumber number : numbers) {
        ticket.check();
        tally.attempt(number, act);
      }
    } catch (StorageException e) {
      if (tally.done.isEmpty()) {
        throw e;
      }
      tally.refusals.add(Failures.message(e));
    }
    return tally;
  }

  private void attempt(TaskNumber number, Act act) {
    if (others.remove(number)) {
      done.add(number); // what was done to one before has done it to this one too
      return;
    }
    try {
      List<TaskNumber> changed = act.apply(number);
      done.add(number);
      changed.stream().filter(one -> !done.contains(one)).forEach(others::add);
    } catch (QueueException e) {
      refusals.add(Failures.message(e));
    }
  }

  /** The tasks that it was done to as asked. */
  NavigableSet<TaskNumber> done() {
    return done;
  }

  /** Whether something was refused. */
  boolean isFlawed() {
    return !refusals.isEmpty();
  }

  /** Such as {@code cancelled 3 tasks and 1 more with them; refused 2: task #7 is completed}. */
  String text() {
    List<String> parts = new ArrayList<>();
    if (!done.isEmpty()) {
      String tasks = done.size() == 1 ? done.first().toString() : Numbers.of(done.size(), "task");
      String more =
          others.isEmpty() ? "" : " and " + Numbers.grouped(others.size()) + " more with ";
      parts.add(
          verb + " " + tasks + more + (others.isEmpty() ? "" : done.size() == 1 ? "it" : "them"));
    }
    if (refusals.size() == 1) {
      parts.add((done.isEmpty() ? "" : "refused 1: ") + refusals.get(0));
    } else if (refusals.size() > 1) {
      parts.add("refused " + Numbers.grouped(refusals.size()) + ", the first: " + refusals.get(0));
    }
    return String.join("; ", parts);
  }
}
