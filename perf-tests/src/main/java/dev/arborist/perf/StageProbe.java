package dev.arborist.perf;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TaskTreeBuilder;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Where the time of a printed tree goes: prints {@code stage:query}, {@code stage:layout}, {@code
 * stage:render} and {@code stage:write}, the medians of turns in each of which every stage is
 * timed.
 *
 * <p>Loading lays out what it reads; the query is what is left when the layout of the same rows is
 * taken from it.
 */
public final class StageProbe {

  private static final int WARM_UP = 200;
  private static final int TURNS = 101;

  private StageProbe() {}

  /** Prints the queue that the argument names, again and again. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Path output = Files.createTempFile(file.toAbsolutePath().getParent(), "stage", ".txt");
    TextTree renderer = new TextTree(TreeStyle.PLAIN.colours(ColourDepth.ANSI_16));
    double[] query = new double[TURNS];
    double[] layout = new double[TURNS];
    double[] render = new double[TURNS];
    double[] write = new double[TURNS];
    try (Arborist arborist = Arborist.open(file);
        FileOutputStream out = new FileOutputStream(output.toFile())) {
      Rows rows = Rows.of(arborist.browser().tree(TreeView.TREE));
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      for (int turn = -WARM_UP; turn < TURNS; turn++) {
        text.reset();
        out.getChannel().position(0);
        long start = System.nanoTime();
        TreeSnapshot snapshot = arborist.browser().snapshot(TreeView.TREE, TaskFilter.ALL);
        long loaded = System.nanoTime();
        renderer.render(snapshot.visibility(), snapshot.labels(), 0, Integer.MAX_VALUE, text);
        long rendered = System.nanoTime();
        text.writeTo(out);
        long written = System.nanoTime();
        int laidOut = rows.layOut().size();
        long end = System.nanoTime();
        if (laidOut != snapshot.visibility().tree().size()) {
          throw new IllegalStateException("the layout lost tasks: " + laidOut);
        }
        if (turn >= 0) {
          layout[turn] = end - written;
          query[turn] = loaded - start - layout[turn];
          render[turn] = rendered - loaded;
          write[turn] = written - rendered;
        }
      }
    } finally {
      Files.deleteIfExists(output);
    }
    print("query", query);
    print("layout", layout);
    print("render", render);
    print("write", write);
  }

  private static void print(String stage, double[] nanos) {
    Arrays.sort(nanos);
    System.out.println("stage:" + stage + " " + nanos[TURNS / 2] + " ns");
  }

  /** The rows of a tree as its store gave them, by number. */
  private static final class Rows {

    private final long[] numbers;
    private final long[] parents;
    private final TaskStatus[] statuses;
    private final int[] priorities;

    private Rows(int size) {
      numbers = new long[size];
      parents = new long[size];
      statuses = new TaskStatus[size];
      priorities = new int[size];
    }

    static Rows of(TaskTree tree) {
      int size = tree.size();
      int[] nodes =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingLong(tree::number))
              .mapToInt(Integer::intValue)
              .toArray();
      Rows rows = new Rows(size);
      for (int row = 0; row < size; row++) {
        int node = nodes[row];
        int parent = tree.parent(node);
        rows.numbers[row] = tree.number(node);
        rows.parents[row] = parent < 0 ? 0 : tree.number(parent);
        rows.statuses[row] = tree.status(node);
        rows.priorities[row] = tree.priority(node);
      }
      return rows;
    }

    TaskTree layOut() {
      TaskTreeBuilder builder = new TaskTreeBuilder(TreeView.TREE, numbers.length);
      for (int row = 0; row < numbers.length; row++) {
        builder.add(numbers[row], parents[row], statuses[row], priorities[row]);
      }
      return builder.build();
    }
  }
}
