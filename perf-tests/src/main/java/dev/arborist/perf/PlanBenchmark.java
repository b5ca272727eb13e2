package dev.arborist.perf;

import dev.arborist.domain.dependency.ExecutionPlan;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** In which batches the tasks of a queue can run. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlanBenchmark {

  /** How many tasks the queue holds. */
  @Param("100")
  public int tasks;

  private BenchmarkQueue queue;

  /** Fills a queue on disk. */
  @Setup
  public void fill() {
    queue = BenchmarkQueue.filledBy(new Workload(Shape.RANDOM, tasks, 1));
  }

  /** Deletes the queue. */
  @TearDown
  public void delete() {
    queue.close();
  }

  /** From the file to the batches. */
  @Benchmark
  public ExecutionPlan plan() {
    return queue.arborist().browser().plan();
  }
}
