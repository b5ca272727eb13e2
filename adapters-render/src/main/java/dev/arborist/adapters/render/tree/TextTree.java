package dev.arborist.adapters.render.tree;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.tree.LabelSource;
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

  private final TreeStyle style;
  private final Glyphs glyphs;
  private final RowMarks rowMarks;
  private final int levels;

  /** A renderer of this style. */
  public TextTree(TreeStyle style) {
    this.style = style;
    glyphs = new Glyphs(style);
    rowMarks = new RowMarks(glyphs);
    int text = Math.max(WIDTH_FOR_TEXT, style.width() / 2);
    int room = Math.max(0, style.width() - text) / glyphs.tee.width;
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
    Mark marks = rowMarks.of(visibility, node);
    if (line.left() - marks.width < SUMMARY_MIN) {
      marks = rowMarks.least(visibility, node);
    }
    line.sequence(glyphs.bold);
    line.text(name, line.left() - marks.width);
    line.sequence(glyphs.reset);
    line.mark(marks);
  }

  private void task(Visibility visibility, int node, SafeText summary, LineBuffer line) {
    TaskTree tree = visibility.tree();
    boolean isMatch = visibility.isMatch(node);
    line.mark(glyphs.head(tree.status(node), isMatch));
    line.number(tree.number(node));
    line.character(' ');
    Mark priority = glyphs.priority(tree.priority(node));
    Mark marks = rowMarks.of(visibility, node);
    if (line.left() - priority.width - marks.width < SUMMARY_MIN) {
      priority = Mark.NONE;
    }
    if (line.left() - priority.width - marks.width < SUMMARY_MIN) {
      marks = rowMarks.least(visibility, node);
    }
    line.text(summary, line.left() - priority.width - marks.width);
    line.mark(priority);
    if (!isMatch) {
      line.sequence(glyphs.dim);
    }
    line.mark(marks);
    if (!isMatch) {
      line.sequence(glyphs.reset);
    }
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
