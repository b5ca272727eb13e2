package dev.arborist.adapters.render.tree;

import dev.arborist.adapters.render.text.Colours;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.priority.Priority;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;

/**
 * Writes a tree as lines: guides, icon, number, summary and priority.
 *
 * <p>Lines are written as they are made; memory does not grow with the tree but for one bit a
 * level. Guides beyond two dozen levels are elided, so that a chain costs as much a line as any
 * other tree.
 */
public final class TextTree implements TreeRenderer {

  private static final int LEVELS_MAX = 24;
  private static final int WIDTH_FOR_TEXT = 20;
  private static final int SUMMARY_MIN = 8;
  private static final byte[] DIM = Glyphs.bytes(Colours.DIM);
  private static final byte[] RESET = Glyphs.bytes(Colours.RESET);
  private static final byte[][] COLOURS = colours();
  private static final byte[] ORPHAN = Glyphs.bytes(" (its parent is missing)");
  private static final byte[] CYCLE = Glyphs.bytes(" (its parents form a cycle)");

  private final TreeStyle style;
  private final Glyphs glyphs;
  private final int levels;

  /** A renderer of this style; safe for use by several threads. */
  public TextTree(TreeStyle style) {
    this.style = style;
    glyphs = Glyphs.of(style);
    int room = Math.max(0, style.width() - WIDTH_FOR_TEXT) / Glyphs.GUIDE_WIDTH;
    levels = style.width() == 0 ? LEVELS_MAX : Math.min(LEVELS_MAX, room);
  }

  private static byte[][] colours() {
    byte[][] colours = new byte[TaskStatus.values().length][];
    for (TaskStatus status : TaskStatus.values()) {
      colours[status.code()] = Glyphs.bytes(Colours.of(status));
    }
    return colours;
  }

  @Override
  public void render(Visibility visibility, int firstRow, int rows, OutputStream out)
      throws IOException {
    TaskTree tree = visibility.tree();
    int last = Math.min(visibility.rows(), firstRow + Math.min(rows, visibility.rows()));
    LineBuffer lines = new LineBuffer(out, style.width());
    if (firstRow < last) {
      int node = visibility.nodeAt(firstRow);
      BitSet lastChildAt = lastChildrenAbove(tree, node);
      for (int row = firstRow; row < last; row++) {
        lastChildAt.set(tree.depth(node), tree.isLastChild(node));
        line(visibility, node, lastChildAt, lines);
        node = visibility.next(node);
      }
    }
    lines.flush();
  }

  /** By depth, whether the ancestor at that depth is the last child of its parent. */
  private static BitSet lastChildrenAbove(TaskTree tree, int node) {
    BitSet lastChildAt = new BitSet();
    for (int up = node; up >= 0; up = tree.parent(up)) {
      lastChildAt.set(tree.depth(up), tree.isLastChild(up));
    }
    return lastChildAt;
  }

  private void line(Visibility visibility, int node, BitSet lastChildAt, LineBuffer line)
      throws IOException {
    TaskTree tree = visibility.tree();
    guides(tree.depth(node), lastChildAt, line);
    TaskStatus status = tree.status(node);
    coloured(COLOURS[status.code()], glyphs.icon(status), 1, line);
    line.character(' ');
    line.character('#');
    line.number(tree.number(node));
    line.character(' ');
    Labels labels = tree.labels();
    SafeText summary = SafeText.of(labels.bytes(), labels.start(node), labels.length(node));
    int tenths = Priority.tenths(tree.priority(node));
    int priorityWidth = 4 + (tenths >= 100 ? 1 : 0) + (tenths >= 1_000 ? 1 : 0);
    int room = line.left() - priorityWidth - 1 - marksWidth(visibility, node);
    boolean showsPriority = room >= SUMMARY_MIN;
    line.text(summary.fit(showsPriority ? room : line.left()));
    if (showsPriority) {
      priority(tenths, line);
    }
    marks(visibility, node, line);
    line.endLine();
  }

  private void guides(int depth, BitSet lastChildAt, LineBuffer line) throws IOException {
    int hidden = Math.max(0, depth - levels);
    if (hidden > 0) {
      line.mark(glyphs.elided, 2);
      line.number(hidden);
      line.character(' ');
    }
    for (int level = hidden + 1; level < depth; level++) {
      line.mark(lastChildAt.get(level) ? glyphs.blank : glyphs.bar, Glyphs.GUIDE_WIDTH);
    }
    if (depth > hidden) {
      line.mark(lastChildAt.get(depth) ? glyphs.corner : glyphs.tee, Glyphs.GUIDE_WIDTH);
    }
  }

  private void priority(int tenths, LineBuffer line) throws IOException {
    if (style.colour()) {
      line.sequence(DIM);
    }
    line.character(' ');
    line.character(' ');
    line.number(tenths / 10);
    line.character('.');
    line.number(tenths % 10);
    if (style.colour()) {
      line.sequence(RESET);
    }
  }

  private void marks(Visibility visibility, int node, LineBuffer line) throws IOException {
    TaskTree tree = visibility.tree();
    if (visibility.isCollapsed(node)) {
      line.mark(Glyphs.bytes(" [+"), 3);
      line.number(tree.subtreeSize(node) - 1L);
      line.character(']');
    }
    if (tree.isOrphan(node)) {
      line.mark(ORPHAN, ORPHAN.length);
    }
    if (tree.isCycle(node)) {
      line.mark(CYCLE, CYCLE.length);
    }
  }

  /** What the marks take, so that a long summary does not push them off the line. */
  private static int marksWidth(Visibility visibility, int node) {
    TaskTree tree = visibility.tree();
    int width = 0;
    if (visibility.isCollapsed(node)) {
      width += " [+]".length() + String.valueOf(tree.subtreeSize(node) - 1).length();
    }
    width += tree.isOrphan(node) ? ORPHAN.length : 0;
    return tree.isCycle(node) ? width + CYCLE.length : width;
  }

  private void coloured(byte[] colour, byte[] mark, int columns, LineBuffer line)
      throws IOException {
    if (style.colour()) {
      line.sequence(colour);
    }
    line.mark(mark, columns);
    if (style.colour()) {
      line.sequence(RESET);
    }
  }
}
