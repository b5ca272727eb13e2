package dev.arborist.cli.tui;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.cli.tui.rows.LabelCache;
import dev.arborist.cli.tui.rows.RowWriter;
import dev.arborist.cli.tui.rows.StickyRows;
import dev.arborist.cli.tui.rows.TreeLines;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import java.util.Objects;
import java.util.function.LongSupplier;

/** The rows of the tree, under the ancestors of the first of them. */
final class TreePane implements Pane {

  private final Board board;
  private final Search search;
  private final Palette palette;
  private final LabelCache labels;
  private final RowWriter rows;
  private final StickyRows stickyRows = new StickyRows();
  private final int gutter;

  private final TreeLines shown = new TreeLines();
  private Rect place = Rect.NONE;

  TreePane(Board board, Search search, Palette palette, LabelSource source, LongSupplier nanos) {
    this.board = board;
    this.search = search;
    this.palette = palette;
    labels = new LabelCache(source, nanos);
    gutter = palette.marked.width(palette.settings.ambiguous());
    rows = new RowWriter(palette, labels);
  }

  /** Draws the rows; there is at least one. */
  void draw(Canvas canvas, Rect where, Viewport viewport, boolean focused) {
    place = where;
    Visibility visibility = viewport.cursor().visibility();
    uncover(viewport);
    int first = viewport.firstRow();
    int count = Math.min(where.height(), visibility.rows() - first);
    int[] sticky = stickyRows.nodes(visibility, first, where.height());
    Rect rest = lines(sticky.length, count - sticky.length);
    shown.fill(visibility, sticky, first + sticky.length, rest.height(), where.height());
    labels.fetch(visibility.tree(), shown.nodes());
    for (int line = 0; line < sticky.length; line++) {
      if (sticky[line] == StickyRows.ELIDED) {
        elision(canvas, line, visibility.tree(), sticky);
      } else {
        rows.write(canvas, visibility, visibility.rowOf(sticky[line]), lines(line, 1));
      }
    }
    if (sticky.length > 0) {
      Rect last = lines(sticky.length - 1, 1);
      canvas.screen.restyle(last.top(), last.left(), last.right(), Palette.UNDERLINED);
    }
    rows.write(canvas, visibility, first + sticky.length, rest);
    marks(canvas, visibility.tree());
    Rect selected = lines(viewport.cursor().row() - first, 1);
    rows.writePlain(canvas, visibility, viewport.cursor().row(), selected);
    canvas.screen.restyle(
        selected.top(),
        selected.left(),
        selected.right(),
        focused ? Palette.SELECTED : palette.selectedElsewhere);
    shown.measure(canvas.screen, where.top(), palette.settings.ambiguous());
    found(canvas, visibility);
  }

  /** Draws nothing, where there is no room for rows; then there is none to click on either. */
  void hide() {
    shown.clear();
  }

  /** Underlines the numbers of what was searched for. */
  private void found(Canvas canvas, Visibility visibility) {
    for (int line = 0; line < shown.count(); line++) {
      int node = shown.node(line);
      if (node >= 0 && search.isFound(visibility, node)) {
        int start = shown.numberColumn(line);
        int end = start + 1 + String.valueOf(visibility.tree().number(node)).length();
        int row = place.top() + line;
        canvas.screen.restyle(row, start, Math.min(end, place.right()), Palette.FOUND);
      }
    }
  }

  /** The place of some lines, without the gutter. */
  private Rect lines(int first, int count) {
    return new Rect(place.top() + first, place.left() + gutter, count, place.width() - gutter);
  }

  private void elision(Canvas canvas, int line, TaskTree tree, int[] sticky) {
    int levels = tree.depth(sticky[line + 1]) - tree.depth(sticky[line - 1]) - 1;
    String text =
        (palette.settings.ascii() ? "   ... " : "   ⋯ ") + Numbers.of(levels, "level") + " between";
    Rect at = lines(line, 1);
    canvas.write(at.top(), at.left(), at.right(), text, palette.dim);
  }

  private void marks(Canvas canvas, TaskTree tree) {
    for (int line = 0; line < shown.count() && !board.marked().isEmpty(); line++) {
      int node = shown.node(line);
      boolean isTask = node >= 0 && !tree.isGroup(node);
      if (isTask && board.marked().contains(TaskNumber.of(tree.number(node)))) {
        int row = place.top() + line;
        canvas.write(row, place.left(), place.left() + gutter, palette.marked, palette.bold);
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
    if (viewport == null) {
      return;
    }
    int line = row - place.top();
    Visibility visibility = viewport.cursor().visibility();
    int node = shown.node(line, visibility);
    if (node == TreeLines.NO_NODE) {
      return; // nothing is there, or another task has come under the pointer since
    }
    boolean wasSelected = viewport.cursor().node() == node;
    board.goTo(node);
    boolean onFold =
        visibility.tree().isGroup(node) ? wasSelected : column < shown.numberColumn(line);
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
