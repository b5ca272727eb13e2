package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskReads;
import dev.arborist.domain.dependency.DependencyGraph;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Rank;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.Diagnosis;
import dev.arborist.domain.upkeep.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Examines every task of a queue within one unit of work, and mends what is derived.
 *
 * <p>Facts (edges, tokens, ends, events) are never changed: what contradicts them is reported.
 */
final class Doctor {

  private final TaskReads tx;
  private final PriorityPolicy policy;
  private final Supplier<Instant> clock;
  private final @Nullable Function<Instant, Lifecycle> mender;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final List<List<TaskNumber>> prerequisites = new ArrayList<>();
  private final List<@Nullable TaskStatus> ends = new ArrayList<>();
  private final Map<TaskNumber, Integer> positions = new TreeMap<>();

  /**
   * A doctor.
   *
   * @param clock is asked when the tasks have been read, for it must not be behind what they say
   * @param mender what changes tasks at a time, in the same unit of work; null to change nothing
   */
  Doctor(TaskReads tx, Supplier<Instant> clock, @Nullable Function<Instant, Lifecycle> mender) {
    this.tx = tx;
    policy = tx.priorityPolicy();
    this.clock = clock;
    this.mender = mender;
  }

  /**
   * Examines the queue.
   *
   * @param broken what the store says of its own structure; nothing is repaired when it is broken
   */
  Diagnosis examine(List<String> broken) {
    findings.addAll(damages(broken));
    tx.forEach(
        (details, events) -> {
          positions.put(details.task().number(), tasks.size());
          tasks.add(details.task());
          prerequisites.add(details.prerequisites());
          HistoryCheck history = new HistoryCheck(details.task(), events);
          history.problem().ifPresent(this::report);
          ends.add(history.end());
        });
    tx.forEachPruned(this::checkPruned);
    Instant now = clock.get();
    Lifecycle mending = mender == null || !broken.isEmpty() ? null : mender.apply(now);
    checkParents();
    DependencyGraph graph = edges();
    if (requireAcyclic("prerequisites", graph)) {
      checkDerived(graph.levels(), now, mending);
    }
    if (!tx.countsAreExact()) {
      findings.add(new Finding("the counts by status are not those of the tasks", true));
      if (mending != null) {
        mending.tx().recount();
      }
    }
    return new Diagnosis(tasks.size(), findings, mending != null);
  }

  /** What the store says of its own structure, as findings. */
  static List<Finding> damages(List<String> broken) {
    return broken.stream().map(line -> new Finding("the file is damaged: " + line, false)).toList();
  }

  private void report(String problem) {
    findings.add(new Finding(problem, false));
  }

  private void checkPruned(TaskEvent event) {
    if (event.reason() != EventReason.PRUNED) {
      report("event " + event.sequence() + " is of task " + event.task() + ", which is not there");
    }
  }

  private void checkParents() {
    DependencyGraph parents = new DependencyGraph(tasks.size());
    for (int i = 0; i < tasks.size(); i++) {
      TaskNumber parent = tasks.get(i).profile().parent();
      Integer position = parent == null ? null : positions.get(parent);
      if (position != null) {
        parents.add(i, position);
      } else if (parent != null) {
        report("task " + tasks.get(i).number() + " is an orphan: its parent is not there");
      }
    }
    requireAcyclic("parents", parents);
  }

  private DependencyGraph edges() {
    DependencyGraph graph = new DependencyGraph(tasks.size());
    for (int i = 0; i < tasks.size(); i++) {
      for (TaskNumber prerequisite : prerequisites.get(i)) {
        Integer position = positions.get(prerequisite);
        if (position == null) {
          report("task " + tasks.get(i).number() + " waits for " + prerequisite + ", not there");
        } else {
          graph.add(i, position);
        }
      }
    }
    return graph;
  }

  private boolean requireAcyclic(String kind, DependencyGraph graph) {
    int[] cycle = graph.findCycle();
    if (cycle.length > 0) {
      report("the " + kind + " form a cycle through task " + tasks.get(cycle[0]).number());
    }
    return cycle.length == 0;
  }

