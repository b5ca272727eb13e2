package dev.arborist.cli.tui;

import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.text.WrappedText;
import dev.arborist.cli.tui.Loader.Kind;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Layout;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.tree.Viewport;
import java.time.Instant;
import java.util.List;

/** Draws the whole frame: each part in its place, then what the mode shows over them. */
final class FrameDrawer {

  private static final String TOO_SMALL = "Make the window larger: at least 20 x 5.";

  private final Workspace desk;
  private int cursorRow = -1;
  private int cursorColumn;

  FrameDrawer(Workspace desk) {
    this.desk = desk;
  }

  /** Whether time alone has made the frame another. */
  boolean hasMoved(Instant now) {
    return desk.header.hasMoved(now);
  }

  int cursorRow() {
    return cursorRow;
  }

  int cursorColumn() {
    return cursorColumn;
  }

  void draw(Screen screen, Instant now) {
    screen.clear();
    Canvas canvas = new Canvas(screen, desk.palette);
    if (Layout.fits(screen.columns(), screen.rows())) {
      parts(canvas, now);
    } else {
      tooSmall(canvas);
    }
    cursorRow = canvas.cursorRow();
    cursorColumn = canvas.cursorColumn();
  }

  private static void tooSmall(Canvas canvas) {
    Screen screen = canvas.screen;
    List<SafeText> lines =
        WrappedText.lines(TOO_SMALL, screen.columns(), canvas.palette.settings.ambiguous());
    for (int row = 0; row < Math.min(screen.rows(), lines.size()); row++) {
      canvas.write(row, 0, screen.columns(), lines.get(row), Palette.PLAIN);
    }
  }

  private void parts(Canvas canvas, Instant now) {
    TaskFilter filter = desk.refresh.filter();
    Layout layout =
        Layout.of(
            canvas.screen.columns(), canvas.screen.rows(), !filter.isAll(), desk.detail.isOpen());
    desk.header.draw(canvas, layout.header(), desk.refresh.view(), filter, now);
    tree(canvas, layout.tree());
    if (desk.detail.isOpen()) {
      desk.detail.draw(canvas, layout.detail());
      divider(canvas, layout.divider());
    }
    String elsewhere = desk.detail.isFocused() ? desk.detail.position() : "";
    boolean changing = desk.loader.isBusy(Kind.ACTION);
    desk.status.draw(canvas, layout.status(), desk.refresh, changing, elsewhere);
    desk.mode().draw(canvas, layout);
  }

  private void tree(Canvas canvas, Rect place) {
    if (place.height() == 0) {
      desk.tree.hide();
      return;
    }
    desk.board.resize(place.height());
    Viewport viewport = desk.board.viewport();
    if (viewport != null && viewport.cursor().visibility().rows() > 0) {
      desk.tree.draw(canvas, place, viewport, !desk.detail.isFocused());
    } else {
      nothing(canvas, place);
    }
  }

  /** An empty pane says why it is. */
  private void nothing(Canvas canvas, Rect place) {
    int row = place.top() + place.height() / 3;
    int column = place.left() + 1;
    Refresh refresh = desk.refresh;
    String failure = refresh.failure();
    if (desk.board.tree() == null) {
      String total = Numbers.of(refresh.totalTasks(), "task");
      String text =
          refresh.totalTasks() == 0
              ? "loading"
              : "loading " + Numbers.grouped(refresh.loadedTasks()) + " of " + total;
      canvas.write(row, column, place.right(), failure == null ? text : failure, Palette.PLAIN);
    } else if (desk.board.filter().isAll()) {
      canvas.write(row, column, place.right(), "The queue is empty.", desk.palette.bold);
      String how = "Add a task with: arborist add \"Write the parser\"";
      canvas.write(row + 1, column, place.right(), how, Palette.PLAIN);
    } else {
      canvas.write(row, column, place.right(), "No task meets the filter.", desk.palette.bold);
      String how = "f changes it, F shows everything.";
      canvas.write(row + 1, column, place.right(), how, Palette.PLAIN);
    }
  }

  private void divider(Canvas canvas, Rect place) {
    Palette palette = desk.palette;
    String style = desk.detail.isFocused() ? palette.bold : palette.dim;
    if (place.height() == 1) {
      canvas.repeat(place.top(), place.left(), place.right(), palette.horizontal, style);
    } else {
      for (int row = place.top(); row < place.bottom(); row++) {
        canvas.write(row, place.left() + 1, place.right(), palette.vertical, style);
      }
    }
  }
}
