package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Updates of one or two fields. */
final class UpdateGenerator {

  private static final int FIELDS = 12;

  private final Chance chance;
  private final TaskGenerator tasks;
  private final Targets targets;

  UpdateGenerator(Chance chance, TaskGenerator tasks, Targets targets) {
    this.chance = chance;
    this.tasks = tasks;
    this.targets = targets;
  }

  Operation update(Instant now) {
    TaskNumber number = targets.one(chance.oneIn(4) ? null : ModelTask::isOpen);
    TaskUpdate.Builder update = TaskUpdate.builder();
    StringJoiner text = new StringJoiner(", ");
    if (chance.oneIn(50)) {
      update.basePriority(11);
      return new Operation.Update(number, update.build(), "base priority=11");
    }
    int fields = chance.oneIn(60) ? 0 : 1 + chance.below(2);
    for (int i = 0; i < fields; i++) {
      Object value = change(update, chance.below(FIELDS), now);
      List<String> named = update.build().fields();
      text.add(named.get(named.size() - 1) + "=" + value);
    }
    return new Operation.Update(number, update.build(), text.toString());
  }

  private @Nullable Object change(TaskUpdate.Builder update, int field, Instant now) {
    return switch (field) {
      case 0 -> summary(update, chance.of(List.of("other", "OTHER Éé")));
      case 1 -> prompt(update, chance.of(TaskGenerator.PROMPTS));
      case 2 -> basePriority(update, chance.below(11));
      case 3 -> deadline(update, chance.oneIn(4) ? null : tasks.deadline(now));
      case 4 -> estimate(update, chance.maybe(3, TaskGenerator.ESTIMATES));
      case 5 -> agentType(update, chance.maybe(3, TaskGenerator.AGENTS));
      case 6 -> branch(update, chance.maybe(3, TaskGenerator.BRANCHES));
      case 7 -> maxRetries(update, chance.below(4));
      case 8 -> timeout(update, chance.of(TaskGenerator.TIMEOUTS));
      case 9 -> payload(update, chance.maybe(3, List.of("[]", "{\"b\":2}", "not JSON")));
      case 10 -> parent(update);
      default -> notBefore(update, chance.oneIn(4) ? null : tasks.notBefore(now));
    };
  }

  private static Object summary(TaskUpdate.Builder update, String value) {
    update.summary(value);
    return value;
  }

  private static Object prompt(TaskUpdate.Builder update, String value) {
    update.prompt(value);
    return value;
  }

  private static Object basePriority(TaskUpdate.Builder update, int value) {
    update.basePriority(value);
    return value;
  }

  private static @Nullable Object deadline(TaskUpdate.Builder update, @Nullable Instant value) {
    update.deadline(value);
    return value;
  }

  private static @Nullable Object estimate(TaskUpdate.Builder update, @Nullable Duration value) {
    update.estimate(value);
    return value;
  }

  private static @Nullable Object agentType(TaskUpdate.Builder update, @Nullable String value) {
    update.agentType(value);
    return value;
  }

  private static @Nullable Object branch(TaskUpdate.Builder update, @Nullable String value) {
    update.branch(value);
    return value;
  }

  private static Object maxRetries(TaskUpdate.Builder update, int value) {
    update.maxRetries(value);
    return value;
  }

  private static Object timeout(TaskUpdate.Builder update, Duration value) {
    update.timeout(value);
    return value;
  }

  private static @Nullable Object payload(TaskUpdate.Builder update, @Nullable String value) {
    update.payload(value);
    return value;
  }

  private static @Nullable Object notBefore(TaskUpdate.Builder update, @Nullable Instant value) {
    update.notBefore(value);
    return value;
  }

  private @Nullable Object parent(TaskUpdate.Builder update) {
    TaskNumber value = chance.oneIn(30) ? targets.unknown() : chance.maybe(2, targets.numbers());
    update.parent(value);
    return value;
  }
}