  private void checkDerived(int[] levels, Instant now, @Nullable Lifecycle mending) {
    int[] openDependents = new int[tasks.size()];
    int[] open = new int[tasks.size()];
    for (int i = 0; i < tasks.size(); i++) {
      for (TaskNumber number : prerequisites.get(i)) {
        Integer position = positions.get(number);
        if (position != null && tasks.get(i).status().isOpen()) {
          Task prerequisite = tasks.get(position);
          openDependents[position]++;
          open[i] += prerequisite.status().isOpen() ? 1 : 0;
          checkNotLost(tasks.get(i), prerequisite);
        }
      }
    }
    for (int i = 0; i < levels.length; i++) {
      Task task = tasks.get(i);
      boolean counts = task.status().isOpen();
      Rank rank =
          new Rank(
              task.rank().priority(),
              Math.min(levels[i], Rank.DEPTH_MAX),
              counts ? open[i] : 0,
              counts ? openDependents[i] : 0,
              task.rank().urgencyChangesAt());
      Task derived = rescored(task.withRank(rank), now);
      Task settled = isResting(task.status()) ? resting(task, derived, now) : derived;
      checkTask(task, settled, ends.get(i), mending);
    }
  }

  private void checkNotLost(Task task, Task prerequisite) {
    TaskStatus status = prerequisite.status();
    if (status == TaskStatus.FAILED || status == TaskStatus.CANCELLED) {
      report(
          "task "
              + task.number()
              + " is open, but waits for "
              + prerequisite.number()
              + ", which is "
              + status.label());
    }
  }

  /** A priority that time has not changed yet is what computing it afresh finds. */
  private Task rescored(Task task, Instant now) {
    Instant change = task.rank().urgencyChangesAt();
    boolean due = change != null && !change.isAfter(now);
    return task.status().isOpen() && !due ? policy.rescore(task, now) : task;
  }

  private void checkTask(
      Task stored, Task settled, @Nullable TaskStatus end, @Nullable Lifecycle mending) {
    if (stored.status() == TaskStatus.RUNNING && settled.rank().openPrerequisites() > 0) {
      report("task " + stored.number() + " is running, but waits for an open task");
    }
    if (end != settled.status() && end != stored.status()) {
      report(
          "the history of task "
              + stored.number()
              + " is broken: its events end at "
              + (end == null ? "nothing" : end.label())
              + ", but it is "
              + stored.status().label());
    }
    if (settled.equals(stored)) {
      return;
    }
    findings.add(new Finding(difference(stored, settled), true));
    if (mending != null) {
      mending.tx().update(stored, settled);
      if (end != settled.status()) {
        mending.record(settled, end, EventReason.REPAIRED, mending.actor(), null);
      }
    }
  }

  private static boolean isResting(TaskStatus status) {
    return switch (status) {
      case BLOCKED, READY, PENDING -> true;
      case RUNNING, COMPLETED, FAILED, CANCELLED -> false;
    };
  }

  /** A task that is due stays PENDING until a claim finds it. */
  private static Task resting(Task stored, Task derived, Instant now) {
    Progress progress = stored.progress();
    TaskStatus resting =
        Task.restingStatus(derived.rank().openPrerequisites(), progress.dueAt(), now);
    boolean isDue = stored.status() == TaskStatus.PENDING && progress.dueAt() != null;
    if (resting == stored.status() || (resting == TaskStatus.READY && isDue)) {
      return derived;
    }
    return derived.settledAs(resting, now);
  }

  private static String difference(Task stored, Task derived) {
    String label = "task " + stored.number();
    if (stored.status() != derived.status()) {
      String reason =
          derived.status() == TaskStatus.BLOCKED
              ? ", but waits for an open task"
              : ", but should be " + derived.status().label();
      return label + " is " + stored.status().label() + reason;
    }
    Rank is = stored.rank();
    Rank should = derived.rank();
    if (is.openPrerequisites() != should.openPrerequisites()) {
      return label
          + " counts "
          + is.openPrerequisites()
          + " open prerequisites, but has "
          + should.openPrerequisites();
    }
    if (is.openDependents() != should.openDependents()) {
      return label
          + " counts "
          + is.openDependents()
          + " open dependents, but has "
          + should.openDependents();
    }
    if (is.depth() != should.depth()) {
      return label + " has depth " + is.depth() + ", but stands at " + should.depth();
    }
    return label + " has priority " + is.priority() + ", but should have " + should.priority();
  }
}
