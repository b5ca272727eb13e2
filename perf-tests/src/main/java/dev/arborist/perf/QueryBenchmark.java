package dev.arborist.perf;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskPage;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.util.EnumSet;
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

/** The first page of the ready tasks, whole. */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueryBenchmark {

  private static final TaskQuery READY =
      TaskQuery.of(TaskFilter.ofStatuses(EnumSet.of(TaskStatus.READY)), Order.PRIORITY, 100);

  /** How many tasks the queue holds. */
  @Param("1000")
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

  /** A hundred tasks with their texts and prerequisites. */
  @Benchmark
  public TaskPage listReady() {
    return queue.arborist().browser().list(READY);
  }
}
