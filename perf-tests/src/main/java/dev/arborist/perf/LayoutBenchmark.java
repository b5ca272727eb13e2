package dev.arborist.perf;

import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TaskTreeBuilder;
import dev.arborist.domain.tree.TreeCursor;
import dev.arborist.domain.tree.Visibility;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** The tree without its store: laying it out, and moving in it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LayoutBenchmark {

  private static final int SCREEN_ROWS = 50;

  /** How many tasks the tree holds. */
  @Param("100")
  public int tasks;

  private List<NewTask> rows;
  private int[] priorities;
  private byte[][] labels;
  private Visibility visibility;
  private TextTree renderer;
  private ByteArrayOutputStream out;

  /** Makes the rows as a store would give them. */
  @Setup
  public void makeRows() {
    rows = new Workload(Shape.RANDOM, tasks, 1).tasks().toList();
    priorities = new int[tasks];
    labels = new byte[tasks][];
    for (int i = 0; i < tasks; i++) {
      NewTask task = rows.get(i);
      priorities[i] =
          PriorityPolicy.DEFAULT
              .rank(task.schedule(), task.profile().source(), 0, 0, 0, BenchmarkQueue.CREATED)
              .priority();
      labels[i] = task.profile().summary().getBytes(StandardCharsets.UTF_8);
    }
    visibility = new Visibility(layout());
    renderer = new TextTree(new TreeStyle(true, false, 0));
    out = new ByteArrayOutputStream(SCREEN_ROWS * 200);
  }

  /** Rows in memory to a tree. */
  @Benchmark
  public TaskTree layout() {
    TaskTreeBuilder builder = new TaskTreeBuilder(tasks);
    for (int i = 0; i < tasks; i++) {
      TaskNumber parent = rows.get(i).profile().parent();
      builder.add(
          i + 1L, parent == null ? 0 : parent.value(), TaskStatus.READY, priorities[i], labels[i]);
    }
    return builder.build();
  }

  /** Ten keys, each followed by a screen of fifty rows. */
  @Benchmark
  public int navigateTenSteps() throws IOException {
    TreeCursor cursor = new TreeCursor(visibility);
    int bytes = 0;
    for (int step = 0; step < 10; step++) {
      switch (step) {
        case 2, 6 -> cursor.collapse();
        case 3, 7 -> cursor.expand();
        case 9 -> cursor.up();
        default -> cursor.down();
      }
      out.reset();
      renderer.render(visibility, 0, SCREEN_ROWS, out);
      bytes += out.size();
    }
    return bytes;
  }
}
