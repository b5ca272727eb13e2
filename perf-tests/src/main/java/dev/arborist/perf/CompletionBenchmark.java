package dev.arborist.perf;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.Task;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Completions that tasks wait for, in queues that have been worked on for a while; those who wait
 * were added together with what they wait for.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompletionBenchmark {

  /** How many tasks the queue holds besides. */
  @Param({"1000", "100000", "1000000"})
  public int size;

  /** How many tasks become ready. */
  @Param({"10", "1000"})
  public int dependents;

  private BenchmarkQueue queue;
  private TaskQueue tasks;
  private @Nullable Claim held;

  /** Copies a queue. */
  @Setup
  public void copy() {
    queue = PreparedQueue.copy(size);
    tasks = queue.arborist().queue();
  }

  /** Adds a task and those who wait for it, and claims it. */
  @Setup(Level.Invocation)
  public void add() {
    held = Dependents.addAndClaim(tasks, dependents);
  }

  /** Deletes the copy. */
  @TearDown
  public void delete() {
    queue.close();
  }

  /** Completes a task; what waited for it becomes ready in the same transaction. */
  @Benchmark
  public Task complete() {
    Claim claim = Objects.requireNonNull(held);
    return tasks.complete(claim.details().task().number(), claim.token(), null);
  }
}
