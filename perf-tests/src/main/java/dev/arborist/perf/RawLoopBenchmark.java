package dev.arborist.perf;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The same statements as an enqueue, and as a claim and a completion, without the queue around
 * them: what {@link EnqueueBenchmark} and {@link ClaimBenchmark} are compared with.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RawLoopBenchmark {

  private static final int PRIORITY = 2_000;

  private BenchmarkQueue queue;
  private RawLoop raw;
  private long seed;

  /** Creates a queue on disk. */
  @Setup
  public void create() throws SQLException {
    WarmUp.run();
    queue = BenchmarkQueue.empty();
    raw = new RawLoop(queue.file());
  }

  /** Adds the tasks that {@link ClaimBenchmark} works through, where they are claimed. */
  @Setup(Level.Iteration)
  public void supply(BenchmarkParams benchmark) {
    if (benchmark.getBenchmark().endsWith(".enqueue")) {
      return;
    }
    seed++;
    queue.arborist().queue().importTasks(ClaimBenchmark.supply(seed));
  }

  /** Deletes the queue. */
  @TearDown
  public void delete() throws SQLException {
    raw.close();
    queue.close();
  }

  /** Adds a row for the task, its texts and the event. */
  @Benchmark
  public long enqueue() throws SQLException {
    return raw.enqueue(EnqueueBenchmark.PROMPT, PRIORITY);
  }

  /** Takes the first task and completes it, in two transactions. */
  @Benchmark
  public long claimComplete() throws SQLException {
    long number = raw.claim();
    raw.complete(number);
    return number;
  }
}
