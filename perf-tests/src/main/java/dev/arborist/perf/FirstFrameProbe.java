package dev.arborist.perf;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.nio.file.Path;

/**
 * From opening a queue to the first screen of its tree, in a JVM that has done nothing before;
 * prints {@code mean}.
 */
public final class FirstFrameProbe {

  private FirstFrameProbe() {}

  /** Opens the queue that the argument names. */
  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    try (Arborist arborist = Arborist.open(Path.of(arguments[0]))) {
      Visibility visibility = new Visibility(arborist.browser().tree(TreeView.TREE));
      Viewport viewport = new Viewport(visibility, LargeTreeBenchmark.ROWS);
      FrameSink frame = new FrameSink(1 << 20);
      new TextTree(LargeTreeBenchmark.style())
          .render(
              visibility,
              arborist.browser().labels(),
              viewport.firstRow(),
              viewport.height(),
              frame);
      System.out.println("mean " + (System.nanoTime() - start) + " ns");
      if (frame.length() == 0) {
        throw new IllegalStateException("the first screen is empty");
      }
    }
  }
}
