package dev.arborist.adapters.render.export;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.tree.RowReader;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * One walk along the rows that are exported, and what can be said of each.
 *
 * <p>Not safe for use by several threads.
 */
final class Rows {

  private final Visibility visibility;
  private final TaskTree tree;
  private final LabelSource source;
  private final RowReader reader;
  private final int first;
  private final int end;
  private int row;

  Rows(Visibility visibility, LabelSource source, int first, int rows) {
    this.visibility = visibility;
    this.source = source;
    this.first = first;
    tree = visibility.tree();
    end = (int) Math.min(visibility.rows(), (long) first + Math.max(0, rows));
    reader = new RowReader(visibility, source, first, rows);
    row = first - 1;
  }

  /** The same rows from the start. */
  Rows again() {
    return new Rows(visibility, source, first, count());
  }

  boolean next() {
    row++;
    return reader.next();
  }

  TaskTree tree() {
    return tree;
  }

  TreeView view() {
    return tree.view();
  }

  Visibility visibility() {
    return visibility;
  }

  /** How many rows there are in all. */
  int count() {
    return Math.max(0, end - first);
  }

  /** How many rows stand before this one. */
  int index() {
    return row - first;
  }

  int node() {
    return reader.node();
  }

  SafeText label() {
    return reader.label();
  }

  /** The text as stored, not safe to show; null for the tasks without a branch. */
  @Nullable String text() {
    return reader.text();
  }

  boolean isGroup() {
    return tree.isGroup(node());
  }

  long number() {
    return tree.number(node());
  }

  TaskStatus status() {
    return tree.status(node());
  }

  int depth() {
    return tree.depth(node());
  }

  /** Whether the row meets the filter; if not, it is there for one below it. */
  boolean isMatch() {
    return isGroup() || visibility.isMatch(node());
  }

  boolean isParent() {
    return tree.subtreeSize(node()) > 1;
  }

  boolean isCollapsed() {
    return visibility.isCollapsed(node());
  }

  /** Whether the next row stands below this one. */
  boolean leads() {
    return row + 1 < end
        && isParent()
        && !isCollapsed()
        && visibility.next(node()) < tree.subtreeEnd(node());
  }

  /** Whether a node is one of these rows. */
  boolean holds(int node) {
    if (node < 0 || !visibility.isVisible(node)) {
      return false;
    }
    int place = visibility.rowOf(node);
    return place >= first && place < end;
  }

  /** How many tasks below the row have this status. */
  int below(TaskStatus status) {
    return tree.rollUp().below(node(), status);
  }

  /** How many tasks there are below the row. */
  int below() {
    return tree.rollUp().below(node());
  }

  /** How many of the rows there are of each kind. */
  Counts counts() {
    return Counts.of(visibility, first, count());
  }

  /** How many lines lead from these rows to their parents and further prerequisites among them. */
  long edges() {
    long edges = 0;
    int node = count() == 0 ? 0 : visibility.nodeAt(first);
    for (int i = 0; i < count(); i++) {
      edges += holds(tree.parent(node)) ? 1 : 0;
      for (int more = 0; more < tree.morePrerequisites(node); more++) {
        edges += holds(tree.morePrerequisite(node, more)) ? 1 : 0;
      }
      node = i + 1 < count() ? visibility.next(node) : node;
    }
    return edges;
  }
}
