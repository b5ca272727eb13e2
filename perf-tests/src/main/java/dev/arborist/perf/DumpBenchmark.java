package dev.arborist.perf;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import dev.arborist.domain.workload.Shape;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
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

/** A large queue as a tree: written out whole, and filtered while somebody types. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx512m")
public class DumpBenchmark {

  /** How the tasks hang together. */
  @Param({"RANDOM", "CHAIN", "STAR"})
  public Shape form;

  /** How many tasks the queue holds. */
  @Param({"100000", "1000000"})
  public int nodes;

  private Arborist arborist;
  private Viewport viewport;
  private TextTree dump;
  private TextTree screen;
  private FrameSink frame;

  /** Opens the queue and loads its tree. */
  @Setup
  public void open() {
    arborist = PreparedQueue.open(form, nodes);
    TaskTree tree = arborist.browser().tree(TreeView.TREE);
    viewport = new Viewport(new Visibility(tree), LargeTreeBenchmark.ROWS);
    dump = new TextTree(TreeStyle.PLAIN.colours(ColourDepth.ANSI_16));
    screen = new TextTree(LargeTreeBenchmark.style());
    frame = new FrameSink(1 << 20);
  }

  /** Closes it. */
  @TearDown
  public void close() {
    arborist.close();
  }

  /** From the file to all the bytes that a terminal would get. */
  @Benchmark
  public long queryLayoutRender() throws IOException {
    CountingSink out = new CountingSink();
    TreeSnapshot snapshot = arborist.browser().snapshot(TreeView.TREE, TaskFilter.ALL);
    dump.render(snapshot.visibility(), snapshot.labels(), 0, Integer.MAX_VALUE, out);
    return out.count();
  }

  /** One more letter of a text that is looked for, and the first screen of what holds it. */
  @Benchmark
  public int filterAndFrame() throws IOException {
    Visibility visibility = viewport.cursor().visibility();
    TaskFilter filter = TaskFilter.where().text("parser").build();
    viewport.cursor().filter(arborist.browser().matches(visibility.tree(), filter));
    viewport.follow();
    frame.reset();
    screen.render(
        visibility, arborist.browser().labels(), viewport.firstRow(), viewport.height(), frame);
    return frame.length();
  }
}
