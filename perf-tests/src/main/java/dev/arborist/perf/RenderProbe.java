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
 * <p>Prints {@code mean} (the time of a byte; 3.33 ns are 300 MB a second) and {@code
 * ratio:timesCopy}, the medians of some dozen turns.
 */
public final class RenderProbe {

  private static final int WARM_UP = 15;
  private static final int TURNS = 31;
  private static final int PIECE = 1 << 15;

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
    RollingSink text = new RollingSink();
    RollingSink copy = new RollingSink();
    double[] perByte = new double[TURNS];
    double[] timesCopy = new double[TURNS];
    for (int turn = -WARM_UP; turn < TURNS; turn++) {
      text.reset();
      copy.reset();
      long start = System.nanoTime();
      renderer.render(snapshot.visibility(), snapshot.labels(), 0, workload.size(), text);
      long rendered = System.nanoTime();
      copy(text, copy);
      long copied = System.nanoTime();
      if (turn >= 0) {
        perByte[turn] = (double) (rendered - start) / text.count();
        timesCopy[turn] = (double) (rendered - start) / (copied - rendered);
      }
    }
    print("mean %.3f ns", perByte);
    print("ratio:timesCopy %.3f", timesCopy);
  }

  /** Copies as many bytes as there are, in pieces as large as the renderer's. */
  private static void copy(RollingSink from, RollingSink to) {
    int at = 0;
    for (long left = from.count(); left > 0; left -= PIECE) {
      int piece = (int) Math.min(left, PIECE);
      at = at + piece > from.bytes().length ? 0 : at;
      to.write(from.bytes(), at, piece);
      at += piece;
    }
  }

  private static void print(String line, double[] values) {
    Arrays.sort(values);
    System.out.println(String.format(Locale.ROOT, line, values[TURNS / 2]));
  }
}
