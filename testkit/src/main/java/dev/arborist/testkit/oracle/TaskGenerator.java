package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** New tasks and batches of them: mostly acceptable, and wrong in one way at a time. */
final class TaskGenerator {

  static final List<String> PROMPTS =
      List.of(
          "Write the PARSER",
          "write a parser\nwith tests",
          "Straße kehren",
          "ŁÓDŹ malować",
          "łódź malować",
          "İstanbul'a git",
          "300 \u212a messen",
          "50 % off_er \\ done",
          "😀 smile");
  static final List<String> BRANCHES =
      List.of(
          "main", "Main", "feature/ÜBER", "feature/über", "release/ΣΑΣ", "a%b_c", "\u212aelvin");
  static final List<String> AGENTS = List.of("coder", "tester", "Coder");
  static final List<String> KEYS = List.of("k1", "k2", "k3", "k4");
  static final List<Duration> TIMEOUTS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofMinutes(2),
          Duration.ofHours(1));
  static final List<Duration> ESTIMATES =
      List.of(Duration.ofSeconds(10), Duration.ofMinutes(20), Duration.ofHours(3));
  private static final List<Duration> URGENT =
      List.of(
          Duration.ofSeconds(-5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofMinutes(1),
          Duration.ofMinutes(40),
          Duration.ofHours(1),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(40));
  private static final List<Duration> SOON =
      List.of(
          Duration.ofSeconds(-5),
          Duration.ZERO,
          Duration.ofNanos(1_000),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofHours(1));

  private final Chance chance;
  private final ModelState state;
  private final Targets targets;
  private final TreeMap<String, NewTask> byKey = new TreeMap<>();
  private final List<TaskBatch> batches = new ArrayList<>();

  TaskGenerator(Chance chance, ModelState state, Targets targets) {
    this.chance = chance;
    this.state = state;
    this.targets = targets;
  }

  Instant deadline(Instant now) {
    return now.plus(chance.of(URGENT)).plus(chance.nudge());
  }

  Instant notBefore(Instant now) {
    return now.plus(chance.of(SOON));
  }

  NewTask task(Instant now) {
    if (!byKey.isEmpty() && chance.oneIn(8)) {
      return chance.of(List.copyOf(byKey.values()));
    }
    String key = chance.maybe(8, KEYS);
    NewTask task = plain(now, key).prerequisites(prerequisites()).parent(parent()).build();
    if (key != null) {
      byKey.putIfAbsent(key, task);
    }
    return task;
  }

  private NewTask.Builder plain(Instant now, @Nullable String key) {
    return NewTask.of(chance.of(PROMPTS))
        .summary(chance.maybe(7, List.of("Summary one", "ſUMMARY Zwei", "short")))
        .source(chance.of(List.of(TaskSource.values())))
        .agentType(chance.maybe(4, AGENTS))
        .branch(chance.maybe(4, BRANCHES))
        .session(chance.maybe(8, List.of("s1", "s2")))
        .idempotencyKey(key)
        .basePriority(chance.oneIn(3) ? chance.below(11) : 5)
        .deadline(chance.oneIn(3) ? deadline(now) : null)
        .estimate(chance.maybe(7, ESTIMATES))
        .notBefore(chance.oneIn(5) ? notBefore(now) : null)
        .maxRetries(chance.below(4))
        .timeout(chance.of(TIMEOUTS))
        .payload(chance.oneIn(60) ? "{" : chance.maybe(7, List.of("{}", "{\"a\":1}")));
  }

  private @Nullable TaskNumber parent() {
    return chance.oneIn(60) ? targets.unknown() : chance.maybe(6, targets.numbers());
  }

  private List<TaskNumber> prerequisites() {
    List<TaskNumber> lost = numbersWhere(true);
    if (!lost.isEmpty() && chance.oneIn(12)) {
      return List.of(chance.of(lost));
    }
    if (chance.oneIn(60)) {
      return List.of(targets.unknown());
    }
    return chance.oneIn(2) ? List.of() : chance.some(3, numbersWhere(false));
  }

  private List<TaskNumber> numbersWhere(boolean lost) {
    return state.where(task -> task.isLost() == lost).stream().map(task -> task.number).toList();
  }

  TaskBatch batch(Instant now) {
    if (!batches.isEmpty() && chance.oneIn(6)) {
      return chance.of(batches);
    }
    if (chance.oneIn(15)) {
      return chain(now);
    }
    int size = 1 + chance.below(5);
    boolean cyclic = chance.oneIn(12);
    List<Integer> order = shuffled(size);
    List<TaskBatch.Entry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean keyed = chance.oneIn(8);
      NewTask.Builder task = plain(now, keyed ? chance.of(KEYS) : null);
      List<Integer> before = cyclic ? order : order.subList(0, order.indexOf(i));
      Integer parent = chance.maybe(6, before);
      task.prerequisites(chance.oneIn(3) ? prerequisites() : List.of());
      task.parent(parent == null && chance.oneIn(3) ? parent() : null);
      entries.add(new TaskBatch.Entry(task.build(), parent, chance.some(2, before)));
    }
    TaskBatch batch = new TaskBatch(entries);
    batches.add(batch);
    return batch;
  }

  /** Deeper than counts. */
  private TaskBatch chain(Instant now) {
    List<TaskBatch.Entry> entries = new ArrayList<>();
    int size = 9 + chance.below(5);
    for (int i = 0; i < size; i++) {
      List<Integer> before = i == 0 ? List.of() : List.of(i - 1);
      entries.add(new TaskBatch.Entry(plain(now, null).build(), null, before));
    }
    return new TaskBatch(entries);
  }

  /** The positions of a batch in an order in which later ones may refer to earlier ones. */
  private List<Integer> shuffled(int size) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(chance.below(order.size() + 1), i);
    }
    return order;
  }
}
