package dev.arborist.cli.tui;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.cli.tui.form.FilterText;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.QueueStatistics.Mark;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Viewport;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The lines at the top: which queue, which view, how the work goes, and what is filtered. */
final class Header {

  private static final String GAP = "  ";

  /** With less room for the queue's name, the other views are not named. */
  private static final int NAME_MIN = 12;

  private final SafeText name;
  private final Board board;
  private final Palette palette;
  private final Map<TreeView, Rect> tabPlaces = new EnumMap<>(TreeView.class);
  private String moving = "";

  Header(String name, Board board, Palette palette) {
    this.name = SafeText.of(name);
    this.board = board;
    this.palette = palette;
  }

  /** Whether time alone has made what is shown another. */
  boolean hasMoved(Instant now) {
    return !moving.equals(moving(now));
  }

  private String moving(Instant now) {
    return completedRate(now) + failedRate(now) + oldestLease(now);
  }

  void draw(Canvas canvas, Rect place, TreeView view, TaskFilter wanted, Instant now) {
    moving = moving(now);
    views(canvas, place, view);
    if (place.height() > 1) {
      counts(canvas, place, now);
    }
    if (place.height() > 2) {
      filter(canvas, place, wanted);
    }
  }

  private void views(Canvas canvas, Rect place, TreeView view) {
    int tabs = GAP.length() - 1;
    for (TreeView one : TreeView.values()) {
      tabs += tab(one).length() + 1;
    }
    boolean all = place.width() - tabs >= NAME_MIN;
    int from = place.right() - (all ? tabs : tab(view).length() + GAP.length());
    canvas.write(place.top(), place.left() + 1, from, name, palette.bold);
    int column = from + GAP.length() - 1;
    tabPlaces.clear();
    for (TreeView one : TreeView.values()) {
      if (all || one == view) {
        String style = one == view ? Palette.SELECTED : palette.dim;
        tabPlaces.put(one, new Rect(place.top(), column, 1, tab(one).length()));
        column = canvas.write(place.top(), column, place.right(), tab(one), style) + 1;
      }
    }
  }

  /** The view whose name stands at a place of the screen. */
  Optional<TreeView> viewAt(int row, int column) {
    return tabPlaces.entrySet().stream()
        .filter(tab -> tab.getValue().contains(row, column))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String tab(TreeView view) {
    int number = 1;
    for (TreeView before : TreeView.values()) {
      if (before == view) {
        break;
      }
      number++;
    }
    return number + " " + view.label();
  }

  private void counts(Canvas canvas, Rect place, Instant now) {
    QueueStatistics statistics = board.statistics();
    if (statistics == null) {
      return;
    }
    int row = place.top() + 1;
    int column = place.left() + 1;
    for (TaskStatus status : TaskStatus.values()) {
      SafeText count =
          SafeText.of(palette.icon(status) + " " + Numbers.grouped(statistics.count(status)));
      if (column + canvas.width(count) > place.right()) {
        return;
      }
      String style = statistics.count(status) == 0 ? palette.dim : palette.of(status);
      column = canvas.write(row, column, place.right(), count, style) + GAP.length();
    }
    for (String more : new String[] {completedRate(now), failedRate(now), oldestLease(now)}) {
      SafeText text = SafeText.of(more);
      if (column + canvas.width(text) <= place.right()) {
        column = canvas.write(row, column, place.right(), text, palette.dim);
      }
    }
  }

  private String completedRate(Instant now) {
    return rate(TaskStatus.COMPLETED, board.rates().completedTenths(now));
  }

  private String failedRate(Instant now) {
    return rate(TaskStatus.FAILED, board.rates().failedTenths(now));
  }

  private String rate(TaskStatus status, long tenths) {
    return tenths < 0 ? "" : palette.icon(status) + " " + Numbers.tenths(tenths) + "/min" + GAP;
  }

  private String oldestLease(Instant now) {
    QueueStatistics statistics = board.statistics();
    Mark oldest = statistics == null ? null : statistics.oldestLease();
    return oldest == null
        ? ""
        : "oldest lease " + oldest.number() + " " + Ages.between(oldest.at(), now) + GAP;
  }

  private void filter(Canvas canvas, Rect place, TaskFilter wanted) {
    Viewport viewport = board.viewport();
    int row = place.top() + 2;
    int column = canvas.write(row, place.left() + 1, place.right(), "filter: ", palette.bold);
    String matches = "";
    if (viewport != null && board.filter().equals(wanted)) {
      matches =
          GAP
              + Numbers.grouped(viewport.cursor().visibility().matchCount())
              + " of "
              + Numbers.grouped(viewport.cursor().visibility().tree().taskCount())
              + " match, F shows all";
    }
    SafeText found = SafeText.of(matches);
    SafeText described = SafeText.of(FilterText.of(wanted, palette));
    int limit = Math.max(column + 1, place.right() - canvas.width(found));
    column = canvas.write(row, column, limit, described, Palette.PLAIN);
    canvas.write(row, column, place.right(), found, palette.dim);
  }
}
