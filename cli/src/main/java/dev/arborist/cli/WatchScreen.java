package dev.arborist.cli;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.TerminalWindow.Size;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Draws answers in the terminal's window, each over the last.
 *
 * <p>There is no other screen to leave and no setting to restore, so the process may end at any
 * time: what was shown last stays. Each answer is written at once, and a line that is too long is
 * cut by the terminal, which for that does not wrap lines as long as the answer is written.
 */
final class WatchScreen implements Watching.Display {

  private static final String CSI = "\u001b[";
  private static final String NO_WRAPPING = CSI + "?7l";
  private static final String WRAPPING = CSI + "?7h";
  private static final String HOME = CSI + "H";
  private static final String ERASE_REST_OF_LINE = CSI + "K";
  private static final String ERASE_BELOW = CSI + "J";

  private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");

  private final Terminal terminal;
  private boolean begun;
  private @Nullable List<String> shown;

  WatchScreen(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void show(Printout answer) throws IOException {
    Size now = terminal.window().size();
    FirstLines lines = new FirstLines(Math.max(1, now.rows() - 1));
    answer.writeTo(lines);
    List<String> frame = lines.cut();
    if (!frame.equals(shown)) {
      terminal.print(drawing(frame, now));
      shown = frame;
      begun = true;
    }
  }

  /** What is on the screen is not known any more: the next answer is drawn in any case. */
  void forget() {
    shown = null;
  }

  /** The last row stays empty for what the shell says next. */
  private String drawing(List<String> frame, Size now) {
    StringBuilder text = new StringBuilder();
    if (!begun) {
      text.append("\n".repeat(now.rows())); // what stood there is scrolled away, not lost
    }
    text.append(NO_WRAPPING).append(HOME);
    frame.forEach(line -> text.append(drawn(line, now)).append("\r\n"));
    return text.append(ERASE_BELOW).append(WRAPPING).toString();
  }

  /**
   * The line with what erases the rest of its row: before it, for behind a line that fills the row
   * that would take its last column. Of one that is too long, the last column has its end.
   */
  private static String drawn(String line, Size window) {
    SafeText text = SafeText.of(STYLE.matcher(line).replaceAll(""));
    boolean isTooLong = text.width() > window.columns();
    return isTooLong ? line + ERASE_REST_OF_LINE : ERASE_REST_OF_LINE + line;
  }
}
