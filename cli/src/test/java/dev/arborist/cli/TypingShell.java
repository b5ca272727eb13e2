package dev.arborist.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A shell in a real terminal that keys are typed into. */
final class TypingShell implements AutoCloseable {

  private static final int COLUMNS = 100;
  private static final int ROWS = 40;
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int PAUSE_MILLIS = 50;

  private final Path directory;
  private final String shell;
  private final String socket =
      "arborist-" + ProcessHandle.current().pid() + "-" + System.nanoTime();

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
    this.directory = directory;
    this.shell = shell;
    RealTool.accepted(directory, List.of(shell, "--version"));
    RealTool.accepted(directory, List.of("tmux", "-V"));
    Path start =
        Files.writeString(
            directory.resolve("start.sh"),
            "cd '%s'\nunset ARBORIST_DB\nexport HOME='%s' PATH='%s':\"$PATH\" LC_ALL=C.UTF-8\n"
                    .formatted(directory, directory, bin)
                + "exec "
                + switch (shell) {
                  case "bash" -> "bash --norc --noprofile -i";
                  case "zsh" -> "zsh -f -i";
                  default -> "fish --no-config --private -i";
                }
                + "\n");
    tmux(
        "new-session",
        "-d",
        "-x",
        String.valueOf(COLUMNS),
        "-y",
        String.valueOf(ROWS),
        "sh",
        start.toString());
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
    tmux("send-keys", "-l", "--", text);
  }

  /** Presses keys that tmux has these names for; before them {@code -N} and how often. */
  void press(String... keys) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(keys));
    tmux(command.toArray(String[]::new));
  }

  /** Takes back what was typed, and empties the screen. */
  void clear() throws IOException, InterruptedException {
    press(shell.equals("fish") ? "C-c" : "C-u"); // keys, not signals: each waits for its turn
    line("clear");
  }

  /** The screen as soon as it is as wanted, or after half a minute as it is. */
  String await(Predicate<String> wanted) throws IOException, InterruptedException {
    String screen = screen();
    for (int i = 0; i < PATIENCE_MILLIS / PAUSE_MILLIS && !wanted.test(screen); i++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      screen = screen();
    }
    return screen;
  }

  String screen() throws IOException, InterruptedException {
    return tmux("capture-pane", "-p").stripTrailing();
  }

  private String tmux(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", socket, "-f", "/dev/null"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  @Override
  public void close() throws IOException {
    try {
      tmux("kill-server");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
