package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What to do next: chosen by a seed, with the model in sight, so that most operations mean
 * something and some are wrong on purpose.
 */
final class OperationGenerator {

  private static final int TASKS_TO_BEGIN_WITH = 3;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofNanos(1_000),
          Duration.ofNanos(1_300),
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
  private final Targets targets;
  private final TaskGenerator tasks;
  private final RunGenerator runs;
  private final List<Kind> kinds;

  OperationGenerator(long seed, QueueModel model, InstantSource clock) {
    chance = new Chance(seed);
    state = model.state();
    this.clock = clock;
    targets = new Targets(chance, state);
    tasks = new TaskGenerator(chance, state, targets);
    runs = new RunGenerator(chance, state, targets);
    UpdateGenerator updates = new UpdateGenerator(chance, tasks, targets);
    ReadGenerator reads = new ReadGenerator(chance, state);
    PruneGenerator prunes = new PruneGenerator(chance, state, targets);
    kinds =
        List.of(
            new Kind(12, this::enqueue),
            new Kind(4, () -> new Operation.EnqueueAll(tasks.batch(now()))),
            new Kind(16, this::advance),
            new Kind(14, runs::claim),
            new Kind(4, runs::heartbeat),
            new Kind(9, runs::complete),
            new Kind(9, runs::fail),
            new Kind(3, runs::release),
            new Kind(5, this::cancel),
            new Kind(2, () -> new Operation.CancelSubtree(targets.any())),
            new Kind(8, this::retry),
            new Kind(8, this::link),
            new Kind(4, this::unlink),
            new Kind(8, () -> updates.update(now())),
            new Kind(3, () -> prunes.prune(now())),
            new Kind(4, () -> reads.list(now())),
            new Kind(2, Operation.Glance::new),
            new Kind(4, () -> new Operation.LookAt(targets.any())));
  }

  Operation next() {
    if (state.lastNumber < TASKS_TO_BEGIN_WITH) {
      return enqueue();
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

  private Operation enqueue() {
    return new Operation.Enqueue(tasks.task(now()));
  }

  /** To an instant at which something changes, or just before or behind it; or just some time. */
  private Operation advance() {
    Instant now = now();
    List<Instant> turns =
        state.tasks.values().stream()
            .flatMap(OperationGenerator::turnsOf)
            .filter(at -> at != null && at.isAfter(now))
            .toList();
    if (turns.isEmpty() || chance.oneIn(3)) {
      return new Operation.Advance(chance.of(STEPS));
    }
    Duration until = Duration.between(now, chance.of(turns)).plus(chance.nudge());
    return new Operation.Advance(until.isNegative() ? Duration.ZERO : until);
  }

  private static Stream<Instant> turnsOf(ModelTask task) {
    return Stream.of(task.leaseUntil, task.dueAt, task.isOpen() ? task.urgencyChangesAt : null);
  }

  private Operation cancel() {
    return chance.oneIn(3)
        ? runs.cancel()
        : new Operation.Cancel(targets.one(ModelTask::isOpen), null);
  }

  private Operation retry() {
    if (state.where(ModelTask::isLost).isEmpty() && !chance.oneIn(4)) {
      return runs.fail();
    }
    boolean anyLost = chance.oneIn(3);
    return new Operation.Retry(
        targets.one(task -> task.isLost() && (anyLost || task.cause == null)));
  }

  private Operation link() {
    TaskNumber dependent =
        targets.one(
            task ->
                task.isOpen() && (task.status != TaskStatus.RUNNING || task.leaseIsOver(now())));
    boolean wrong = chance.oneIn(5);
    return new Operation.Link(dependent, targets.one(wrong ? null : ModelTask::isOpen));
  }

  private Operation unlink() {
    TaskNumber dependent = targets.one(task -> task.isOpen() && !task.prerequisites.isEmpty());
    ModelTask task = state.tasks.get(dependent);
    List<TaskNumber> linked = task == null ? List.of() : List.copyOf(task.prerequisites);
    boolean wrong = linked.isEmpty() || chance.oneIn(8);
    return new Operation.Unlink(dependent, wrong ? targets.any() : chance.of(linked));
  }
}
