package dev.arborist.adapters.render.tree;

import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.priority.Priority;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.RollUp;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a tree as sentences for a screen reader: no guides, no icons, no colours.
 *
 * <p>{@code task 17, Sign the jars, level 3, 2 of 5, blocked, 4 of 9 done, priority 55.2}. To say
 * that a task is the second of five, all siblings are counted first, which takes 8 bytes a task.
 */
public final class LinearTree implements TreeRenderer {

  private static final int FLUSH_AT = 1 << 15;

  /** A renderer; safe for use by several threads. */
  public LinearTree() {}

  @Override
  public void render(
      Visibility visibility, LabelSource labels, int firstRow, int rows, OutputStream out)
      throws IOException {
    Siblings siblings = Siblings.of(visibility);
    RowReader reader = new RowReader(visibility, labels, firstRow, rows);
    StringBuilder text = new StringBuilder();
    while (reader.next()) {
      sentence(visibility, siblings, reader, text);
      if (text.length() > FLUSH_AT) {
        write(text, out);
      }
    }
    write(text, out);
    out.flush();
  }

  private static void write(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }

  private static void sentence(
      Visibility visibility, Siblings siblings, RowReader reader, StringBuilder text) {
    TaskTree tree = visibility.tree();
    int node = reader.node();
    if (tree.isGroup(node)) {
      text.append("branch ").append(reader.label());
    } else {
      text.append("task ").append(tree.number(node)).append(", ").append(reader.label());
    }
    text.append(", level ").append(tree.depth(node) + 1).append(", ");
    text.append(siblings.position(node)).append(" of ").append(siblings.count(node));
    if (!tree.isGroup(node)) {
      text.append(", ").append(tree.status(node).label());
    }
    progress(tree, node, text);
    if (!tree.isGroup(node)) {
      text.append(", priority ").append(Priority.format(tree.priority(node)));
    }
    marks(visibility, node, text);
    text.append('\n');
  }

  private static void progress(TaskTree tree, int node, StringBuilder text) {
    if (tree.subtreeSize(node) == 1) {
      return;
    }
    RollUp rollUp = tree.rollUp();
    text.append(", ").append(rollUp.below(node, TaskStatus.COMPLETED));
    text.append(" of ").append(rollUp.below(node)).append(" done");
    int failed = rollUp.below(node, TaskStatus.FAILED);
    if (failed > 0) {
      text.append(", ").append(failed).append(" failed");
    }
  }

  private static void marks(Visibility visibility, int node, StringBuilder text) {
    TaskTree tree = visibility.tree();
    if (tree.view() == TreeView.TIMELINE) {
      text.append(", created ").append(Times.minutes(tree.createdMicros(node)));
    }
    int more = tree.morePrerequisites(node);
    for (int i = 0; i < Math.min(more, RowMarks.NAMED_PREREQUISITES); i++) {
      text.append(i == 0 ? ", also after " : " and ");
      text.append(tree.number(tree.morePrerequisite(node, i)));
    }
    if (more > RowMarks.NAMED_PREREQUISITES) {
      text.append(" and ").append(more - RowMarks.NAMED_PREREQUISITES).append(" more");
    }
    if (tree.isOrphan(node)) {
      boolean byDependency = tree.view() == TreeView.DEPENDENCY;
      text.append(byDependency ? ", a prerequisite is missing" : ", its parent is missing");
    }
    if (tree.isCycle(node)) {
      text.append(", on a cycle");
    }
    if (visibility.isCollapsed(node)) {
      text.append(", collapsed");
    }
    if (!tree.isGroup(node) && !visibility.isMatch(node)) {
      text.append(", does not meet the filter");
    }
  }
}
