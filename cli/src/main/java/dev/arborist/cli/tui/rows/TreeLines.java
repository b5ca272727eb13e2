package dev.arborist.cli.tui.rows;

import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.DisplayWidth;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Visibility;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands in each line of the tree's pane since it was drawn last, for the mouse to find. */
public final class TreeLines {

  public static final int NO_NODE = -1;

  private @Nullable TaskTree tree;
  private int[] nodes = {};
  private int[] numberColumns = {};

  /** Takes what is to be drawn: the ancestors at the top, then rows that follow each other. */
  public void fill(Visibility visibility, int[] sticky, int firstRow, int rows, int height) {
    tree = visibility.tree();
    nodes = new int[height];
    numberColumns = new int[height];
    Arrays.fill(nodes, NO_NODE);
    System.arraycopy(sticky, 0, nodes, 0, sticky.length);
    int node = visibility.nodeAt(firstRow);
    for (int i = 0; i < rows; i++) {
      nodes[sticky.length + i] = node;
      node = i + 1 < rows ? visibility.next(node) : node;
    }
  }

  /** Takes note that nothing was drawn. */
  public void clear() {
    tree = null;
    nodes = new int[0];
    numberColumns = new int[0];
  }

  /** How many lines there are. */
  public int count() {
    return nodes.length;
  }

  /** The node that was drawn in a line, or {@link #NO_NODE}. */
  public int node(int line) {
    return line < 0 || line >= nodes.length ? NO_NODE : nodes[line];
  }

  /** All nodes that were drawn. */
  public int[] nodes() {
    return Arrays.stream(nodes).filter(node -> node >= 0).toArray();
  }

  /** The node in a line if it is still there, else {@link #NO_NODE}. */
  public int node(int line, Visibility now) {
    int node = node(line);
    boolean stands = node >= 0 && now.tree() == tree && now.isVisible(node);
    return stands ? node : NO_NODE;
  }

  /**
   * Looks where the number stands in each line, after they were drawn from this row on: at the
   * first {@code #} with that number, for an icon may be a {@code #} too.
   */
  public void measure(Screen screen, int top, AmbiguousWidth ambiguous) {
    for (int line = 0; line < nodes.length; line++) {
      numberColumns[line] = nodes[line] < 0 ? 0 : column(screen.text(top + line), line, ambiguous);
    }
  }

  private int column(String text, int line, AmbiguousWidth ambiguous) {
    String number = "#" + Objects.requireNonNull(tree, "a node is of a tree").number(nodes[line]);
    return DisplayWidth.of(text.substring(0, Math.max(0, text.indexOf(number))), ambiguous);
  }

  /** The column at which the number stands in a line. */
  public int numberColumn(int line) {
    return numberColumns[line];
  }
}
