package dev.arborist.cli.tui;

import dev.arborist.Arborist;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.QueueException;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskBatch.Ref;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.domain.upkeep.VacuumMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/** What other programs do to a queue, at random; what it refuses is left. */
final class Mutations {

  private static final Duration LEASE = Duration.ofMinutes(1);

  /** Most older tasks have been pruned. */
  private static final int RECENT = 50;

  private static final String[] BRANCHES = {"main", "sign", "docs"};

  private final Arborist arborist;
  private final SplittableRandom random;
  private final List<Claim> claims = new ArrayList<>();
  private int tasks;

  Mutations(Arborist arborist, SplittableRandom random) {
    this.arborist = arborist;
    this.random = random;
  }

  /** Adds as many tasks as are missing to so many. */
  void fill(int most) {
    int count = most - arborist.browser().list(TaskQuery.ALL).tasks().size();
    if (count <= 0) {
      return;
    }
    TaskBatch.Builder batch = TaskBatch.builder();
    List<Ref> refs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Ref ref = batch.add(task().build());
      if (i > 0 && random.nextInt(4) > 0) {
        batch.parent(ref, refs.get(random.nextInt(i)));
      }
      if (i > 0 && random.nextInt(3) == 0) {
        batch.prerequisite(ref, refs.get(random.nextInt(i)));
      }
      refs.add(ref);
    }
    arborist.queue().enqueueAll(batch.build());
  }

  private NewTask.Builder task() {
    tasks++;
    NewTask.Builder task =
        NewTask.of("Task " + tasks).basePriority(random.nextInt(11)).maxRetries(random.nextInt(2));
    return random.nextBoolean() ? task.branch(branch()) : task;
  }

  private String branch() {
    return BRANCHES[random.nextInt(BRANCHES.length)];
  }

  private TaskNumber any() {
    return TaskNumber.of(tasks - random.nextInt(Math.min(tasks, RECENT)));
  }

  /** Does one thing, and returns what. */
  String mutate() {
    int kind = random.nextInt(13);
    try {
      return mutate(kind);
    } catch (QueueException e) {
      return "refused " + kind;
    }
  }

  private String mutate(int kind) {
    TaskNumber number = any();
    TaskNumber other = any();
    TaskUpdate.Builder update = TaskUpdate.builder();
    switch (kind) {
      case 0, 1 -> add(number, other);
      case 2 -> claims.addAll(arborist.queue().claim("w", 1 + random.nextInt(3), LEASE));
      case 3 -> end(true);
      case 4 -> end(false);
      case 5 -> arborist.queue().cancel(number, null);
      case 6 -> arborist.queue().cancelSubtree(number);
      case 7 -> arborist.queue().retry(number);
      case 8 -> arborist.queue().link(number, other);
      case 9 -> arborist.queue().unlink(number, other);
      case 10 -> arborist.queue().update(number, update.basePriority(random.nextInt(11)).build());
      case 11 -> arborist.queue().update(number, update.parent(parent(other)).build());
      default -> prune(number);
    }
    return kind + " " + number + " " + other;
  }

  private TaskNumber parent(TaskNumber other) {
    return random.nextInt(4) == 0 ? null : other;
  }

  private void add(TaskNumber parent, TaskNumber prerequisite) {
    NewTask.Builder task = task();
    try {
      if (random.nextInt(4) > 0) {
        task.parent(parent);
      }
      if (random.nextInt(3) == 0) {
        task.prerequisites(List.of(prerequisite));
      }
      arborist.queue().enqueue(task.build());
    } catch (QueueException e) {
      tasks--; // no number was given out
      throw e;
    }
  }

  private void end(boolean well) {
    if (claims.isEmpty()) {
      claims.addAll(arborist.queue().claim("w", 1, LEASE));
      return;
    }
    Claim claim = claims.remove(random.nextInt(claims.size()));
    TaskNumber number = claim.details().task().number();
    if (well) {
      arborist.queue().complete(number, claim.token(), null);
    } else if (random.nextBoolean()) {
      arborist.queue().fail(number, claim.token(), "broken");
    } else {
      arborist.queue().release(number, claim.token());
    }
  }

  private void prune(TaskNumber number) {
    PruneRequest.Builder request = PruneRequest.where().vacuum(VacuumMode.NEVER);
    if (random.nextBoolean()) {
      request.statuses(EnumSet.of(TaskStatus.COMPLETED, TaskStatus.FAILED, TaskStatus.CANCELLED));
      arborist.upkeep().prune(request.limit(1 + random.nextInt(3)).build());
    } else {
      boolean recursive = random.nextBoolean();
      arborist.upkeep().prune(request.numbers(List.of(number)).recursive(recursive).build());
    }
  }
}
