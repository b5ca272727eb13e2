package dev.arborist.testkit.oracle;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;

/** Lists with a random filter, order and size of page. */
final class ReadGenerator {

  private static final List<String> BRANCH_PARTS =
      List.of("MAIN", "über", "σας", "ΣΑΣ", "%", "_", "k", "/", "\u212a");
  private static final List<String> TEXT_PARTS =
      List.of(
          "parser", "STRASSE", "łódź", "istanbul", "İ", "\u212a", "k", "summary", "%", "\\", "😀");

  private final Chance chance;
  private final ModelState state;

  ReadGenerator(Chance chance, ModelState state) {
    this.chance = chance;
    this.state = state;
  }

  Operation list(Instant now) {
    return new Operation.ListPages(
        new TaskQuery(
            filter(now),
            chance.of(List.of(Order.values())),
            chance.oneIn(2),
            null,
            chance.oneIn(5) ? 0 : 1 + chance.below(5)));
  }

  /** Usually one or two conditions, so that something is left. */
  private TaskFilter filter(Instant now) {
    TaskFilter.Builder filter = TaskFilter.where();
    int conditions = chance.below(3);
    for (int i = 0; i < conditions; i++) {
      condition(filter, now);
    }
    return filter.build();
  }

  private void condition(TaskFilter.Builder filter, Instant now) {
    List<TaskStatus> statuses = List.of(TaskStatus.values());
    TaskNumber number = state.tasks.isEmpty() ? TaskNumber.of(9) : someTask().number;
    switch (chance.below(11)) {
      case 0 -> filter.statuses(chance.some(4, statuses));
      case 1 -> filter.statuses(statuses).excluding(chance.some(3, statuses));
      case 2 -> filter.sources(chance.some(2, List.of(TaskSource.values())));
      case 3 -> filter.agentType(chance.of(TaskGenerator.AGENTS));
      case 4 -> filter.branch(chance.of(BRANCH_PARTS));
      case 5 -> filter.text(chance.of(TEXT_PARTS));
      case 6 -> filter.parent(number);
      case 7 -> filter.within(number);
      case 8 -> filter.worker(chance.of(List.of("w1", "w2", "W1", "Ω")));
      case 9 -> filter.key(chance.of(TaskGenerator.KEYS));
      default -> created(filter, now);
    }
  }

  private void created(TaskFilter.Builder filter, Instant now) {
    Instant at = state.tasks.isEmpty() ? now : someTask().createdAt.plus(chance.nudge());
    if (chance.oneIn(2)) {
      filter.createdFrom(at);
    } else {
      filter.createdBefore(at);
    }
  }

  private ModelTask someTask() {
    return chance.of(List.copyOf(state.tasks.values()));
  }
}
