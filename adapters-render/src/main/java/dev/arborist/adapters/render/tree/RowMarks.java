package dev.arborist.adapters.render.tree;

import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.RollUp;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;

/**
 * What stands behind some rows: how far what is hidden has come, what else a task waits for, and
 * that something is wrong with its place. Most rows have nothing.
 */
final class RowMarks {

  /** Of a task with hundreds of prerequisites the first few are named. */
  static final int NAMED_PREREQUISITES = 3;

  private final Glyphs glyphs;

  RowMarks(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  /** Everything, to be written whole or not at all. */
  Mark of(Visibility visibility, int node) {
    TaskTree tree = visibility.tree();
    Mark marks = least(visibility, node);
    if (tree.isGroup(node) || visibility.isCollapsed(node)) {
      marks = marks.then(progress(tree.rollUp(), node));
    }
    if (tree.morePrerequisites(node) > 0) {
      marks = marks.then(morePrerequisites(tree, node));
    }
    if (tree.isOrphan(node)) {
      boolean byDependency = tree.view() == TreeView.DEPENDENCY;
      marks = marks.then(byDependency ? glyphs.orphanByDependency : glyphs.orphan);
    }
    return tree.isCycle(node) ? marks.then(glyphs.cycle) : marks;
  }

  /** What a row says even where there is room for little: that it hides others. */
  Mark least(Visibility visibility, int node) {
    return visibility.isCollapsed(node) ? glyphs.collapsed : Mark.NONE;
  }

  /** {@code 12/40 ✓ 3 ✗}: completed of all, and failed if any. */
  private Mark progress(RollUp rollUp, int node) {
    int failed = rollUp.below(node, TaskStatus.FAILED);
    String done = " " + rollUp.below(node, TaskStatus.COMPLETED) + "/" + rollUp.below(node) + " ";
    Mark progress = Mark.ascii(done).then(glyphs.colouredIcon(TaskStatus.COMPLETED));
    return failed == 0
        ? progress
        : progress
            .then(Mark.ascii(" " + failed + " "))
            .then(glyphs.colouredIcon(TaskStatus.FAILED));
  }

  /** {@code (also after #12 #15 #16 +3)}. */
  private static Mark morePrerequisites(TaskTree tree, int node) {
    int all = tree.morePrerequisites(node);
    int named = Math.min(all, NAMED_PREREQUISITES);
    StringBuilder text = new StringBuilder(" (also after");
    for (int i = 0; i < named; i++) {
      text.append(" #").append(tree.number(tree.morePrerequisite(node, i)));
    }
    if (all > named) {
      text.append(" +").append(all - named);
    }
    return Mark.ascii(text.append(')').toString());
  }
}
