package dev.arborist.perf;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sixteen callers who claim and complete from one queue of 100,000 ready tasks as fast as they can.
 *
 * <p>Prints {@code mean} (pairs of a claim and a completion in a second, of all callers together),
 * {@code p50}, {@code p95} and {@code p99} of single pairs, and {@code ratio:unfairness} (how many
 * times what the slowest caller got the fastest got). JMH counts operations of all threads
 * together, so fairness needs a program of its own.
 */
public final class ContendedProbe {

  private static final int CALLERS = 16;
  private static final int TASKS = 100_000;
  private static final long WARM_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(1_000);
  private static final long MEASURED_NANOS = TimeUnit.MILLISECONDS.toNanos(2_000);
  private static final Duration LEASE = Duration.ofMinutes(10);

  private ContendedProbe() {}

  /** Measures once. */
  public static void main(String[] arguments) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try (BenchmarkQueue queue = BenchmarkQueue.empty()) {
      TaskQueue tasks = queue.arborist().queue();
      fill(tasks);
      run(threads, tasks, WARM_UP_NANOS);
      report(run(threads, tasks, MEASURED_NANOS));
    } finally {
      threads.shutdownNow();
    }
  }

  private static void fill(TaskQueue tasks) {
    TaskBatch.Builder batch = TaskBatch.builder();
    for (int i = 0; i < TASKS; i++) {
      batch.add(NewTask.of(EnqueueBenchmark.PROMPT).basePriority(i % 11).build());
    }
    tasks.enqueueAll(batch.build());
  }

  /** The times of each caller's pairs. */
  private static List<long[]> run(ExecutorService threads, TaskQueue tasks, long nanos)
      throws Exception {
    long start = System.nanoTime();
    List<Callable<long[]>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      String worker = "worker-" + i;
      callers.add(() -> work(tasks, worker, start, nanos));
    }
    List<long[]> times = new ArrayList<>();
    for (Future<long[]> caller : threads.invokeAll(callers)) {
      times.add(caller.get());
    }
    return times;
  }

  private static long[] work(TaskQueue tasks, String worker, long start, long nanos) {
    long[] times = new long[TASKS];
    int pairs = 0;
    long before = System.nanoTime();
    while (before - start < nanos) {
      List<Claim> claims = tasks.claim(worker, 1, LEASE);
      if (claims.isEmpty()) {
        throw new IllegalStateException("the tasks ran out while they were measured");
      }
      Claim claim = claims.get(0);
      tasks.complete(claim.details().task().number(), claim.token(), null);
      long after = System.nanoTime();
      times[pairs++] = after - before;
      before = after;
    }
    return Arrays.copyOf(times, pairs);
  }

  private static void report(List<long[]> times) {
    long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    int fastest = times.stream().mapToInt(one -> one.length).max().orElseThrow();
    int slowest = times.stream().mapToInt(one -> one.length).min().orElseThrow();
    print("mean %.3f ops/s", all.length * 1e9 / MEASURED_NANOS);
    for (int percent : new int[] {50, 95, 99}) {
      print("p" + percent + " %.0f ns", (double) all[(int) ((long) all.length * percent / 100)]);
    }
    print("ratio:unfairness %.3f", (double) fastest / Math.max(1, slowest));
  }

  private static void print(String line, double value) {
    System.out.println(String.format(Locale.ROOT, line, value));
  }
}
