package dev.arborist.adapters.render.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is sent, byte by byte; that it has the effect that it should is the emulators' to say. */
class ScreenUpdateTest {

  private static final int COLUMNS = 200;
  private static final int ROWS = 50;

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final ScreenUpdate update = new ScreenUpdate(sent);
  private final Screen screen = new Screen(COLUMNS, ROWS, AmbiguousWidth.NARROW);

  private String show(Screen next, int cursorRow, int cursorColumn) throws IOException {
    sent.reset();
    assertEquals(update.show(next, cursorRow, cursorColumn), sent.size());
    return sent.toString(StandardCharsets.UTF_8).replace("\u001b[", "^");
  }

  private String show() throws IOException {
    return show(screen, -1, 0);
  }

  private void write(int row, int column, String text, String style) {
    screen.write(row, column, COLUMNS, SafeText.of(text), style);
  }

  /** A tree as it looks: each row has guides, an icon, a label and a priority. */
  private void writeTree(int first) {
    for (int row = 0; row < ROWS - 1; row++) {
      screen.fill(row + 1, 0, COLUMNS, "");
      write(row + 1, 0, "│  ".repeat((first + row) % 7) + "├─ ", "");
      write(row + 1, (first + row) % 7 * 3 + 3, "◉", "38;5;170");
      write(row + 1, (first + row) % 7 * 3 + 5, "#" + (first + row) + " a task of many words", "");
      write(row + 1, 180, "20.0", "2");
    }
  }

  @Test
  void theFirstScreenIsDrawnOnNothingKnown() throws IOException {
    write(0, 0, "a", "");
    assertEquals("^?25l^m^2J^1Ha", show());
  }

  @Test
  void nothingIsSentWhenNothingChanged() throws IOException {
    writeTree(0);
    show();
    assertEquals("", show());
    screen.clear();
    writeTree(0);
    assertEquals("", show());
  }

  @Test
  void nothingIsSentForWhatNobodySees() throws IOException {
    show();
    screen.fill(3, 0, COLUMNS, "1;35");
    assertEquals("", show());
  }

  @Test
  void anotherScreenIsComparedByWhatItShows() throws IOException {
    write(0, 0, "e\u0301 a\u0308 x\u0302", "");
    show();
    Screen other = new Screen(COLUMNS, ROWS, AmbiguousWidth.NARROW);
    other.write(
        1, 0, COLUMNS, SafeText.of("x\u0302 a\u0308"), ""); // which have other numbers there
    other.write(0, 0, COLUMNS, SafeText.of("e\u0301 a\u0308 x\u0302"), "");
    other.fill(1, 0, COLUMNS, "");
    assertEquals("", show(other, -1, 0));
  }

  @Test
  void aLaterChangeOfTheScreenDoesNotChangeWhatIsShown() throws IOException {
    write(0, 0, "a", "");
    show();
    write(0, 0, "b", "");
    write(0, 0, "a", "");
    assertEquals("", show());
    write(0, 0, "b", "");
    assertEquals("^1Hb", show());
  }

  @Test
  void aChangeOfStatusTakesFewBytes() throws IOException {
    writeTree(0);
    show();
    write(9, 8 % 7 * 3 + 3, "✓", "38;5;77");
    write(0, 0, "12 running, 7 completed", "1");
    String first = show();
    assertTrue(first.length() < 100, first);
    write(0, 0, "11 running, 8 completed", "1");
    write(10, 9 % 7 * 3 + 3, "✓", "38;5;77");
    assertEquals("^1;2H^1m1^10C8^11;10H^0;38;5;77m✓^11G ^m", show());
    assertTrue(sent.size() <= 50);
  }

  @Test
  void aListThatScrollsMovesItsRows() throws IOException {
    writeTree(100);
    show();
    writeTree(101);
    String down = show();
    assertTrue(down.startsWith("^2H^M"), down);
    assertTrue(sent.size() < 150, down);
    writeTree(98);
    String up = show();
    assertTrue(up.startsWith("^2H^3L"), up);
    assertTrue(sent.size() < 350, up);
  }

