package dev.arborist.adapters.render.tree;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.RollUp;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a tree as lines: guides, icon, number, summary and priority.
 *
 * <p>A collapsed row says how far what it hides has come. Guides beyond two dozen levels are
 * elided, so that a row of a chain costs as much as one of any other tree. Safe for use by several
 * threads.
 */
public final class TextTree implements TreeRenderer {

  private static final int LEVELS_MAX = 24;
  private static final int WIDTH_FOR_TEXT = 20;
  private static final int SUMMARY_MIN = 8;
  private static final int WIDTH_FOR_TIMES = 50;

  /** Of a task with hundreds of prerequisites the first few are named. */
  private static final int NAMED_PREREQUISITES = 3;

  private final TreeStyle style;
  private final Glyphs glyphs;
  private final int levels;

  /** A renderer of this style. */
  public TextTree(TreeStyle style) {
    this.style = style;
    glyphs = new Glyphs(style);
    int room = Math.max(0, style.width() - WIDTH_FOR_TEXT) / glyphs.tee.width;
    levels = style.width() == 0 ? LEVELS_MAX : Math.min(LEVELS_MAX, room);
  }

  @Override
  public void render(
      Visibility visibility, LabelSource labels, int firstRow, int rows, OutputStream out)
      throws IOException {
    RowReader reader = new RowReader(visibility, labels, firstRow, rows);
    LineBuffer line = new LineBuffer(out, style, rows);
    Guides guides = new Guides(glyphs, levels);
    boolean flat = isFlat(visibility.tree().view());
    while (reader.next()) {
      if (!flat) {
        guides.enter(visibility, reader.node());
      }
      row(visibility, reader, guides, line);
      line.endLine();
    }
    line.flush();
  }

  private static boolean isFlat(TreeView view) {
    return switch (view) {
      case TIMELINE, FLAT -> true;
      case TREE, DEPENDENCY, BRANCH -> false;
    };
  }

  private void row(Visibility visibility, RowReader reader, Guides guides, LineBuffer line) {
    TaskTree tree = visibility.tree();
    int node = reader.node();
    if (tree.view() == TreeView.TIMELINE) {
      time(tree.createdMicros(node), line);
    }
    guides.write(tree.depth(node), line);
    if (tree.isGroup(node)) {
      group(visibility, node, reader.label(), line);
    } else {
      task(visibility, node, reader.label(), line);
    }
  }

  private void group(Visibility visibility, int node, SafeText name, LineBuffer line) {
    RollUp rollUp = visibility.tree().rollUp();
    int room = line.left() - 1 - rollUpWidth(rollUp, node) - collapsedWidth(visibility, node);
    line.sequence(glyphs.bold);
    line.text(name, Math.max(Math.min(SUMMARY_MIN, line.left()), room));
    line.sequence(glyphs.reset);
    if (visibility.isCollapsed(node)) {
      line.mark(glyphs.collapsed);
    }
    rollUp(rollUp, node, line);
  }

  private int collapsedWidth(Visibility visibility, int node) {
    return visibility.isCollapsed(node) ? glyphs.collapsed.width : 0;
  }

  private void task(Visibility visibility, int node, SafeText summary, LineBuffer line) {
    TaskTree tree = visibility.tree();
    boolean isMatch = visibility.isMatch(node);
    line.mark(glyphs.head(tree.status(node), isMatch));
    line.number(tree.number(node));
    line.character(' ');
    Mark priority = glyphs.priority(tree.priority(node));
    int room = line.left() - priority.width - marksWidth(visibility, node);
    boolean showsPriority = room >= SUMMARY_MIN;
    line.text(summary, showsPriority ? room : line.left());
    if (showsPriority) {
      line.mark(priority);
    }
    marks(visibility, node, line);
    if (!isMatch) {
      line.sequence(glyphs.reset);
    }
  }

