package dev.arborist.determinism.simulation;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the queue has acknowledged to anybody, and what it may therefore never do or say again.
 *
 * <p>It knows nothing of how a queue works: only that what was acknowledged is there, that what is
 * final is final, and that a task is held by one at a time.
 */
final class Ledger {

  /** The last claim of a task, and until when it holds. */
  private record Hold(long token, String worker, Instant until) {}

  private final Map<TaskNumber, Hold> holds = new TreeMap<>();
  private final Map<TaskNumber, Long> lastTokens = new TreeMap<>();
  private final NavigableSet<TaskNumber> there = new TreeSet<>();
  private final NavigableSet<TaskNumber> completed = new TreeSet<>();
  private int claims;
  private int completions;

  /** All tasks that were added and not pruned. */
  NavigableSet<TaskNumber> there() {
    return there;
  }

  void added(Task task) {
    Violation.unless(there.add(task.number()), task.number() + " was given to two tasks");
  }

  void pruned(List<TaskNumber> numbers) {
    for (TaskNumber number : numbers) {
      Violation.unless(there.remove(number), number + " was pruned and was not there");
      holds.remove(number);
      completed.remove(number);
    }
  }

  void claimed(Claim claim, String worker, Instant now) {
    Task task = claim.details().task();
    TaskNumber number = task.number();
    Violation.unless(there.contains(number), number + " was claimed and was never added");
    Violation.unless(!completed.contains(number), number + " was claimed after its completion");
    Hold before = holds.get(number);
    boolean free = before == null || !now.isBefore(before.until());
    Violation.unless(free, number + " was claimed by " + worker + " while held: " + before);
    long last = lastTokens.getOrDefault(number, 0L);
    Violation.unless(
        claim.token() == last + 1, number + " got token " + claim.token() + " after " + last);
    Violation.unless(now.isBefore(claim.leaseUntil()), number + " was claimed for no time");
    claims++;
    lastTokens.put(number, claim.token());
    holds.put(number, new Hold(claim.token(), worker, claim.leaseUntil()));
  }

  /** Whether somebody may renew or end the claim of a token at a time. */
  boolean isHeld(TaskNumber number, long token, Instant now) {
    Hold hold = holds.get(number);
    return hold != null && hold.token() == token && now.isBefore(hold.until());
  }

  void renewed(TaskNumber number, long token, Instant until, Instant now) {
    Hold hold = requireHeld(number, token, now, "renewed");
    holds.put(number, new Hold(token, hold.worker(), until));
  }

  /** The holder has given it back, or ended it. */
  void ended(Task task, long token, Instant now) {
    requireHeld(task.number(), token, now, "ended as " + task.status().label());
    holds.remove(task.number());
    if (task.status() == TaskStatus.COMPLETED) {
      completions++;
      completed.add(task.number());
    }
  }

  /** How much of it was work. */
  Done done() {
    return Done.of("claims", claims).and("completions", completions);
  }

  private Hold requireHeld(TaskNumber number, long token, Instant now, String what) {
    Hold hold = holds.get(number);
    if (hold == null || hold.token() != token || !now.isBefore(hold.until())) {
      throw new Violation(
          number
              + " was "
              + what
              + " with token "
              + token
              + " at "
              + now
              + ", though held: "
              + hold);
    }
    return hold;
  }

  /** Somebody else has ended it, whoever held it. */
  void cancelled(List<Task> tasks) {
    for (Task task : tasks) {
      Violation.unless(
          !completed.contains(task.number()), task.number() + " was cancelled when completed");
      holds.remove(task.number());
    }
  }

  /** A refusal of somebody who holds it: only a cancellation is a reason. */
  void refused(TaskNumber number, long token, Instant now, String message) {
    Violation.unless(
        !isHeld(number, token, now),
        number + " was refused to its holder with token " + token + ": " + message);
  }

  /** Compares what the queue says of all its tasks with what it has acknowledged. */
  void check(List<Task> tasks, Instant now) {
    NavigableSet<TaskNumber> listed = new TreeSet<>();
    for (Task task : tasks) {
      TaskNumber number = task.number();
      Violation.unless(listed.add(number), number + " is listed twice");
      check(task, holds.get(number), now);
    }
    Violation.unless(listed.equals(there), "there are " + listed + " and not " + there);
  }

  private void check(Task task, @Nullable Hold hold, Instant now) {
    TaskNumber number = task.number();
    boolean final_ = completed.contains(number);
    Violation.unless(
        final_ == (task.status() == TaskStatus.COMPLETED),
        number
            + " is "
            + task.status().label()
            + (final_ ? " after its completion" : " by itself"));
    boolean held = hold != null && now.isBefore(hold.until());
    boolean running = task.status() == TaskStatus.RUNNING;
    Violation.unless(
        held == running,
        number + " is " + task.status().label() + ", though its hold is " + hold + " at " + now);
    if (hold != null && running) {
      Violation.unless(
          task.progress().token() == hold.token()
              && hold.worker().equals(task.progress().worker())
              && hold.until().equals(task.progress().leaseUntil()),
          number + " is run by " + task.progress() + ", though held: " + hold);
    }
    boolean waits = task.rank().openPrerequisites() > 0;
    Violation.unless(
        !waits || task.status() == TaskStatus.BLOCKED || !task.status().isOpen(),
        number + " is " + task.status().label() + " and has open prerequisites");
  }
}
