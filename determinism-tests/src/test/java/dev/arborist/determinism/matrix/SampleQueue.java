package dev.arborist.determinism.matrix;

import dev.arborist.Arborist;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.RefusedException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import dev.arborist.testkit.HostileLabels;
import dev.arborist.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A queue in which everything has happened that can, the same from every run.
 *
 * <p>All that is scheduled lies before 2027 or behind 2099, so that commands, which go by the
 * system's clock, also show the same whenever they run in between.
 */
final class SampleQueue {

  private static final long SEED = 20_261_126;
  private static final int TASKS = 40;
  private static final int TASKS_OF_ONE_INSTANT = 5;
  private static final int HOSTILE = 12;
  private static final int STEPS = 60;
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** Texts in which a locale, a charset or an order of writing could matter. */
  private static final List<String> TEXTS =
      List.of(
          "日本語の要約を書く、そして直す",
          "한국어 요약",
          "اكتب الملخص ثم 123 راجع",
          "כתוב תקציר",
          "IŞIK ılık İstanbul TITLE title",
          "Straße STRASSE ẞ ﬁn",
          "👩🏽‍💻 ships 🇹🇷🇪🇬 and 👨‍👩‍👧",
          "1,234.5 | \"quoted\" <b>&amp;</b> `code` \\ end",
          "e\u0301 é Å Å");

  private static final List<String> BRANCHES =
      List.of("İstanbul", "istanbul", "ISTANBUL", "ılık", "fix/ß", "各", "zweig");

  private final TestClock clock;
  private final TaskQueue queue;
  private final Arborist arborist;
  private final SplittableRandom random = new SplittableRandom(SEED);

  private SampleQueue(Arborist arborist, TestClock clock) {
    this.arborist = arborist;
    this.clock = clock;
    queue = arborist.queue();
  }

  /** Fills an empty queue that goes by the clock. */
  static void fill(Arborist arborist, TestClock clock) {
    SampleQueue sample = new SampleQueue(arborist, clock);
    sample.add();
    sample.work();
    sample.prune();
    sample.document();
    sample.claim(3); // what runs when it is looked at
  }

  private void add() {
    List<NewTask> tasks =
        new Workload(Shape.RANDOM, TASKS, SEED).tasks().collect(Collectors.toList());
    for (int i = 0; i < tasks.size(); i++) {
      queue.enqueue(tasks.get(i));
      if (i % TASKS_OF_ONE_INSTANT == 0) {
        clock.advance(Duration.ofMillis(1_234_567));
      }
    }
    for (int i = 0; i < TEXTS.size(); i++) {
      queue.enqueue(special(TEXTS.get(i), i));
    }
    HostileLabels.of(SEED, HOSTILE)
        .forEach(label -> queue.enqueue(NewTask.of("Read " + label).build()));
  }

  private NewTask special(String text, int i) {
    Instant now = clock.instant();
    return NewTask.of(text + "\n" + text)
        .branch(BRANCHES.get(i % BRANCHES.size()))
        .agentType(i % 2 == 0 ? "İŞÇİ" : "reviewer")
        .session("session-" + i)
        .idempotencyKey("key-" + i)
        .parent(TaskNumber.of(1 + i % 4))
        .prerequisites(List.of(TaskNumber.of(30 + i), TaskNumber.of(20 + i), TaskNumber.of(10 + i)))
        .basePriority(5)
        .deadline(now.plus(Duration.ofHours(7L * i + 1)).plusNanos(123_456_000))
        .estimate(Duration.ofMillis(90_500))
        .notBefore(i % 3 == 0 ? Instant.parse("2100-03-01T00:30:00.5Z") : null)
        .payload("{\"ratio\": 0.1, \"big\": 12345678.875, \"text\": \"" + i + " ığüşİ\"}")
        .build();
  }

  private void work() {
    int refusals = 0;
    for (int step = 0; step < STEPS; step++) {
      clock.advance(Duration.ofMillis(1 + random.nextInt(200_000)));
      try {
        step();
      } catch (RefusedException e) {
        refusals++; // what a status forbids is refused the same way in every run
      }
    }
    if (refusals > STEPS / 2) {
      throw new IllegalStateException("the sample does little: " + refusals + " refusals");
    }
  }

  private void step() {
    TaskNumber task = TaskNumber.of(1 + random.nextInt(TASKS + TEXTS.size()));
    TaskNumber other = TaskNumber.of(1 + random.nextInt(TASKS + TEXTS.size()));
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4, 5 -> claim(1 + random.nextInt(3)).forEach(this::settle);
      case 6 -> queue.link(task, other);
      case 7 -> queue.update(task, TaskUpdate.builder().basePriority(random.nextInt(11)).build());
      case 8 -> retryOne();
      default -> cancelNow(task);
    }
  }

  private List<Claim> claim(int count) {
    return queue.claim("worker-" + random.nextInt(3), count, LEASE);
  }

  private void cancelNow(TaskNumber task) {
    if (random.nextInt(4) == 0) {
      queue.cancel(task, null);
    }
  }

  private void retryOne() {
    TaskFilter failed = TaskFilter.ofStatuses(List.of(TaskStatus.FAILED));
    List<Task> found =
        arborist.browser().list(TaskQuery.of(failed, Order.NUMBER, 1)).tasks().stream()
            .map(details -> details.task())
            .toList();
    if (!found.isEmpty()) {
      queue.retry(found.get(0).number());
    }
  }

  private void settle(Claim claim) {
    TaskNumber number = claim.details().task().number();
    long token = claim.token();
    switch (random.nextInt(8)) {
      case 0 -> queue.fail(number, token, "başarısız: 1,5 × 2.5 = 3.75 失敗");
      case 1 -> queue.failPermanently(number, token, "exit code 1");
      case 2 -> queue.release(number, token);
      case 3 -> queue.heartbeat(number, token, LEASE); // and its lease runs out
      default -> queue.complete(number, token, "{\"seconds\": 0.30000000000000004, \"ok\": true}");
    }
  }

  private void prune() {
    arborist
        .upkeep()
        .prune(PruneRequest.where().statuses(List.of(TaskStatus.COMPLETED)).limit(4).build());
  }

  private void document() {
    for (String key : List.of("plan", "ölçüt", "計画")) {
      arborist
          .specifications()
          .put("task:1:specs", key, "{\"limit\": 1.50, \"key\": \"" + key + "\"}");
    }
  }
}
