package dev.arborist.adapters.render.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jline.utils.Colors;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.WCWidth;

/**
 * JLine's {@link ScreenTerminal} as the terminal that is drawn on, and its cells compared with
 * those of a screen.
 *
 * <p>What was found about it (JLine 4.5.0): a cell holds one code point, so that it takes every
 * cluster of several for something else than it is: the parts of an emoji stand one after the
 * other, and a mark lands on the cell behind its base. It is a terminal that disagrees on widths,
 * and what is compared here is that everything but the cells of such clusters is right nonetheless.
 * It keeps four bits of each colour, and knows neither blinking nor crossed out. With wrapping off,
 * what follows the last column overwrites the one before the last, where xterm overwrites the last:
 * so a cluster that it knows nothing of may not stand in the last column. Overwriting one half of a
 * wide character leaves the other. The end of a background (49) takes the colour of the letters
 * away instead, so that it is given a background here that stands for none. Characters such as
 * U+20097, of which 16 bits are those of a control, it takes for that control.
 */
public final class Emulator {

  private static final Pattern OWN_GROUND = Pattern.compile("(?<=[\\[;])49(?=[;m])");

  private static final int STAND_IN = '?';

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final ScreenUpdate update = new ScreenUpdate(sent);
  private ScreenTerminal terminal;
  private int columns;

  /** A blank terminal. */
  public Emulator(int columns, int rows) {
    terminal = new ScreenTerminal(columns, rows);
    this.columns = columns;
  }

  ScreenUpdate update() {
    return update;
  }

  /** Another terminal, which shows something else already. */
  void resize(int newColumns, int newRows) {
    terminal = new ScreenTerminal(newColumns, newRows);
    terminal.write("\u001b[31m" + "x".repeat(newColumns * newRows));
    columns = newColumns;
  }

  /** Shows the screen and returns how many bytes it took. */
  public int show(Screen screen, int cursorRow, int cursorColumn) throws Exception {
    sent.reset();
    int bytes = update.show(screen, cursorRow, cursorColumn);
    assertEquals(sent.size(), bytes);
    String text = OWN_GROUND.matcher(sent()).replaceAll("48;2;0;0;16");
    int[] taken = text.codePoints().map(c -> isTakenForControl(c) ? STAND_IN : c).toArray();
    terminal.write(new String(taken, 0, taken.length));
    return bytes;
  }

  /** What was sent for the last screen. */
  String sent() {
    return sent.toString(StandardCharsets.UTF_8);
  }

  /**
   * Compares every cell of which the emulator makes what it is, and the cursor unless its row is
   * -1.
   */
  public void assertShows(Screen screen, int cursorRow, int cursorColumn) {
    Cells cells = screen.cells();
    long[] shown = new long[cells.contents.length];
    int[] cursor = new int[2];
    terminal.dump(shown, cursor);
    for (int cell = 0; cell < shown.length; cell++) {
      int first = cells.first(cell);
      if (isKnown(cells, first)) {
        int content = cell == first ? cells.contents[cell] : 0; // its mark of a continuation
        assertCell(cell, content, cells.styles[cell], shown[cell]);
      }
    }
    if (cursorRow >= 0) {
      assertEquals(cursorRow, cursor[1]);
      assertEquals(cursorColumn, cursor[0]);
    }
  }

  private static boolean isTakenForControl(int codePoint) {
    return (codePoint & 0xFFE0) == 0x80;
  }

  /** Whether the emulator takes a cluster for what it is. */
  static boolean isKnown(Cells cells, int first) {
    int content = cells.contents[first];
    int endOfRow = (first / cells.columns + 1) * cells.columns;
    return !Cells.isCluster(content)
        && !isTakenForControl(content)
        && WCWidth.wcwidth(content) == cells.behind(first, endOfRow) - first;
  }

  private void assertCell(int cell, int content, long style, long shown) {
    String where = "row " + cell / columns + " column " + cell % columns + " of " + sent();
    assertEquals(
        Character.toString(content),
        Character.toString(ScreenTerminal.cellCodePoint(shown)),
        where);
    assertEquals(
        Look.of(style).withoutWhatIsUnseen(content),
        Look.ofCell(shown).withoutWhatIsUnseen(content),
        where);
  }

  /** A style as far as the emulator keeps it; colours are -1 if they are the terminal's own. */
  private record Look(
      boolean bold,
      boolean dim,
      boolean italic,
      boolean underlined,
      boolean reverse,
      boolean hidden,
      int letters,
      int ground) {

    static Look of(long style) {
      return new Look(
          Style.has(style, Style.BOLD),
          Style.has(style, Style.DIM),
          Style.has(style, 3),
          Style.has(style, Style.UNDERLINED),
          Style.has(style, Style.REVERSE),
          Style.has(style, 8),
          colour(Style.foreground(style)),
          colour(Style.background(style)));
    }

    static Look ofCell(long cell) {
      return new Look(
          ScreenTerminal.cellBold(cell),
          ScreenTerminal.cellDim(cell),
          ScreenTerminal.cellItalic(cell),
          ScreenTerminal.cellUnderline(cell),
          ScreenTerminal.cellInverse(cell),
          ScreenTerminal.cellConceal(cell),
          ScreenTerminal.cellHasForeground(cell) ? ScreenTerminal.cellForeground(cell) : -1,
          ScreenTerminal.cellHasBackground(cell) && ScreenTerminal.cellBackground(cell) != 1
              ? ScreenTerminal.cellBackground(cell)
              : -1);
    }

    Look withoutWhatIsUnseen(int content) {
      return content != Cells.BLANK || reverse
          ? this
          : new Look(
              false, false, false, underlined, false, false, underlined ? letters : -1, ground);
    }

    /** In four bits each of red, green and blue. */
    private static int colour(int colour) {
      int value = Style.value(colour);
      return switch (Style.kind(colour)) {
        case Style.BASIC -> rounded(Colors.rgbColor(value < 90 ? value - 30 : value - 82));
        case Style.INDEXED -> rounded(Colors.rgbColor(value));
        case Style.DIRECT -> rounded(value);
        default -> -1;
      };
    }

    private static int rounded(int rgb) {
      return (rgb >> 20 & 0xF) << 8 | (rgb >> 12 & 0xF) << 4 | (rgb >> 4 & 0xF);
    }
  }
}