  @Test
  void rowsBelowAListThatScrollsStay() throws IOException {
    writeTree(100);
    write(ROWS - 1, 0, "a line of status" + " ".repeat(COLUMNS - 16), "7");
    show();
    writeTree(102);
    write(ROWS - 1, 0, "a line of status" + " ".repeat(COLUMNS - 16), "7");
    String shown = show();
    assertTrue(shown.startsWith("^2H^2M^48H^2L"), shown);
    assertTrue(sent.size() < 250, shown);
    assertFalse(shown.contains("status"), shown);
  }

  @Test
  void rowsThatTakeFewBytesAreNotMoved() throws IOException {
    write(1, 0, "a", "");
    write(2, 0, "b", "");
    write(3, 0, "c", "");
    show();
    write(1, 0, "b", "");
    write(2, 0, "c", "");
    write(3, 0, "d", "");
    assertEquals("^2Hb\r\nc\r\nd", show());
  }

  @Test
  void theRestOfARowIsErased() throws IOException {
    write(4, 0, "x".repeat(COLUMNS), "1");
    show();
    screen.fill(4, 10, COLUMNS, "");
    assertEquals("^5;11H^K", show());
  }

  @Test
  void aRowThatIsMostlyBlankIsErasedFirst() throws IOException {
    write(4, 0, "x".repeat(COLUMNS), "");
    show();
    screen.fill(4, 0, COLUMNS, "");
    write(4, 0, "ab", "");
    write(4, 100, "cd", "");
    assertEquals("^5H^Kab^98Ccd", show());
  }

  @Test
  void whatLiesBetweenIsWrittenAgainIfThatIsShorter() throws IOException {
    write(0, 0, "abcdef", "");
    show();
    write(0, 0, "Abcdef", "");
    write(0, 3, "D", "");
    write(0, 5, "F", "1");
    assertEquals("^1HAbcDe^1mF^m", show());
  }

  @Test
  void theColumnIsSetAnewBehindWhatTerminalsDisagreeOn() throws IOException {
    show();
    write(0, 0, "a─┤b日本c❤\ufe0fd", "");
    assertEquals("^1Ha─┤^4Gb日本^9Gc❤\ufe0f^12Gd ", show());
  }

  @Test
  void whatAWiderClusterWouldOverwriteIsWrittenAgain() throws IOException {
    write(0, 0, "👍🏽abcd", "");
    show();
    write(0, 0, "👍🏿abcd", "");
    assertEquals("^1H  \r👍🏿^3Gab", show());
  }

  @Test
  void whatANarrowerClusterWouldLeaveIsBlanked() throws IOException {
    write(0, 0, "xyz", "");
    show();
    write(0, 0, "❤\ufe0fz", "");
    assertEquals("^1H  \r❤\ufe0f^3Gz ", show());
  }

  @Test
  void whatMayHaveBecomeAMarkOfTheCellBeforeGoesWithIt() throws IOException {
    write(0, 0, "ab", "");
    write(0, 2, "\u11a8", ""); // which tmux would draw onto the b
    show();
    write(0, 2, " ", "");
    assertEquals("^1;2Hb ", show());
  }

  @Test
  void aBlankThatMayHaveAMarkIsNoneForWhatMayBeLeftOut() throws IOException {
    write(0, 1, "\u11a8", "");
    show();
    write(0, 0, "\ud7c8x", ""); // of which nothing but the x may be drawn
    assertEquals("^1H \b\ud7c8^2Gx", show());
  }

  @Test
  void partsOfAClusterThatMayStandApartAreBlanked() throws IOException {
    write(0, 0, "\ua976\ua960", ""); // in tmux two characters of two columns
    show();
    write(0, 0, "xy\ud7f8", ""); // which may be left out
    assertEquals("^1Hxy \b\ud7f8^4G ", show());
  }

  @Test
  void aCharacterThatGetsAnotherWidthIsWrittenAgain() throws IOException {
    write(0, 0, "─", "");
    show();
    Screen wide = new Screen(COLUMNS, ROWS, AmbiguousWidth.WIDE);
    wide.write(0, 0, COLUMNS, SafeText.of("─"), "");
    assertEquals("^1H─", show(wide, -1, 0));
  }

