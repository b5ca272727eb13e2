package dev.arborist.perf;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * Changes of tasks that have neighbours, in queues that have been worked on for a while; each is on
 * the disk when the call returns.
 *
 * <p>What an operation changes is taken back behind it, outside of what is measured, so that the
 * thousandth finds what the first found.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GraphBenchmark {

  private static final int TEN = 10;
  private static final int LOOKED_AT = 5_000;
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** How many tasks the queue holds. */
  @Param({"1000", "100000", "1000000"})
  public int size;

  private BenchmarkQueue queue;
  private TaskQueue tasks;
  private List<TaskNumber> ready;
  private final SplittableRandom random = new SplittableRandom(1);
  private @Nullable Runnable undo;

  /** Copies a queue. */
  @Setup
  public void copy() {
    queue = PreparedQueue.copy(size);
    tasks = queue.arborist().queue();
    ready = someReady();
  }

  /** Ready tasks from all over the queue; a list of all of a million would fill the heap. */
  private List<TaskNumber> someReady() {
    List<TaskNumber> found = new ArrayList<>();
    int step = Math.max(1, size / LOOKED_AT);
    for (int number = 1; number <= size; number += step) {
      Task task = queue.arborist().browser().get(TaskNumber.of(number)).task();
      if (task.status() == TaskStatus.READY) {
        found.add(task.number());
      }
    }
    return found;
  }

  /** Takes back what was measured. */
  @TearDown(Level.Invocation)
  public void takeBack() {
    if (undo != null) {
      undo.run();
      undo = null;
    }
  }

  /** Deletes the copy. */
  @TearDown
  public void delete() {
    queue.close();
  }

  /** Adds a task that waits for ten ready tasks anywhere in the queue. */
  @Benchmark
  public Task enqueueWithTen() {
    List<TaskNumber> prerequisites =
        Stream.generate(this::anyReady).distinct().limit(TEN).sorted().toList();
    Task added = tasks.enqueue(NewTask.of("wait for ten").prerequisites(prerequisites).build());
    undo = () -> tasks.cancel(added.number(), null);
    return added;
  }

  private TaskNumber anyReady() {
    return ready.get(random.nextInt(ready.size()));
  }

  /** Takes the first ready task. */
  @Benchmark
  public Claim claim() {
    Claim claim = tasks.claim("worker", 1, LEASE).get(0);
    undo = () -> tasks.release(claim.details().task().number(), claim.token());
    return claim;
  }

  /** Lets a ready task wait for one before it, after a look for a way back. */
  @Benchmark
  public Task link() {
    TaskNumber one = anyReady();
    TaskNumber other = anyReady();
    while (other.equals(one)) {
      other = anyReady();
    }
    boolean ascending = one.compareTo(other) < 0;
    TaskNumber dependent = ascending ? other : one;
    TaskNumber prerequisite = ascending ? one : other;
    undo = () -> tasks.unlink(dependent, prerequisite);
    return tasks.link(dependent, prerequisite);
  }
}
