package dev.arborist.perf;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** What a person waits for who asks for the tree: query, layout and ANSI text together. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TreeBenchmark {

  /** How many tasks the queue holds. */
  @Param({"10", "50", "100", "500", "1000", "5000"})
  public int tasks;

  private BenchmarkQueue queue;
  private TextTree renderer;
  private ByteArrayOutputStream out;

  /** Fills a queue on disk. */
  @Setup
  public void fill() {
    queue = BenchmarkQueue.filledBy(new Workload(Shape.RANDOM, tasks, 1));
    renderer = new TextTree(TreeStyle.PLAIN.colours(ColourDepth.ANSI_16));
    out = new ByteArrayOutputStream(tasks * 100);
  }

  /** Deletes the queue. */
  @TearDown
  public void delete() {
    queue.close();
  }

  /** From the file to the bytes that a terminal gets. */
  @Benchmark
  public int queryLayoutRender() throws IOException {
    TreeSnapshot snapshot = queue.arborist().browser().snapshot(TreeView.TREE, TaskFilter.ALL);
    out.reset();
    renderer.render(snapshot.visibility(), snapshot.labels(), 0, tasks, out);
    return out.size();
  }
}
