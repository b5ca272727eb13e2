package dev.arborist.perf;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One caller adds tasks; each is on the disk when the call returns. */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EnqueueBenchmark {

  static final String PROMPT = "Write the parser\nand say what was found.";

  private BenchmarkQueue queue;
  private TaskQueue tasks;

  /** Creates a queue on disk. */
  @Setup
  public void create() {
    WarmUp.run();
    queue = BenchmarkQueue.empty();
    tasks = queue.arborist().queue();
  }

  /** Deletes the queue. */
  @TearDown
  public void delete() {
    queue.close();
  }

  /** Adds a task without neighbours. */
  @Benchmark
  public Task enqueue() {
    return tasks.enqueue(NewTask.of(PROMPT).build());
  }
}
