package dev.arborist.perf;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.dependency.DependencyCycleException;
import dev.arborist.domain.task.Task;
import java.util.List;
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

/** Chains of prerequisites, the longest way that a search can have to go. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChainBenchmark {

  /** How many tasks wait for one another. */
  @Param({"100", "10000"})
  public int chain;

  private BenchmarkQueue queue;
  private List<Task> tasks;

  /** Adds the chain. */
  @Setup
  public void add() {
    queue = BenchmarkQueue.empty();
    tasks = Dependents.addChain(queue.arborist().queue(), chain);
  }

  /** Deletes the queue. */
  @TearDown
  public void delete() {
    queue.close();
  }

  /** Refuses to close the chain to a circle, and names its path. */
  @Benchmark
  public DependencyCycleException refuseCycle() {
    TaskQueue queueOfTasks = queue.arborist().queue();
    try {
      queueOfTasks.link(tasks.get(0).number(), tasks.get(chain - 1).number());
    } catch (DependencyCycleException refused) {
      return refused;
    }
    throw new IllegalStateException("a circle was not refused");
  }
}
