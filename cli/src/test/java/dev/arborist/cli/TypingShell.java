package dev.arborist.cli;

import dev.arborist.cli.tui.TmuxPane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A shell in a real terminal that keys are typed into. */
final class TypingShell implements AutoCloseable {

  private static final int COLUMNS = 100;
  private static final int ROWS = 40;
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int PAUSE_MILLIS = 50;

  private final String shell;
  private final TmuxPane pane;

  /**
   * Starts a shell without anybody's settings.
   *
   * @param directory where it is, and what it takes for home
   * @param bin where it finds {@code arborist}
   * @param shell its name
   * @param first what it evaluates before the first prompt
   */
  TypingShell(Path directory, Path bin, String shell, String first)
      throws IOException, InterruptedException {
    RealTool.accepted(directory, List.of(shell, "--version"));
    this.shell = shell;
    String start =
        switch (shell) {
          case "bash" -> "bash --norc --noprofile -i";
          case "zsh" -> "zsh -f -i";
          default -> "fish --no-config --private -i";
        };
    String environment = "export HOME='%s' PATH='%s':\"$PATH\"\n".formatted(directory, bin);
    pane = new TmuxPane(directory, COLUMNS, ROWS, environment + "exec " + start + "\n");
    String prompt =
        shell.equals("fish")
            ? "function fish_prompt; printf '%s ' '>'; end"
            : "PS1='> '; unset HISTFILE"; // or it would be written when the directory goes
    line(prompt + "; " + first + "; clear; echo be''gin");
    await(screen -> screen.contains("begin"));
  }

  /** Types a line and ends it. */
  void line(String text) throws IOException, InterruptedException {
    type(text);
    press("Enter");
  }

  /** Types a text. */
  void type(String text) throws IOException, InterruptedException {
    pane.tmux("send-keys", "-l", "--", text);
  }

  /** Presses keys that tmux has these names for; before them {@code -N} and how often. */
  void press(String... keys) throws IOException, InterruptedException {
    pane.press(keys);
  }

  /** Takes back what was typed, and empties the screen. */
  void clear() throws IOException, InterruptedException {
    press(shell.equals("fish") ? "C-c" : "C-u"); // keys, not signals: each waits for its turn
    line("clear");
  }

  /** The screen as soon as it is as wanted, or after half a minute as it is. */
  String await(Predicate<String> wanted) throws IOException, InterruptedException {
    String screen = pane.screen();
    for (int i = 0; i < PATIENCE_MILLIS / PAUSE_MILLIS && !wanted.test(screen); i++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      screen = pane.screen();
    }
    return screen;
  }

  @Override
  public void close() throws IOException {
    pane.close();
  }
}