  @Test
  void marksInTheLastColumnAreSentWithWrappingOn() throws IOException {
    show();
    write(0, COLUMNS - 2, "👍🏽", "");
    write(1, COLUMNS - 1, "e\u0301", "");
    assertEquals("^1;199H^?7l👍🏽^2;200H^?7he\u0301", show());
    write(ROWS - 1, COLUMNS - 1, "e\u0301", "");
    assertEquals("^50;200H^?7le^?7h", show());
  }

  @Test
  void halfAClusterIsOverwrittenWithItsOtherHalf() throws IOException {
    write(0, 0, "日本", "");
    show();
    write(0, 1, "x", "");
    assertEquals("^1H x", show());
  }

  @Test
  void theLastCellOfAllIsWrittenWithoutWrapping() throws IOException {
    show();
    write(ROWS - 1, COLUMNS - 1, "x", "");
    assertEquals("^50;200H^?7lx^?7h", show());
    write(ROWS - 2, COLUMNS - 1, "x", "");
    assertEquals("^49;200Hx", show());
    screen.clear();
    assertEquals("^49;200H ^50;200H^K", show());
  }

  @Test
  void behindTheLastColumnTheCursorIsNowhere() throws IOException {
    show();
    write(3, COLUMNS - 1, "x", "");
    write(4, 0, "y", "");
    assertEquals("^4;200Hx^5Hy", show());
  }

  @Test
  void theCursorIsHiddenWhileItIsDrawn() throws IOException {
    assertEquals("^?25l^m^2J^3;5H^?25h", show(screen, 2, 4));
    assertEquals("", show(screen, 2, 4));
    assertEquals("^3;6H", show(screen, 2, 5));
    write(0, 0, "a", "");
    assertEquals("^?25l^1Ha^3;6H^?25h", show(screen, 2, 5));
    assertEquals("^?25l", show(screen, -1, 5));
    assertEquals("", show(screen, -1, 0));
    assertEquals("^1H^?25h", show(screen, 0, 0));
  }

  @Test
  void whatWasForgottenIsDrawnAnew() throws IOException {
    write(0, 0, "a", "");
    String first = show();
    assertEquals("", show());
    update.forget();
    assertEquals(first, show());
  }

  @Test
  void anotherSizeIsDrawnAnew() throws IOException {
    show();
    Screen larger = new Screen(COLUMNS + 1, ROWS, AmbiguousWidth.NARROW);
    assertEquals("^?25l^m^2J", show(larger, -1, 0));
    assertEquals("^?25l^m^2J", show());
  }

  @Test
  void whatFailedToBeWrittenIsDrawnAnew() throws IOException {
    boolean[] broken = {false};
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            if (broken[0]) {
              throw new IOException("no such terminal");
            }
            sent.write(b);
          }
        };
    ScreenUpdate failing = new ScreenUpdate(out);
    failing.show(screen, -1, 0);
    write(0, 0, "a", "");
    broken[0] = true;
    assertThrows(IOException.class, () -> failing.show(screen, -1, 0));
    broken[0] = false;
    sent.reset();
    failing.show(screen, -1, 0);
    assertEquals("\u001b[?25l\u001b[m\u001b[2J\u001b[1Ha", sent.toString(StandardCharsets.UTF_8));
  }

  @Test
  void eachScreenIsWrittenAtOnce() throws IOException {
    int[] calls = new int[2];
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new AssertionError();
          }

          @Override
          public void write(byte[] bytes, int start, int length) {
            calls[0]++;
          }

          @Override
          public void flush() {
            calls[1]++;
          }
        };
    ScreenUpdate counted = new ScreenUpdate(out);
    writeTree(0);
    counted.show(screen, -1, 0);
    counted.show(screen, -1, 0);
    assertEquals(1, calls[0]);
    assertEquals(1, calls[1]);
  }

  @Test
  void onlyWhatArrivesInPiecesIsSynchronised() throws IOException {
    writeTree(0);
    String all = show();
    assertTrue(all.startsWith("^?2026h") && all.endsWith("^?2026l"), all);
    write(0, 0, "x".repeat(COLUMNS), "");
    assertFalse(show().contains("2026"));
  }
}
