package dev.arborist.cli.tui.form;

import dev.arborist.adapters.render.text.Graphemes;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.input.Input;

/** One line of text that a person types, and the cursor in it. */
public final class LineEditor {

  private static final int LONGEST = 4096;

  private final StringBuilder text = new StringBuilder();

  /** Where the next character goes, as an index of the text. */
  private int at;

  public LineEditor(String initial) {
    insert(initial);
  }

  public String text() {
    return text.toString();
  }

  /** Edits; false when the input is none that edits a line. */
  public boolean handle(Input input) {
    if (input instanceof Input.Typed typed) {
      insert(Character.toString(typed.codePoint()));
    } else if (input instanceof Input.Pasted pasted) {
      insert(pasted.text());
    } else if (input instanceof Input.Key key) {
      return edit(key);
    } else {
      return false;
    }
    return true;
  }

  private boolean edit(Input.Key key) {
    switch (key) {
      case BACKSPACE -> delete(before(), at);
      case DELETE, CTRL_D -> delete(at, after());
      case LEFT, CTRL_B -> at = before();
      case RIGHT, CTRL_F -> at = after();
      case HOME, CTRL_A -> at = 0;
      case END, CTRL_E -> at = text.length();
      case CTRL_U -> delete(0, at);
      case CTRL_W -> delete(startOfWord(), at);
      case ENTER,
          ESCAPE,
          TAB,
          BACK_TAB,
          UP,
          DOWN,
          PAGE_UP,
          PAGE_DOWN,
          CTRL_C,
          CTRL_L,
          CTRL_Z,
          F1 -> {
        return false;
      }
    }
    return true;
  }

  /** Pasted lines become one; of what is too long, the beginning is taken. */
  private void insert(String more) {
    String line = more.replaceAll("\\R", " ");
    int taken = Math.min(line.length(), LONGEST - text.length());
    if (taken < line.length() && taken > 0 && Character.isHighSurrogate(line.charAt(taken - 1))) {
      taken--; // half of a character is none
    }
    text.insert(at, line, 0, taken);
    at += taken;
  }

  private void delete(int from, int to) {
    text.delete(from, to);
    at = from;
  }

  private int before() {
    return at == 0 ? 0 : text.offsetByCodePoints(at, -1);
  }

  private int after() {
    return at == text.length() ? at : text.offsetByCodePoints(at, 1);
  }

  private int startOfWord() {
    int start = at;
    while (start > 0 && text.charAt(start - 1) == ' ') {
      start--;
    }
    while (start > 0 && text.charAt(start - 1) != ' ') {
      start--;
    }
    return start;
  }

  /** Draws as much of the text as has room around the cursor, and shows the cursor if asked to. */
  public void draw(Canvas canvas, int row, int column, int limit, String style, boolean focused) {
    int room = Math.max(0, limit - column - 1);
    int[] starts = new int[at];
    int[] widths = new int[at];
    int pieces = 0;
    Graphemes walk = new Graphemes(text.substring(0, at));
    while (walk.next()) {
      starts[pieces] = walk.start();
      widths[pieces++] = canvas.width(SafeText.of(text.substring(walk.start(), walk.end())));
    }
    int start = at;
    int used = 0;
    while (pieces > 0 && used + widths[pieces - 1] <= room) {
      start = starts[--pieces];
      used += widths[pieces];
    }
    canvas.write(row, column, limit, text.substring(start), style);
    if (focused) {
      canvas.cursor(row, column + used);
    }
  }
}
