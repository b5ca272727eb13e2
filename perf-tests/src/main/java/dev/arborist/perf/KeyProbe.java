package dev.arborist.perf;

import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long a person waits for the screen after a key: the slowest of a hundred, where JMH tells the
 * mean.
 *
 * <p>Prints {@code p50} and {@code p99} of a key and its finished frame of 200 columns and 50 rows.
 */
public final class KeyProbe {

  private static final int WARM_UP = 5_000;
  private static final int KEYS = 5_000;

  private KeyProbe() {}

  /**
   * Presses some thousand keys.
   *
   * @param arguments the shape and the size of the tree
   */
  public static void main(String[] arguments) throws IOException {
    Workload workload =
        new Workload(Shape.valueOf(arguments[0]), Integer.parseInt(arguments[1]), 1);
    TreeSnapshot snapshot = new Trees(workload).snapshot();
    Viewport viewport = new Viewport(snapshot.visibility(), LargeTreeBenchmark.ROWS);
    TextTree renderer = new TextTree(LargeTreeBenchmark.style());
    FrameSink frame = new FrameSink(1 << 20);
    Keys keys = new Keys(viewport);
    long[] nanos = new long[KEYS];
    for (int key = -WARM_UP; key < KEYS; key++) {
      long start = System.nanoTime();
      keys.press();
      frame.reset();
      renderer.render(
          snapshot.visibility(),
          snapshot.labels(),
          viewport.firstRow(),
          LargeTreeBenchmark.ROWS,
          frame);
      if (key >= 0) {
        nanos[key] = System.nanoTime() - start;
      }
    }
    keys.requireFullScreens();
    Arrays.sort(nanos);
    for (int percent : new int[] {50, 99}) {
      System.out.println(
          String.format(Locale.ROOT, "p%d %d ns", percent, nanos[KEYS * percent / 100]));
    }
  }
}
