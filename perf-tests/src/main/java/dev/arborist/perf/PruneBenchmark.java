package dev.arborist.perf;

import dev.arborist.application.port.in.TaskImport;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.util.List;
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

/** Deletes a tree of completed tasks with its texts, edges and events, and gives the space back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PruneBenchmark {

  /** How many tasks the tree has. */
  @Param("1000")
  public int tasks;

  private BenchmarkQueue queue;
  private long seed;
  private @Nullable TaskNumber root;

  /** Creates a queue on disk. */
  @Setup
  public void create() {
    queue = BenchmarkQueue.empty();
  }

  /** Imports a tree. */
  @Setup(Level.Invocation)
  public void add() {
    seed++;
    TaskImport tree = BenchmarkQueue.generated(new Workload(Shape.FAN_10, tasks, seed));
    List<TaskImport.Entry> ended = tree.tasks().stream().map(PruneBenchmark::completed).toList();
    root = TaskNumber.of(queue.arborist().queue().importTasks(TaskImport.of(ended, true)).first());
  }

  private static TaskImport.Entry completed(TaskImport.Entry entry) {
    TaskDetails details = entry.details();
    Task task = details.task();
    Progress ended =
        new Progress(
            TaskStatus.COMPLETED,
            null,
            1,
            0,
            "worker",
            null,
            task.createdAt(),
            task.createdAt(),
            null);
    Task completed =
        new Task(
            task.number(),
            task.id(),
            task.profile(),
            task.schedule(),
            ended,
            PriorityPolicy.DEFAULT.rank(
                task.schedule(), task.profile().source(), 0, 0, 0, task.createdAt()),
            task.createdAt(),
            task.createdAt());
    return TaskImport.Entry.of(entry.line(), details.withTask(completed));
  }

  /** Deletes the queue. */
  @TearDown
  public void delete() {
    queue.close();
  }

  /** Deletes the tree. */
  @Benchmark
  public PruneReport prune() {
    PruneRequest request =
        PruneRequest.where().numbers(List.of(Objects.requireNonNull(root))).recursive(true).build();
    return queue.arborist().upkeep().prune(request);
  }
}
