package dev.arborist.determinism.simulation;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.QueueException;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.TaskUpdate;
import dev.arborist.domain.upkeep.Finding;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Workers on one queue, their clock, retries, expiring leases and crashes, as one sequence of steps
 * that a seed decides.
 *
 * <p>Each worker has the file open by itself, as a process would. After every step the whole queue
 * is compared with what it has acknowledged.
 */
final class Simulation implements AutoCloseable {

  private static final int WORKERS = 3;
  private static final int TASKS_MIN = 6;
  private static final int TASKS_MAX = 25;
  private static final int PRUNED_MAX = 5;
  private static final List<TaskStatus> ENDED =
      List.of(TaskStatus.COMPLETED, TaskStatus.CANCELLED, TaskStatus.FAILED);

  /** What stands in the way of a claim first comes first. */
  private static final Comparator<Task> BEST_FIRST =
      Comparator.comparingInt((Task task) -> task.rank().priority())
          .reversed()
          .thenComparing(Task::number);

  private final SplittableRandom random;
  private final Path file;
  private final TestClock clock = new TestClock();
  private final SequentialIds ids = new SequentialIds();
  private final Ledger ledger = new Ledger();
  private final List<Worker> workers = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  /** A process that works, and what it believes to hold. */
  private final class Worker {

    private final String name;
    private final List<Claim> claims = new ArrayList<>();
    private Arborist arborist;

    Worker(String name) {
      this.name = name;
      arborist = open();
    }

    private Arborist open() {
      return Arborist.at(file)
          .clock(clock)
          .ids(ids)
          .actor(name)
          .durability(Durability.NORMAL)
          .open();
    }

    /** Everything that it knew is lost, and what it had asked for is not. */
    void crash() {
      arborist.close();
      claims.clear();
      arborist = open();
    }
  }

  /** A queue in a directory, with nothing in it. */
  Simulation(Path directory, long seed) {
    random = new SplittableRandom(seed);
    file = directory.resolve("queue.db");
    Arborist.create(file);
    for (int i = 1; i <= WORKERS; i++) {
      workers.add(new Worker("worker-" + i));
    }
  }

  /** How much has happened. */
  Done done() {
    return ledger.done();
  }

  /** What has happened, a line a step. */
  List<String> log() {
    return log;
  }

  /** Everything that the queue holds, for a comparison with another run of the same seed. */
  List<TaskDetails> tasks() {
    return browser().list(TaskQuery.ALL).tasks();
  }

  private TaskBrowser browser() {
    return workers.get(0).arborist.browser();
  }

  /** Takes so many steps. */
  void run(int steps) {
    for (int step = 1; step <= steps; step++) {
      Worker worker = workers.get(random.nextInt(WORKERS));
      String what = "";
      try {
        what = step(worker);
      } catch (QueueException e) {
        what = "refused: " + e.getMessage();
      }
      log.add(step + " " + clock.instant() + " " + worker.name + " " + what);
      check();
    }
  }

  private String step(Worker worker) {
    int chance = random.nextInt(100);
    if (ledger.there().size() < TASKS_MIN) {
      return enqueue(worker);
    }
    if (chance < 18) {
      return ledger.there().size() < TASKS_MAX ? enqueue(worker) : prune(worker);
    }
    if (chance < 42) {
      return claim(worker);
    }
    if (chance < 68) {
      return work(worker);
    }
    if (chance < 80) {
      return pass();
    }
    if (chance < 84) {
      worker.crash();
      return "crashes";
    }
    return change(worker, anyTask());
  }

  private TaskNumber anyTask() {
    List<TaskNumber> all = List.copyOf(ledger.there());
    return all.get(random.nextInt(all.size()));
  }

