package dev.arborist.perf;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeCursor;
import dev.arborist.domain.tree.TreeSnapshot;
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

/** The tree without its store: laying it out, and moving in it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LayoutBenchmark {

  private static final int SCREEN_ROWS = 50;

  /** How many tasks the tree holds. */
  @Param("100")
  public int tasks;

  private Trees trees;
  private TreeSnapshot snapshot;
  private TextTree renderer;
  private ByteArrayOutputStream out;

  /** Makes the rows as a store would give them. */
  @Setup
  public void makeRows() {
    trees = new Trees(new Workload(Shape.RANDOM, tasks, 1));
    snapshot = trees.snapshot();
    renderer = new TextTree(TreeStyle.PLAIN.colours(ColourDepth.ANSI_16));
    out = new ByteArrayOutputStream(SCREEN_ROWS * 200);
  }

  /** Rows in memory to a tree. */
  @Benchmark
  public TaskTree layout() {
    return trees.layOut();
  }

  /** Ten keys, each followed by a screen of fifty rows. */
  @Benchmark
  public int navigateTenSteps() throws IOException {
    TreeCursor cursor = new TreeCursor(snapshot.visibility());
    int bytes = 0;
    for (int step = 0; step < 10; step++) {
      switch (step) {
        case 2, 6 -> cursor.collapse();
        case 3, 7 -> cursor.expand();
        case 9 -> cursor.up();
        default -> cursor.down();
      }
      out.reset();
      renderer.render(snapshot.visibility(), snapshot.labels(), 0, SCREEN_ROWS, out);
      bytes += out.size();
    }
    return bytes;
  }
}
