package dev.arborist.perf;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One caller works through the ready tasks; each change is on the disk when the call returns.
 *
 * <p>One in a hundred waits for a checkpoint. To tell whether that is more than one, a launch needs
 * thousands of operations, and so seconds.
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Measurement(time = 1)
public class ClaimBenchmark {

  private static final int SUPPLY = 6_000;
  private static final Duration LEASE = Duration.ofMinutes(10);

  private BenchmarkQueue queue;
  private TaskQueue tasks;
  private long seed;

  /** Creates a queue on disk. */
  @Setup
  public void create() {
    WarmUp.run();
    queue = BenchmarkQueue.empty();
    tasks = queue.arborist().queue();
  }

  /** Adds tasks that are ready at once, more than an iteration can claim. */
  @Setup(Level.Iteration)
  public void supply() {
    seed++;
    tasks.importTasks(supply(seed));
  }

  /** Tasks that are ready at once; each seed gives others. */
  static TaskImport supply(long seed) {
    TaskImport all = BenchmarkQueue.generated(new Workload(Shape.STAR, SUPPLY, seed));
    List<TaskImport.Entry> ready =
        all.tasks().stream().filter(entry -> entry.details().prerequisites().isEmpty()).toList();
    return TaskImport.of(ready, true);
  }

  /** Deletes the queue. */
  @TearDown
  public void delete() {
    queue.close();
  }

  /** Takes the first task and completes it: two durable transactions. */
  @Benchmark
  public Task claimComplete() {
    List<Claim> claims = tasks.claim("worker", 1, LEASE);
    if (claims.isEmpty()) {
      throw new IllegalStateException("the supply of tasks ran out within an iteration");
    }
    Claim claim = claims.get(0);
    return tasks.complete(claim.details().task().number(), claim.token(), null);
  }
}
