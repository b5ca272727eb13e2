package dev.arborist.cli.tui;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of the tree, under the ancestors of the first of them. */
final class TreePane implements Pane {

  private static final int NO_NODE = -1;

  private final Board board;
  private final Palette palette;
  private final LabelCache labels;
  private final int gutter;

  /** The renderer for the width drawn last. */
  private TextTree renderer;

  private int rendererWidth;

  /** What stands in each line of the pane, for the mouse. */
  private int[] nodesByLine = {};

  /** The column at which the number stands in each line, for the mouse. */
  private int[] numberColumns = {};

  private @Nullable TaskTree drawn;
  private Rect place = Rect.NONE;

  TreePane(Board board, Palette palette, LabelSource source) {
    this.board = board;
    this.palette = palette;
    labels = new LabelCache(source);
    gutter = palette.marked.width(palette.settings.ambiguous());
    renderer = new TextTree(palette.treeStyle);
  }

  /** Draws the rows; there is at least one. */
  void draw(Canvas canvas, Rect where, Viewport viewport, boolean focused) {
    place = where;
    drawn = viewport.cursor().visibility().tree();
    uncover(viewport);
    Visibility visibility = viewport.cursor().visibility();
    int first = viewport.firstRow();
    int count = Math.min(where.height(), visibility.rows() - first);
    int[] sticky = StickyRows.nodes(visibility, first, where.height());
    nodesByLine = new int[where.height()];
    numberColumns = new int[where.height()];
    Arrays.fill(nodesByLine, NO_NODE);
    System.arraycopy(sticky, 0, nodesByLine, 0, sticky.length);
    int node = visibility.nodeAt(first + sticky.length);
    for (int line = sticky.length; line < count; line++) {
      nodesByLine[line] = node;
      node = line + 1 < count ? visibility.next(node) : node;
    }
    fetchLabels(visibility.tree());
    for (int line = 0; line < sticky.length; line++) {
      if (sticky[line] == StickyRows.ELIDED) {
        elision(canvas, line, visibility.tree(), sticky);
      } else {
        rows(canvas, visibility, visibility.rowOf(sticky[line]), 1, line);
      }
    }
    rows(canvas, visibility, first + sticky.length, count - sticky.length, sticky.length);
    marks(canvas, visibility.tree());
    int cursorLine = where.top() + viewport.cursor().row() - first;
    canvas.screen.restyle(
        cursorLine,
        where.left() + gutter,
        where.right(),
        focused ? Palette.SELECTED : palette.selectedElsewhere);
  }

  private void fetchLabels(TaskTree tree) {
    int[] shown = Arrays.stream(nodesByLine).filter(node -> node >= 0).toArray();
    labels.fetch(tree, shown, shown.length);
  }

  private void elision(Canvas canvas, int line, TaskTree tree, int[] sticky) {
    int levels = tree.depth(sticky[line + 1]) - tree.depth(sticky[line - 1]) - 1;
    canvas.write(
        place.top() + line,
        place.left() + gutter,
        place.right(),
        (palette.settings.ascii() ? "   ... " : "   ⋯ ")
            + levels
            + (levels == 1 ? " level" : " levels")
            + " between",
        palette.dim);
  }