  private void marks(Visibility visibility, int node, LineBuffer line) {
    TaskTree tree = visibility.tree();
    if (visibility.isCollapsed(node)) {
      line.mark(glyphs.collapsed);
      rollUp(tree.rollUp(), node, line);
    }
    if (tree.morePrerequisites(node) > 0) {
      morePrerequisites(tree, node, line);
    }
    if (tree.isOrphan(node)) {
      line.mark(orphan(tree));
    }
    if (tree.isCycle(node)) {
      line.mark(glyphs.cycle);
    }
  }

  private Mark orphan(TaskTree tree) {
    return tree.view() == TreeView.DEPENDENCY ? glyphs.orphanByDependency : glyphs.orphan;
  }

  /** What the marks take, so that a long summary does not push them off the line. */
  private int marksWidth(Visibility visibility, int node) {
    TaskTree tree = visibility.tree();
    int width = 0;
    if (visibility.isCollapsed(node)) {
      width += glyphs.collapsed.width + rollUpWidth(tree.rollUp(), node);
    }
    if (tree.morePrerequisites(node) > 0) {
      width += morePrerequisitesWidth(tree, node);
    }
    width += tree.isOrphan(node) ? orphan(tree).width : 0;
    return tree.isCycle(node) ? width + glyphs.cycle.width : width;
  }

  /** {@code 12/40 ✓ 3 ✗}: completed of all, and failed if any. */
  private void rollUp(RollUp rollUp, int node, LineBuffer line) {
    int failed = rollUp.below(node, TaskStatus.FAILED);
    line.character(' ');
    line.number(rollUp.below(node, TaskStatus.COMPLETED));
    line.character('/');
    line.number(rollUp.below(node));
    line.character(' ');
    line.mark(glyphs.colouredIcon(TaskStatus.COMPLETED));
    if (failed > 0) {
      line.character(' ');
      line.number(failed);
      line.character(' ');
      line.mark(glyphs.colouredIcon(TaskStatus.FAILED));
    }
  }

  private int rollUpWidth(RollUp rollUp, int node) {
    int failed = rollUp.below(node, TaskStatus.FAILED);
    int width =
        3
            + LineBuffer.digits(rollUp.below(node, TaskStatus.COMPLETED))
            + LineBuffer.digits(rollUp.below(node))
            + glyphs.icon(TaskStatus.COMPLETED).width;
    return failed == 0
        ? width
        : width + 2 + LineBuffer.digits(failed) + glyphs.icon(TaskStatus.FAILED).width;
  }

  /** {@code (also after #12 #15 +3)}. */
  private void morePrerequisites(TaskTree tree, int node, LineBuffer line) {
    int all = tree.morePrerequisites(node);
    int named = Math.min(all, NAMED_PREREQUISITES);
    line.mark(glyphs.alsoAfter);
    for (int i = 0; i < named; i++) {
      if (i > 0) {
        line.character(' ');
      }
      line.character('#');
      line.number(tree.number(tree.morePrerequisite(node, i)));
    }
    if (all > named) {
      line.character(' ');
      line.character('+');
      line.number(all - (long) named);
    }
    line.character(')');
  }

  private int morePrerequisitesWidth(TaskTree tree, int node) {
    int all = tree.morePrerequisites(node);
    int named = Math.min(all, NAMED_PREREQUISITES);
    int width = glyphs.alsoAfter.width + named - 1 + 1;
    for (int i = 0; i < named; i++) {
      width += 1 + LineBuffer.digits(tree.number(tree.morePrerequisite(node, i)));
    }
    return all > named ? width + 2 + LineBuffer.digits(all - (long) named) : width;
  }

  private void time(long epochMicros, LineBuffer line) {
    if (style.width() > 0 && style.width() < WIDTH_FOR_TIMES) {
      return;
    }
    line.sequence(glyphs.dim);
    for (char c : Times.minutes(epochMicros).toCharArray()) {
      line.character(c);
    }
    line.sequence(glyphs.reset);
    line.character(' ');
  }
}
