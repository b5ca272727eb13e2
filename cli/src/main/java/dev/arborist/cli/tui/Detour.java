package dev.arborist.cli.tui;

import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeCursor;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A look at other places of the tree that leaves no trace when one goes back. */
final class Detour {

  private final Board board;
  private final @Nullable TaskTree tree;
  private final Optional<TaskNumber> startTask;
  private final int startNode;
  private final int startLine;

  /** What was expanded to show where one is. */
  private final BitSet expanded = new BitSet();

  /** Starts where the cursor is. */
  Detour(Board board) {
    this.board = board;
    tree = board.tree();
    startTask = board.selected();
    startNode = board.selectedNode().orElse(0);
    Viewport viewport = board.viewport();
    startLine = viewport == null ? 0 : viewport.cursor().row() - viewport.firstRow();
  }

  /** The node where it started, in the tree that is shown now. */
  int start() {
    TaskTree now = board.tree();
    if (now == null || now == tree) {
      return startNode;
    }
    return startTask.map(now::nodeOf).map(node -> node.orElse(0)).orElse(0);
  }

  /** Goes to a node, expanding what hides it and nothing else. */
  void goTo(int node) {
    Viewport viewport = board.viewport();
    if (viewport == null) {
      return;
    }
    Visibility visibility = viewport.cursor().visibility();
    collapseAgain(visibility);
    TaskTree shown = visibility.tree();
    if (shown == tree) { // of a newer tree nobody knows what was collapsed when this began
      for (int up = shown.parent(node); up >= 0; up = shown.parent(up)) {
        expanded.set(up, visibility.isCollapsed(up));
      }
    }
    board.goTo(node);
  }

  private void collapseAgain(Visibility visibility) {
    if (visibility.tree() == tree) {
      expanded.stream().forEach(visibility::collapse);
    }
    expanded.clear();
  }

  /** Goes back to where it started, and leaves the screen as it was. */
  void back() {
    Viewport viewport = board.viewport();
    if (viewport == null || viewport.cursor().visibility().rows() == 0) {
      return;
    }
    TreeCursor cursor = viewport.cursor();
    collapseAgain(cursor.visibility());
    int node = start();
    if (cursor.visibility().isVisible(node)) {
      cursor.home();
      cursor.move(cursor.visibility().rowOf(node));
    }
    viewport.follow();
    viewport.scroll(cursor.row() - viewport.firstRow() - startLine);
  }
}