  private void rows(Canvas canvas, Visibility visibility, int row, int count, int line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(count * 128);
    try {
      renderer(place.width() - gutter).render(visibility, labels, row, count, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes every byte", e);
    }
    byte[] lines = bytes.toByteArray();
    int start = 0;
    for (int i = 0; i < count; i++) {
      int end = start;
      while (lines[end] != '\n') {
        end++;
      }
      canvas.screen.writeLine(
          place.top() + line + i, place.left() + gutter, place.right(), lines, start, end - start);
      numberColumns[line + i] = numberColumn(canvas, place.top() + line + i);
      start = end + 1;
    }
  }

  private int numberColumn(Canvas canvas, int row) {
    String text = canvas.screen.text(row);
    return canvas.width(SafeText.of(text.substring(0, Math.max(0, text.indexOf('#')))));
  }

  private TextTree renderer(int width) {
    if (rendererWidth != width) {
      rendererWidth = width;
      renderer = new TextTree(palette.treeStyle.width(Math.max(1, width)));
    }
    return renderer;
  }

  private void marks(Canvas canvas, TaskTree tree) {
    for (int line = 0; line < nodesByLine.length && !board.marked().isEmpty(); line++) {
      int node = nodesByLine[line];
      if (node >= 0
          && !tree.isGroup(node)
          && board.marked().contains(TaskNumber.of(tree.number(node)))) {
        canvas.write(
            place.top() + line, place.left(), place.left() + gutter, palette.marked, palette.bold);
      }
    }
  }

  /** Scrolls up until the cursor is under none of the ancestors at the top. */
  private static void uncover(Viewport viewport) {
    int line = viewport.cursor().row() - viewport.firstRow();
    int up = 0;
    while (line + up < covered(viewport, viewport.firstRow() - up)) {
      up++;
    }
    viewport.scroll(-up);
  }

  @Override
  public void move(int rows) {
    Viewport viewport = board.viewport();
    if (viewport != null) {
      viewport.cursor().move(rows);
      viewport.follow();
    }
  }

  /** So far that no row between is covered on both screens. */
  @Override
  public void page(int halves) {
    Viewport viewport = board.viewport();
    if (viewport == null) {
      return;
    }
    int half = Math.max(1, viewport.height() / 2);
    if (Math.abs(halves) == 1) {
      viewport.page(halves * half);
    } else if (halves < 0) {
      viewport.page(covered(viewport, viewport.firstRow()) - viewport.height());
    } else {
      int rows = viewport.height();
      while (rows > 1 && covered(viewport, viewport.firstRow() + rows) > viewport.height() - rows) {
        rows--;
      }
      viewport.page(rows);
    }
  }

  private static int covered(Viewport viewport, int firstRow) {
    return StickyRows.count(viewport.cursor().visibility(), firstRow, viewport.height());
  }

  @Override
  public void home() {
    move(-Integer.MAX_VALUE);
  }

  @Override
  public void end() {
    move(Integer.MAX_VALUE);
  }

  @Override
  public void scroll(int rows) {
    Viewport viewport = board.viewport();
    if (viewport == null || viewport.cursor().visibility().rows() == 0) {
      return;
    }
    viewport.scroll(rows);
    int line = viewport.cursor().row() - viewport.firstRow();
    viewport.cursor().move(Math.max(0, covered(viewport, viewport.firstRow()) - line));
  }

  /** What a row is called, safe to show. */
  SafeText label(int node) {
    TaskTree tree = Objects.requireNonNull(board.tree(), "a node is of a tree");
    Labels read = labels.read(tree, new int[] {node}, 1);
    return SafeText.of(read.bytes(), read.starts()[0], Math.max(0, read.lengths()[0]));
  }

  /** Selects what was clicked on; on what stands before the number, expands or collapses it. */
  void click(int row, int column) {
    Viewport viewport = board.viewport();
    int line = row - place.top();
    if (viewport == null || line >= nodesByLine.length || nodesByLine[line] < 0) {
      return;
    }
    int node = nodesByLine[line];
    Visibility visibility = viewport.cursor().visibility();
    if (visibility.tree() != drawn) {
      return; // another task may have come under the pointer since
    }
    boolean wasSelected = viewport.cursor().node() == node;
    board.goTo(node);
    boolean onFold = visibility.tree().isGroup(node) ? wasSelected : column < numberColumns[line];
    if (onFold) {
      toggle(visibility, node);
      viewport.follow();
    }
  }

  private static void toggle(Visibility visibility, int node) {
    if (visibility.isCollapsed(node)) {
      visibility.expand(node);
    } else {
      visibility.collapse(node);
    }
  }
}
