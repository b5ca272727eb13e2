package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to do next: chosen by a seed, with the model in sight, so that most operations mean
 * something and some are wrong on purpose.
 */
final class OperationGenerator {

  private static final List<Duration> LEASES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          Duration.ofSeconds(30),
          Duration.ofHours(2));
  private static final List<String> OUTCOMES =
      List.of("{}", "", "  ", "bad\nworse", "x".repeat(200));
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofNanos(1_000),
          Duration.ofMillis(700),
          Duration.ofSeconds(3),
          Duration.ofSeconds(50),
          Duration.ofMinutes(10),
          Duration.ofHours(5),
          Duration.ofDays(3));

  /** A kind of operation and how often it is chosen. */
  private record Kind(int weight, Supplier<Operation> make) {}

  private final Chance chance;
  private final ModelState state;
  private final InstantSource clock;
  private final TaskGenerator tasks;
  private final List<Kind> kinds;

  OperationGenerator(long seed, QueueModel model, InstantSource clock) {
    chance = new Chance(seed);
    state = model.state();
    this.clock = clock;
    tasks = new TaskGenerator(chance, state);
    UpdateGenerator updates = new UpdateGenerator(chance, tasks);
    ReadGenerator reads = new ReadGenerator(chance, state);
    PruneGenerator prunes = new PruneGenerator(chance, state, tasks);
    kinds =
        List.of(
            new Kind(12, () -> new Operation.Enqueue(tasks.task(now()))),
            new Kind(4, () -> new Operation.EnqueueAll(tasks.batch(now()))),
            new Kind(16, this::advance),
            new Kind(14, this::claim),
            new Kind(4, this::heartbeat),
            new Kind(9, () -> held((n, token) -> new Operation.Complete(n, token, outcome()))),
            new Kind(9, this::fail),
            new Kind(3, () -> held(Operation.Release::new)),
            new Kind(5, this::cancel),
            new Kind(2, () -> new Operation.CancelSubtree(any())),
            new Kind(8, this::retry),
            new Kind(8, this::link),
            new Kind(4, this::unlink),
            new Kind(
                8, () -> updates.update(one(chance.oneIn(4) ? null : ModelTask::isOpen), now())),
            new Kind(3, () -> prunes.prune(now())),
            new Kind(4, () -> reads.list(now())),
            new Kind(2, Operation.Glance::new),
            new Kind(4, () -> new Operation.LookAt(any())));
  }

  Operation next() {
    if (state.lastNumber < 3) {
      return new Operation.Enqueue(tasks.task(now()));
    }
    int left = chance.below(kinds.stream().mapToInt(Kind::weight).sum());
    for (Kind kind : kinds) {
      left -= kind.weight();
      if (left < 0) {
        return kind.make().get();
      }
    }
    throw new AssertionError("the weights are summed wrongly");
  }

  private Instant now() {
    return clock.instant();
  }

  /** A task that meets a condition, where there is one; else any, or one that is not there. */
  private TaskNumber one(@Nullable Predicate<ModelTask> wanted) {
    List<ModelTask> fitting = wanted == null ? List.of() : state.where(wanted);
    if (!fitting.isEmpty() && !chance.oneIn(15)) {
      return chance.of(fitting).number;
    }
    return state.tasks.isEmpty() || chance.oneIn(20) ? tasks.unknown() : chance.of(tasks.numbers());
  }

  private TaskNumber any() {
    return one(null);
  }

  /** To an instant at which something changes, or just before or behind it; or just some time. */
  private Operation advance() {
    Instant now = now();
    List<Instant> turns =
        state.tasks.values().stream()
            .flatMap(
                task ->
                    Stream.of(
                        task.leaseUntil, task.dueAt, task.isOpen() ? task.urgencyChangesAt : null))
            .filter(at -> at != null && at.isAfter(now))
            .toList();
    if (turns.isEmpty() || chance.oneIn(3)) {
      return new Operation.Advance(chance.of(STEPS));
    }
    Duration until = Duration.between(now, chance.of(turns)).plus(chance.nudge());
    return new Operation.Advance(until.isNegative() ? Duration.ZERO : until);
  }

  private Operation claim() {
    if (chance.oneIn(60)) {
      return new Operation.ClaimTasks(" ", 1, LEASES.get(0), ClaimFilter.ANY);
    }
    if (chance.oneIn(60)) {
      return new Operation.ClaimTasks("w1", 0, LEASES.get(0), ClaimFilter.ANY);
    }
    ClaimFilter filter = ClaimFilter.ANY;
    if (chance.oneIn(3)) {
      EnumSet<TaskSource> sources = EnumSet.noneOf(TaskSource.class);
      sources.addAll(chance.some(2, List.of(TaskSource.values())));
      filter =
          new ClaimFilter(
              chance.maybe(5, TaskGenerator.AGENTS),
              sources,
              chance.maybe(7, TaskGenerator.BRANCHES));
    }
    return new Operation.ClaimTasks(
        chance.of(List.of("w1", "w2", "Ω")), 1 + chance.below(3), lease(), filter);
  }

  private Duration lease() {
    return chance.oneIn(60) ? Duration.ZERO : chance.of(LEASES);
  }

  private @Nullable String outcome() {
    return chance.maybe(3, OUTCOMES);
  }

  /** Something that is done with a token. */
  private interface WithToken {
    Operation make(TaskNumber number, long token);
  }

  private Operation held(WithToken make) {
    if (state.where(task -> task.status == TaskStatus.RUNNING).isEmpty() && !chance.oneIn(4)) {
      return claim();
    }
    TaskNumber number = one(task -> task.status == TaskStatus.RUNNING);
    ModelTask task = state.tasks.get(number);
    long token = task == null ? 1 : task.token;
    return make.make(
        number, chance.oneIn(8) ? Math.max(0, token + 1 - 2 * chance.below(2)) : token);
  }

  private Operation heartbeat() {
    return held((number, token) -> new Operation.Heartbeat(number, token, lease()));
  }

  private Operation fail() {
    boolean permanently = chance.oneIn(4);
    return held((number, token) -> new Operation.Fail(number, token, outcome(), permanently));
  }

  private Operation cancel() {
    return chance.oneIn(3)
        ? held(Operation.Cancel::new)
        : new Operation.Cancel(one(ModelTask::isOpen), null);
  }

  private Operation retry() {
    if (state.where(ModelTask::isLost).isEmpty() && !chance.oneIn(4)) {
      return fail();
    }
    return new Operation.Retry(one(chance.oneIn(3) ? ModelTask::isLost : this::caused));
  }

  private boolean caused(ModelTask task) {
    return task.isLost() && task.cause == null;
  }

  private Operation link() {
    TaskNumber dependent =
        one(
            task ->
                task.isOpen() && (task.status != TaskStatus.RUNNING || task.leaseIsOver(now())));
    boolean wrong = chance.oneIn(5);
    return new Operation.Link(dependent, one(wrong ? null : ModelTask::isOpen));
  }

  private Operation unlink() {
    TaskNumber dependent = one(task -> task.isOpen() && !task.prerequisites.isEmpty());
    ModelTask task = state.tasks.get(dependent);
    List<TaskNumber> linked = task == null ? List.of() : new ArrayList<>(task.prerequisites);
    return new Operation.Unlink(
        dependent, linked.isEmpty() || chance.oneIn(8) ? any() : chance.of(linked));
  }
}
