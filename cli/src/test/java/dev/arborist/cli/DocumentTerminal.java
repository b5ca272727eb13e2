package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.cli.tui.TmuxPane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The second terminal of a document, in which the terminal UI runs. */
final class DocumentTerminal implements AutoCloseable {

  private static final int COLUMNS = 80;
  private static final int ROWS = 18;
  private static final int TIMEOUT_SECONDS = 60;
  private static final Pattern RATES = Pattern.compile("  ✓ [0-9.]+/min  ✗ [0-9.]+/min");
  private static final Pattern AGE = Pattern.compile("(oldest lease #[0-9]+) .*");

  private final Path directory;
  private final Path home;
  private @Nullable TmuxPane pane;

  DocumentTerminal(Path directory, Path home) {
    this.directory = directory;
    this.home = home;
  }

  /** Runs a line in a new window; the programs are those that a {@link Shell} has. */
  void start(String line) throws IOException, InterruptedException {
    close();
    pane =
        new TmuxPane(
            directory,
            COLUMNS,
            ROWS,
            "export PATH='" + home.resolve("bin") + "':\"$PATH\"\n" + line + "\nsleep 600\n");
  }

  /** Presses keys as the document calls them; what is no key's name is typed. */
  void press(List<String> keys) throws IOException, InterruptedException {
    for (String key : keys) {
      switch (key) {
        case "Enter", "Escape", "Tab", "Space", "Up", "Down", "Left", "Right" -> pane().press(key);
        default -> pane().tmux("send-keys", "-l", key);
      }
    }
  }

  /** Waits for a screen; one that does not come in a minute is a failure that shows both. */
  void awaitScreen(String place, String screen) throws IOException, InterruptedException {
    String wanted = comparable(screen);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    String shown = comparable(pane().screen());
    while (!shown.equals(wanted) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
      shown = comparable(pane().screen());
    }
    assertEquals(wanted, shown, place);
  }

  private TmuxPane pane() {
    if (pane == null) {
      throw new IllegalStateException("the document shows a screen before it starts the UI");
    }
    return pane;
  }

  /** Without rates and ages, which are the clock's. */
  private static String comparable(String screen) {
    return RATES
        .matcher(AGE.matcher(Document.timeless(screen)).replaceAll("$1"))
        .replaceAll("")
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  @Override
  public void close() throws IOException {
    if (pane != null) {
      pane.close();
      pane = null;
    }
  }
}
