package dev.arborist.perf;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * How fast a loaded tree becomes text, beside the copying of the same bytes, in turns.
 *
 * <p>Prints {@code counter:nanosPerByte} (3.33 is 300 MB a second) and {@code counter:timesCopy},
 * the medians of some dozen turns.
 */
public final class RenderProbe {

  private static final int WARM_UP = 15;
  private static final int TURNS = 31;
  private static final int LONGEST_ROW = 400;

  private RenderProbe() {}

  /**
   * Renders a tree again and again.
   *
   * @param arguments the shape and the size of the tree
   */
  public static void main(String[] arguments) throws IOException {
    Workload workload =
        new Workload(Shape.valueOf(arguments[0]), Integer.parseInt(arguments[1]), 1);
    TreeSnapshot snapshot = new Trees(workload).snapshot();
    TextTree renderer = new TextTree(TreeStyle.PLAIN.colours(ColourDepth.ANSI_16));
    FrameSink text = new FrameSink(workload.size() * LONGEST_ROW);
    FrameSink copy = new FrameSink(workload.size() * LONGEST_ROW);
    double[] perByte = new double[TURNS];
    double[] timesCopy = new double[TURNS];
    for (int turn = -WARM_UP; turn < TURNS; turn++) {
      text.reset();
      copy.reset();
      long start = System.nanoTime();
      renderer.render(snapshot.visibility(), snapshot.labels(), 0, workload.size(), text);
      long rendered = System.nanoTime();
      copy.write(text.bytes(), 0, text.length());
      long copied = System.nanoTime();
      if (turn >= 0) {
        perByte[turn] = (double) (rendered - start) / text.length();
        timesCopy[turn] = (double) (rendered - start) / (copied - rendered);
      }
    }
    print("counter:nanosPerByte", perByte);
    print("counter:timesCopy", timesCopy);
  }

  private static void print(String metric, double[] values) {
    Arrays.sort(values);
    System.out.println(String.format(Locale.ROOT, "%s %.3f", metric, values[TURNS / 2]));
  }
}
