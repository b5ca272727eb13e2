package dev.arborist.adapters.render.export;

import dev.arborist.domain.tree.TaskTree;
import java.io.IOException;

/**
 * The lines of a graph: from what a row stands under to the row, and from its further
 * prerequisites, as far as those are rows too.
 *
 * @param arrow stands between the ends of a line
 * @param end ends a line
 * @param moreArrow the same for a further prerequisite
 * @param moreEnd the same for a further prerequisite
 */
record GraphEdges(String arrow, String end, String moreArrow, String moreEnd) {

  void write(Rows rows, Utf8Output text) throws IOException {
    TaskTree tree = rows.tree();
    int node = rows.node();
    write(rows, tree.parent(node), arrow, end, text);
    for (int i = 0; i < tree.morePrerequisites(node); i++) {
      write(rows, tree.morePrerequisite(node, i), moreArrow, moreEnd, text);
    }
  }

  private static void write(Rows rows, int from, String arrow, String end, Utf8Output text)
      throws IOException {
    if (rows.holds(from)) {
      text.put("  ");
      id(rows.tree(), from, text);
      text.put(arrow);
      id(rows.tree(), rows.node(), text);
      text.end(end);
    }
  }

  /** {@code n17} for a task, {@code g1} for a group. */
  static void id(TaskTree tree, int node, Utf8Output text) {
    long number = tree.number(node);
    text.put(number < 0 ? 'g' : 'n').put(Math.abs(number));
  }
}
