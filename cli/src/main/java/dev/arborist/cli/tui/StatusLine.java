package dev.arborist.cli.tui;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.domain.tree.Viewport;

/** The line at the bottom: a message if there is one, else the main keys; then where one is. */
final class StatusLine {

  private static final int GAP = 2;

  private final Board board;
  private final Palette palette;
  private SafeText message = SafeText.of("");
  private boolean alarming;

  StatusLine(Board board, Palette palette) {
    this.board = board;
    this.palette = palette;
  }

  /** Says something until the next key. */
  void say(String text) {
    message = SafeText.of(text.replace('\n', ' '));
    alarming = false;
  }

  /** Says until the next key what went wrong. */
  void warn(String text) {
    say(text);
    alarming = true;
  }

  void clear() {
    say("");
  }

  /**
   * Draws it.
   *
   * @param changing whether something that a person confirmed is still being done
   * @param elsewhere where one is in another pane that keys move in; empty for the tree
   */
  void draw(Canvas canvas, Rect place, Refresh refresh, boolean changing, String elsewhere) {
    String where = elsewhere.isEmpty() ? row() : elsewhere;
    SafeText right = SafeText.of((changing ? "changing  " : "") + known(refresh) + where);
    String failure = refresh.failure();
    boolean says = message.byteLength() > 0 || failure != null;
    SafeText said = message.byteLength() > 0 || failure == null ? message : SafeText.of(failure);
    int column = place.left() + 1;
    int from = place.right() - canvas.width(right) - 1;
    int needed = says ? canvas.width(said) : place.width() / 2;
    if (from - GAP < column + needed) {
      from = place.right(); // what is said matters more than where one is
    } else {
      canvas.write(place.top(), from, place.right(), right, palette.dim);
    }
    if (says) {
      boolean bad = alarming || message.byteLength() == 0;
      String style = bad ? palette.error : palette.bold;
      canvas.write(place.top(), column, place.right(), said, style);
    } else {
      hints(canvas, place.top(), column, from - 1);
    }
  }

  /** As many of the main keys as fit, none of them cut. */
  private void hints(Canvas canvas, int row, int start, int limit) {
    int column = start;
    for (KeyBindings.Binding binding : KeyBindings.hints()) {
      String key = binding.keysText(1);
      if (column + key.length() + 1 + binding.hint().length() > limit) {
        return;
      }
      column = canvas.write(row, column, limit, key, palette.bold) + 1;
      column = canvas.write(row, column, limit, binding.hint(), palette.dim) + 2;
    }
  }

  private String known(Refresh refresh) {
    StringBuilder text = new StringBuilder();
    if (refresh.isAwaited() && refresh.totalTasks() > 0) {
      text.append("reading ").append(Numbers.grouped(refresh.loadedTasks()));
      text.append(" of ").append(Numbers.grouped(refresh.totalTasks())).append("  ");
    }
    if (!board.marked().isEmpty()) {
      text.append(Numbers.grouped(board.marked().size())).append(" marked  ");
    }
    return text.toString();
  }

  private String row() {
    Viewport viewport = board.viewport();
    int rows = viewport == null ? 0 : viewport.cursor().visibility().rows();
    return viewport == null || rows == 0
        ? ""
        : Numbers.grouped(viewport.cursor().row() + 1L) + "/" + Numbers.grouped(rows);
  }
}
