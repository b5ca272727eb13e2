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
    boolean isDone = others.remove(number); // what was done to one before did it to this one too
    if (isDone) {
      done.add(number);
    }
    try {
      for (TaskNumber changed : act.apply(number)) {
        if (changed.equals(number)) {
          done.add(number);
        } else if (!done.contains(changed)) {
          others.add(changed);
        }
      }
    } catch (QueueException e) {
      if (!isDone) {
        refusals.add(Failures.message(e));
      }
    }
  }

  /** The tasks that it was done to as asked; not those that needed it no more. */
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
    if (done.isEmpty() && !others.isEmpty()) {
      parts.add(verb + " " + named(others));
    } else if (!done.isEmpty()) {
      String more =
          others.isEmpty() ? "" : " and " + Numbers.grouped(others.size()) + " more with ";
      parts.add(
          verb
              + " "
              + named(done)
              + more
              + (others.isEmpty() ? "" : done.size() == 1 ? "it" : "them"));
    } else if (refusals.isEmpty()) {
      parts.add("nothing " + verb);
    }
    if (refusals.size() == 1) {
      parts.add((parts.isEmpty() ? "" : "refused 1: ") + refusals.get(0));
    } else if (refusals.size() > 1) {
      parts.add("refused " + Numbers.grouped(refusals.size()) + ", the first: " + refusals.get(0));
    }
    return String.join("; ", parts);
  }

  private static String named(NavigableSet<TaskNumber> tasks) {
    return tasks.size() == 1 ? tasks.first().toString() : Numbers.of(tasks.size(), "task");
  }
}
