package dev.arborist.perf;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;

/**
 * How many times as long as its bare statements an operation takes, measured in turns.
 *
 * <p>Prints {@code ratio:timesRawLoop}, the median over rounds in each of which the queue and the
 * raw loop do the same, one after the other, each with a file of its own. A disk that is slow for
 * some seconds slows a few rounds of both, where it would spoil a whole launch of one.
 */
public final class OverheadProbe {

  private static final int ROUNDS = 31;
  private static final int OPERATIONS = 100;
  private static final int WARM_UP_ROUNDS = 10;
  private static final int PRIORITY = 2_000;
  private static final Duration LEASE = Duration.ofMinutes(10);

  private OverheadProbe() {}

  /** An operation that is repeated. */
  private interface Operation {
    void run() throws SQLException;
  }

  /** Compares the operation that the argument names. */
  public static void main(String[] arguments) throws SQLException {
    WarmUp.run();
    try (BenchmarkQueue ours = BenchmarkQueue.empty();
        BenchmarkQueue theirs = BenchmarkQueue.empty();
        RawLoop raw = new RawLoop(theirs.file())) {
      TaskQueue tasks = ours.arborist().queue();
      switch (arguments[0]) {
        case "enqueue" ->
            compare(
                () -> tasks.enqueue(NewTask.of(EnqueueBenchmark.PROMPT).build()),
                () -> raw.enqueue(EnqueueBenchmark.PROMPT, PRIORITY));
        case "claimComplete" -> {
          tasks.importTasks(ClaimBenchmark.supply(1));
          theirs.arborist().queue().importTasks(ClaimBenchmark.supply(1));
          compare(() -> claimComplete(tasks), () -> raw.complete(raw.claim()));
        }
        default -> throw new IllegalArgumentException("unknown operation " + arguments[0]);
      }
    }
  }

  private static void claimComplete(TaskQueue tasks) {
    Claim claim = tasks.claim("worker", 1, LEASE).get(0);
    tasks.complete(claim.details().task().number(), claim.token(), null);
  }

  private static void compare(Operation ours, Operation raw) throws SQLException {
    double[] ratios = new double[ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      long one = nanos(ours);
      long other = nanos(raw);
      if (round >= 0) {
        ratios[round] = (double) one / other;
      }
    }
    Arrays.sort(ratios);
    System.out.println("ratio:timesRawLoop " + ratios[ROUNDS / 2]);
  }

  private static long nanos(Operation operation) throws SQLException {
    long start = System.nanoTime();
    for (int i = 0; i < OPERATIONS; i++) {
      operation.run();
    }
    return System.nanoTime() - start;
  }
}