  private String enqueue(Worker worker) {
    NewTask.Builder task =
        NewTask.of("task of " + worker.name)
            .basePriority(random.nextInt(11))
            .maxRetries(random.nextInt(3))
            .timeout(Duration.ofSeconds(30 + random.nextInt(300)));
    if (!ledger.there().isEmpty()) {
      if (random.nextBoolean()) {
        task.parent(anyTask());
      }
      List<TaskNumber> prerequisites = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        prerequisites.add(anyTask());
      }
      task.prerequisites(prerequisites);
    }
    if (random.nextInt(4) == 0) {
      task.notBefore(clock.instant().plusSeconds(random.nextInt(60)));
    }
    Task added = worker.arborist.queue().enqueue(task.build());
    ledger.added(added);
    return "adds " + added.number() + " " + added.status().label();
  }

  private String claim(Worker worker) {
    int count = 1 + random.nextInt(3);
    Duration lease = Duration.ofSeconds(5 + random.nextInt(60));
    List<Claim> claims =
        unrefused("a claim", () -> worker.arborist.queue().claim(worker.name, count, lease));
    Instant now = clock.instant();
    StringBuilder text = new StringBuilder("claims");
    List<Task> tasks = new ArrayList<>();
    for (Claim claim : claims) {
      Task task = claim.details().task();
      ledger.claimed(claim, worker.name, now);
      for (Task prerequisite : browser().prerequisites(task.number())) {
        Violation.unless(
            prerequisite.status() == TaskStatus.COMPLETED,
            task.number() + " was claimed before " + prerequisite.number());
      }
      worker.claims.add(claim);
      tasks.add(task);
      text.append(' ').append(task.number()).append('/').append(claim.token());
    }
    checkOrder(tasks, count);
    return text.toString();
  }

  /** The best first, and none better left. */
  private void checkOrder(List<Task> claimed, int count) {
    List<Task> sorted = new ArrayList<>(claimed);
    sorted.sort(BEST_FIRST);
    Violation.unless(sorted.equals(claimed), "not in order of priority: " + claimed);
    TaskFilter ready = TaskFilter.where().statuses(List.of(TaskStatus.READY)).build();
    List<Task> left = new ArrayList<>();
    browser()
        .list(TaskQuery.of(ready, TaskQuery.Order.NUMBER, 0))
        .tasks()
        .forEach(details -> left.add(details.task()));
    left.sort(BEST_FIRST);
    if (left.isEmpty()) {
      return;
    }
    Violation.unless(claimed.size() == count, left.get(0).number() + " was left, though ready");
    Violation.unless(
        BEST_FIRST.compare(claimed.get(count - 1), left.get(0)) < 0,
        left.get(0).number() + " was left for " + claimed.get(count - 1).number());
  }

  /** Renews or ends a claim, or one that was another's since. */
  private String work(Worker worker) {
    if (worker.claims.isEmpty()) {
      return claim(worker);
    }
    int at = random.nextInt(worker.claims.size());
    Claim claim = worker.claims.get(at);
    TaskNumber number = claim.details().task().number();
    String name = number + "/" + claim.token();
    Instant now = clock.instant();
    try {
      return end(worker, at, number, claim.token(), now) + " " + name;
    } catch (QueueException e) {
      ledger.refused(number, claim.token(), now, e.getMessage());
      worker.claims.remove(at);
      return "is refused " + name + ": " + e.getMessage();
    }
  }

  private String end(Worker worker, int at, TaskNumber number, long token, Instant now) {
    TaskQueue queue = worker.arborist.queue();
    int chance = random.nextInt(20);
    if (chance < 6) {
      Duration lease = Duration.ofSeconds(5 + random.nextInt(60));
      ledger.renewed(number, token, queue.heartbeat(number, token, lease), now);
      return "renews";
    }
    Task ended;
    if (chance < 13) {
      ended = queue.complete(number, token, "{\"by\":\"" + worker.name + "\"}");
    } else if (chance < 16) {
      ended = queue.fail(number, token, "no luck");
    } else if (chance < 17) {
      ended = queue.failPermanently(number, token, "no hope");
    } else {
      ended = queue.release(number, token);
    }
    ledger.ended(ended, token, now);
    worker.claims.remove(at);
    return "ends as " + ended.status().label();
  }

  private String pass() {
    Duration time = Duration.ofSeconds(random.nextInt(10) == 0 ? 600 : 1 + random.nextInt(30));
    clock.advance(time);
    return "waits " + time.toSeconds() + " s";
  }

  private String change(Worker worker, TaskNumber number) {
    TaskQueue queue = worker.arborist.queue();
    switch (random.nextInt(8)) {
      case 0 -> {
        List<Task> cancelled = queue.cancel(number, null).cancelled();
        ledger.cancelled(cancelled);
        return "cancels " + numbers(cancelled);
      }
      case 1 -> {
        List<Task> cancelled = queue.cancelSubtree(number).cancelled();
        ledger.cancelled(cancelled);
        return "cancels below " + number + " " + numbers(cancelled);
      }
      case 2, 3 -> {
        return "retries " + queue.retry(number).retried().number();
      }
      case 4, 5 -> {
        TaskNumber prerequisite = anyTask();
        queue.link(number, prerequisite);
        return "links " + number + " behind " + prerequisite;
      }
      case 6 -> {
        TaskNumber prerequisite = anyTask();
        queue.unlink(number, prerequisite);
        return "unlinks " + number + " from " + prerequisite;
      }
      default -> {
        int priority = random.nextInt(11);
        queue.update(number, TaskUpdate.builder().basePriority(priority).build());
        return "sets the priority of " + number + " to " + priority;
      }
    }
  }

  /** What nobody may be refused, whatever the queue holds. */
  private static <T> T unrefused(String what, Supplier<T> operation) {
    try {
      return operation.get();
    } catch (QueueException e) {
      throw new Violation(what + " was refused: " + e.getMessage());
    }
  }

  private String prune(Worker worker) {
    PruneRequest request = PruneRequest.where().statuses(ENDED).limit(PRUNED_MAX).build();
    Map<TaskNumber, TaskStatus> before = new TreeMap<>();
    browser()
        .list(TaskQuery.ALL)
        .tasks()
        .forEach(one -> before.put(one.task().number(), one.task().status()));
    List<TaskNumber> pruned =
        unrefused("a prune", () -> worker.arborist.upkeep().prune(request).pruned());
    Violation.unless(pruned.size() <= PRUNED_MAX, "too many were pruned: " + pruned);
    for (TaskNumber number : pruned) {
      TaskStatus status = before.get(number);
      Violation.unless(ENDED.contains(status), number + " was pruned, and was " + status);
    }
    ledger.pruned(pruned);
    return "prunes " + pruned;
  }

  private static String numbers(List<Task> tasks) {
    return tasks.stream().map(Task::number).toList().toString();
  }

  /** By another process than the one that has just done something, if there is one. */
  private void check() {
    Arborist arborist = workers.get(random.nextInt(WORKERS)).arborist;
    List<Task> tasks = new ArrayList<>();
    arborist.browser().list(TaskQuery.ALL).tasks().forEach(details -> tasks.add(details.task()));
    ledger.check(tasks, clock.instant());
    List<Finding> findings = arborist.upkeep().diagnose(false).findings();
    Violation.unless(findings.isEmpty(), "the doctor finds " + findings);
  }

  @Override
  public void close() {
    workers.forEach(worker -> worker.arborist.close());
  }
}
