package dev.arborist.perf;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a key costs in a tree too large to look at whole. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(jvmArgsAppend = "-Xmx512m")
public class LargeTreeBenchmark {

  static final int ROWS = 50;
  static final int COLUMNS = 200;

  /** How the tasks hang together. */
  @Param({"RANDOM", "FAN_10", "CHAIN", "STAR"})
  public Shape shape;

  /** How many tasks the tree holds. */
  @Param({"100000", "1000000"})
  public int nodes;

  private Trees trees;
  private TreeSnapshot snapshot;
  private Viewport viewport;
  private TextTree renderer;
  private FrameSink frame;
  private Keys keys;
  private int[] parents;
  private final SplittableRandom random = new SplittableRandom(1);

  /** Lays the tree out. */
  @Setup
  public void layOut() {
    trees = new Trees(new Workload(shape, nodes, 1));
    snapshot = trees.snapshot();
    viewport = new Viewport(snapshot.visibility(), ROWS);
    keys = new Keys(viewport);
    TaskTree tree = snapshot.visibility().tree();
    parents = IntStream.range(0, nodes).filter(node -> tree.subtreeSize(node) > 1).toArray();
    renderer = new TextTree(style());
    frame = new FrameSink(1 << 20);
  }

  /** A terminal of 200 columns and 50 rows. */
  static TreeStyle style() {
    return TreeStyle.PLAIN.colours(ColourDepth.ANSI_256).width(COLUMNS);
  }

  /** Fails when keys were measured on empty screens. */
  @TearDown
  public void requireFullScreens() {
    keys.requireFullScreens();
  }

  /** Rows in memory to a tree. */
  @Benchmark
  public TaskTree layout() {
    return trees.layOut();
  }

  /** Collapses a task anywhere that has others below it, and expands it again. */
  @Benchmark
  public int collapseAndExpand() {
    Visibility visibility = snapshot.visibility();
    int node = parents[random.nextInt(parents.length)];
    visibility.collapse(node);
    int rows = visibility.rows();
    visibility.expand(node);
    return rows;
  }

  /** A key that moves the cursor a screen or to a row anywhere, and the finished screen. */
  @Benchmark
  public int keyAndFrame() throws IOException {
    keys.press();
    frame.reset();
    renderer.render(snapshot.visibility(), snapshot.labels(), viewport.firstRow(), ROWS, frame);
    return frame.length();
  }
}
