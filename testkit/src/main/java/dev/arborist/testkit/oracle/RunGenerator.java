package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What workers do: claims, and everything that needs a token, which is not always the right one.
 */
final class RunGenerator {

  private static final List<Duration> LEASES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          Duration.ofSeconds(30),
          Duration.ofHours(2));
  private static final List<String> ERRORS =
      List.of("{}", "", "  ", "bad\nworse", "\n  so  bad ", "x".repeat(200));
  private static final List<String> RESULTS =
      List.of("{}", "[1]", "\"done\"", "17", "null", "{\"ä\":\"😀\"}");

  private final Chance chance;
  private final ModelState state;
  private final Targets targets;

  RunGenerator(Chance chance, ModelState state, Targets targets) {
    this.chance = chance;
    this.state = state;
    this.targets = targets;
  }

  Operation claim() {
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

  private @Nullable String result() {
    return chance.oneIn(30) ? chance.of(List.of("", "{", "done")) : chance.maybe(3, RESULTS);
  }

  /** Something that is done with a token. */
  private interface WithToken {
    Operation make(TaskNumber number, long token);
  }

  private Operation held(WithToken make) {
    if (state.where(task -> task.status == TaskStatus.RUNNING).isEmpty() && !chance.oneIn(4)) {
      return claim();
    }
    TaskNumber number = targets.one(task -> task.status == TaskStatus.RUNNING);
    ModelTask task = state.tasks.get(number);
    long token = task == null ? 1 : task.token;
    return make.make(number, chance.oneIn(8) ? otherThan(token) : token);
  }

  private long otherThan(long token) {
    return token > 0 && chance.oneIn(2) ? token - 1 : token + 1;
  }

  Operation heartbeat() {
    return held((number, token) -> new Operation.Heartbeat(number, token, lease()));
  }

  Operation complete() {
    return held((number, token) -> new Operation.Complete(number, token, result()));
  }

  Operation fail() {
    boolean permanently = chance.oneIn(4);
    return held(
        (number, token) -> new Operation.Fail(number, token, chance.maybe(3, ERRORS), permanently));
  }

  Operation release() {
    return held(Operation.Release::new);
  }

  Operation cancel() {
    return held(Operation.Cancel::new);
  }
}
