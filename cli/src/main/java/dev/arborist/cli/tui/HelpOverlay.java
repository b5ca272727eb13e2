package dev.arborist.cli.tui;

import dev.arborist.cli.tui.KeyBindings.Binding;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Layout;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Popup;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Mouse;
import dev.arborist.cli.tui.input.Input.Typed;
import java.util.ArrayList;
import java.util.List;

/** All keys, in a box that scrolls. */
final class HelpOverlay implements Mode {

  private static final int KEYS_WIDTH = 15;
  private static final int COLUMN_WIDTH = 56;
  private static final int TEXT_WIDTH = 46;
  private static final int NAMED_MAX = 3;
  private static final int WHEEL_ROWS = 3;

  /** A line: the name of a group, or keys and what they do; empty between groups. */
  private record Line(String keys, String text) {}

  private final Workspace desk;
  private final List<Line> lines = new ArrayList<>();
  private int first;
  private int height = 1;
  private int shownLines = 1;

  HelpOverlay(Workspace desk) {
    this.desk = desk;
    String group = "";
    for (Binding binding : KeyBindings.all()) {
      if (!binding.group().equals(group)) {
        if (!group.isEmpty()) {
          lines.add(new Line("", ""));
        }
        group = binding.group();
        lines.add(new Line("", group));
      }
      lines.add(new Line(binding.keysText(NAMED_MAX), binding.help()));
    }
    lines.add(new Line("", ""));
    lines.add(new Line("", "Mouse"));
    lines.add(new Line("click", "select; left of it, expand or collapse"));
    lines.add(new Line("wheel", "scroll"));
  }

  @Override
  public void handle(Input input) {
    if (input instanceof Mouse mouse) {
      switch (mouse.action()) {
        case WHEEL_UP -> first -= WHEEL_ROWS;
        case WHEEL_DOWN -> first += WHEEL_ROWS;
        case PRESS -> desk.leave();
      }
    } else if (input.equals(new Typed('j')) || input == Input.Key.DOWN) {
      first++;
    } else if (input.equals(new Typed('k')) || input == Input.Key.UP) {
      first--;
    } else if (input == Input.Key.PAGE_DOWN || input.equals(new Typed(' '))) {
      first += height;
    } else if (input == Input.Key.PAGE_UP) {
      first -= height;
    } else {
      desk.leave();
    }
    first = Math.max(0, Math.min(first, shownLines - height));
  }

  @Override
  public void draw(Canvas canvas, Layout layout) {
    boolean two = canvas.screen.columns() >= 2 * COLUMN_WIDTH + 6;
    int perColumn = two ? split() : lines.size();
    int width = two ? 2 * COLUMN_WIDTH : KEYS_WIDTH + TEXT_WIDTH;
    shownLines = two ? Math.max(perColumn, lines.size() - perColumn) : lines.size();
    String title = "Keys: j and k scroll, any other key closes";
    Rect inside = Popup.draw(canvas, title, width, shownLines);
    height = Math.max(1, inside.height());
    first = Math.max(0, Math.min(first, shownLines - height));
    int right = two ? inside.left() + COLUMN_WIDTH : inside.right();
    column(canvas, inside, inside.left(), right, 0, perColumn);
    if (two) {
      column(canvas, inside, right, inside.right(), perColumn, lines.size());
    }
  }

  /** Where the second column begins: at a group, about half of the way. */
  private int split() {
    int at = lines.size() / 2;
    while (!lines.get(at).text().isEmpty()) {
      at++;
    }
    return at + 1;
  }

  private void column(Canvas canvas, Rect inside, int left, int limit, int from, int to) {
    for (int row = 0; row < inside.height() && from + first + row < to; row++) {
      Line line = lines.get(from + first + row);
      int at = inside.top() + row;
      if (line.keys().isEmpty()) {
        canvas.write(at, left, limit, line.text(), desk.palette.bold);
      } else {
        canvas.write(at, left, left + KEYS_WIDTH - 1, line.keys(), Palette.PLAIN);
        canvas.write(at, left + KEYS_WIDTH, limit, line.text(), desk.palette.dim);
      }
    }
  }
}
