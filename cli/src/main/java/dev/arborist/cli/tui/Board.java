package dev.arborist.cli.tui;

import dev.arborist.cli.tui.Rows.Look;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeCursor;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at: the rows of one view, the filter, the cursor, what is marked.
 *
 * <p>Rows that a person does not move stay where they are: a newer tree takes the place of an older
 * one under the cursor, and the first row of the screen is the same task as before.
 */
final class Board {

  private final NavigableSet<TaskNumber> marked = new TreeSet<>();
  private final Rates rates = new Rates();
  private @Nullable Viewport viewport;
  private @Nullable QueueStatistics statistics;
  private TaskFilter filter = TaskFilter.ALL;
  private int height = 1;

  /** The rows; null until the first tree is there. */
  @Nullable Viewport viewport() {
    return viewport;
  }

  /** The tree; null until the first is there. */
  @Nullable TaskTree tree() {
    return viewport == null ? null : viewport.cursor().visibility().tree();
  }

  @Nullable QueueStatistics statistics() {
    return statistics;
  }

  /** How fast the work goes. */
  Rates rates() {
    return rates;
  }

  /** The filter that what is shown meets. */
  TaskFilter filter() {
    return filter;
  }

  /** What decides what becomes of the rows of a newer tree. */
  Look look() {
    Viewport shown = viewport;
    return new Look(view(), filter, shown == null ? null : shown.cursor().visibility().expansion());
  }

  /** Takes what was read, and stays where it is. */
  void show(Loaded loaded) {
    statistics = loaded.statistics();
    rates.add(loaded.statistics());
    show(loaded.rows());
    TaskTree tree = loaded.rows().visibility().tree();
    marked.removeIf(number -> tree.nodeOf(number).isEmpty());
  }

  /** Shows other rows: of a newer tree, of another view, or of what meets another filter. */
  void show(Rows rows) {
    Viewport shown = viewport;
    if (shown == null || view() != rows.visibility().tree().view()) {
      open(rows.visibility());
    } else {
      Optional<TaskNumber> selected = selected();
      shown.reload(rows.upToDate(look(), shown.cursor().visibility()));
      if (!filter.equals(rows.filter())) { // whose rows may have been collapsed before the last
        selected.ifPresent(number -> shown.cursor().jumpTo(number));
        shown.follow();
      }
    }
    filter = rows.filter();
  }

  /** Opens a view with everything expanded, at the task that was selected in the view before. */
  private void open(Visibility rows) {
    Optional<TaskNumber> selected = selected();
    int line = viewport == null ? 0 : viewport.cursor().row() - viewport.firstRow();
    Viewport opened = new Viewport(rows, height);
    selected.ifPresent(number -> opened.cursor().jumpTo(number));
    opened.follow();
    opened.scroll(opened.cursor().row() - opened.firstRow() - line);
    viewport = opened;
  }

  /** Sets how many rows of the tree the screen has. */
  void resize(int rows) {
    height = Math.max(1, rows);
    if (viewport != null && viewport.height() != height) {
      viewport.resize(height);
    }
  }

  /** The task that the cursor is on; nothing on a group and where there is no row. */
  Optional<TaskNumber> selected() {
    OptionalInt node = selectedNode();
    TaskTree tree = tree();
    return tree == null || node.isEmpty() || tree.isGroup(node.getAsInt())
        ? Optional.empty()
        : Optional.of(TaskNumber.of(tree.number(node.getAsInt())));
  }

  /** The node that the cursor is on. */
  OptionalInt selectedNode() {
    if (viewport == null || viewport.cursor().visibility().rows() == 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(viewport.cursor().node());
  }

  /** Goes to a node that the filter shows; one that was off the screen comes to its middle. */
  void goTo(int node) {
    Viewport shown = viewport;
    if (shown == null) {
      return;
    }
    TreeCursor cursor = shown.cursor();
    cursor.visibility().reveal(node);
    cursor.home();
    cursor.move(cursor.visibility().rowOf(node));
    int line = cursor.row() - shown.firstRow();
    boolean wasOnScreen = line >= 0 && line < shown.height();
    shown.follow();
    if (!wasOnScreen) {
      shown.scroll(cursor.row() - shown.firstRow() - shown.height() / 2);
    }
  }

  NavigableSet<TaskNumber> marked() {
    return marked;
  }

  /** Marks the selected task, or takes its mark away. */
  void toggleMark() {
    selected()
        .ifPresent(
            number -> {
              if (!marked.remove(number)) {
                marked.add(number);
              }
            });
  }

  /** The view that is shown; the tree until the first is there. */
  TreeView view() {
    TaskTree tree = tree();
    return tree == null ? TreeView.TREE : tree.view();
  }
}
