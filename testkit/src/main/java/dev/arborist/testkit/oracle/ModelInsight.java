package dev.arborist.testkit.oracle;

import dev.arborist.domain.dependency.ExecutionPlan;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.QueueStatistics.Mark;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be concluded from the whole model: plan, statistics, explanations. */
final class ModelInsight {

  private static final Comparator<ModelTask> CLAIM_ORDER =
      Comparator.comparing((ModelTask task) -> -task.priority).thenComparing(task -> task.number);

  private final ModelState state;

  ModelInsight(ModelState state) {
    this.state = state;
  }

  private List<ModelTask> openPrerequisites(ModelTask task, Instant now) {
    return state.prerequisitesOf(task).stream().filter(each -> each.isOpenAt(now)).toList();
  }

  /** A task and everything open that it waits for; nothing when it has come to an end. */
  List<ModelTask> openBehind(ModelTask task, Instant now) {
    TreeSet<TaskNumber> found = new TreeSet<>();
    List<ModelTask> next = new ArrayList<>(List.of(task));
    while (!next.isEmpty()) {
      ModelTask at = next.remove(next.size() - 1);
      if (at.isOpenAt(now) && found.add(at.number)) {
        next.addAll(state.prerequisitesOf(at));
      }
    }
    return found.stream().map(state::require).toList();
  }

  /** The open tasks among these in batches. */
  ExecutionPlan plan(List<ModelTask> tasks, Instant now) {
    List<ModelTask> left =
        new ArrayList<>(tasks.stream().filter(task -> task.isOpenAt(now)).toList());
    List<List<TaskNumber>> batches = new ArrayList<>();
    while (!left.isEmpty()) {
      List<ModelTask> batch =
          left.stream()
              .filter(task -> openPrerequisites(task, now).stream().noneMatch(left::contains))
              .sorted(CLAIM_ORDER)
              .toList();
      batches.add(batch.stream().map(task -> task.number).toList());
      left.removeAll(batch);
    }
    return new ExecutionPlan(batches);
  }

  QueueStatistics statistics(Instant now) {
    Map<TaskStatus, Long> counts =
        state.tasks.values().stream()
            .collect(
                Collectors.groupingBy(
                    task -> task.statusAt(now),
                    () -> new EnumMap<>(TaskStatus.class),
                    Collectors.counting()));
    List<ModelTask> open = state.where(task -> task.isOpenAt(now));
    long sum = open.stream().mapToLong(task -> task.priority).sum();
    Map<TaskNumber, Integer> depths = state.depths();
    return new QueueStatistics(
        now,
        counts,
        open.isEmpty() ? 0 : (int) ((2 * sum + open.size()) / (2L * open.size())),
        depths.values().stream().mapToInt(Integer::intValue).max().orElse(0),
        first(now, TaskStatus.READY, task -> task.createdAt),
        state.tasks.isEmpty() ? null : mark(state.tasks.lastEntry().getValue()),
        first(now, TaskStatus.RUNNING, task -> task.startedAt),
        PriorityPolicy.DEFAULT);
  }

  private static Mark mark(ModelTask task) {
    return new Mark(task.number, task.createdAt);
  }

  private @Nullable Mark first(Instant now, TaskStatus status, Function<ModelTask, Instant> time) {
    return state.where(task -> task.statusAt(now) == status).stream()
        .min(Comparator.comparing(time).thenComparing(task -> task.number))
        .map(task -> new Mark(task.number, time.apply(task)))
        .orElse(null);
  }

  /** Tries every instant that is kept, one after the other. */
  Optional<Instant> nextDue(Instant now) {
    TreeSet<Instant> instants = new TreeSet<>();
    for (ModelTask task : state.tasks.values()) {
      Stream.of(task.dueAt, task.leaseUntil, task.urgencyChangesAt, task.schedule.deadline())
          .filter(instant -> instant != null && instant.isAfter(now))
          .forEach(instants::add);
    }
    return instants.stream()
        .filter(
            instant -> !state.where(task -> task.statusAt(instant) != task.statusAt(now)).isEmpty())
        .findFirst();
  }

  Explanation explain(ModelTask task, Instant now) {
    TaskStatus status = task.statusAt(now);
    boolean blocked = status == TaskStatus.BLOCKED;
    List<ModelTask> roots =
        openBehind(task, now).stream()
            .filter(each -> each != task && openPrerequisites(each, now).isEmpty())
            .toList();
    List<ModelTask> lost =
        state.prerequisitesOf(task).stream().filter(each -> isLost(each.statusAt(now))).toList();
    ModelTask cause = task.cause == null ? null : state.tasks.get(task.cause);
    return new Explanation(
        state.shown(task, now),
        blocked ? state.shown(openPrerequisites(task, now), now) : List.of(),
        blocked ? state.shown(roots, now) : List.of(),
        status == TaskStatus.READY ? ahead(task, now) : 0,
        state.shown(lost, now),
        cause == null ? null : state.shown(cause, now));
  }

  private static boolean isLost(TaskStatus status) {
    return status == TaskStatus.FAILED || status == TaskStatus.CANCELLED;
  }

  private long ahead(ModelTask task, Instant now) {
    return state
        .where(
            other ->
                other.statusAt(now) == TaskStatus.READY && CLAIM_ORDER.compare(other, task) < 0)
        .size();
  }
}
