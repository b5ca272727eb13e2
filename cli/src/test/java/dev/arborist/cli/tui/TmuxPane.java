package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A real terminal with a script in it, driven as by hand: tmux with a server of its own. */
public final class TmuxPane implements AutoCloseable {

  /** Nothing is taken, and the cursor is shown. */
  public static final String GIVEN_BACK = "alternate 0, mouse 0, SGR 0, cursor 1";

  /** The alternate screen, the mouse, no cursor. */
  public static final String TAKEN = "alternate 1, mouse 1, SGR 1, cursor 0";

  private static final int TIMEOUT_SECONDS = 60;
  private static final int POLL_MILLIS = 40;
  private static final AtomicInteger SERVERS = new AtomicInteger();

  private final String server;
  private final Path directory;

  /**
   * Starts a script of bash.
   *
   * @param directory where it runs
   */
  public TmuxPane(Path directory, int columns, int rows, String script)
      throws IOException, InterruptedException {
    require();
    this.directory = directory;
    server = "arborist-" + ProcessHandle.current().pid() + "-" + SERVERS.incrementAndGet();
    Path file = Files.writeString(directory.resolve(server + ".sh"), script);
    String quoted = "'" + file + "'";
    tmux(
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-x",
        String.valueOf(columns),
        "-y",
        String.valueOf(rows),
        "cd '"
            + directory
            + "'; unset COLORTERM NO_COLOR ARBORIST_DB; LC_ALL=C.UTF-8; export LC_ALL;"
            + " exec bash "
            + quoted);
  }

  /** A line of shell that runs a class with the class path of this test. */
  public static String java(Class<?> main, String... arguments) {
    return "'"
        + Path.of(System.getProperty("java.home"), "bin", "java")
        + "' -XX:-UsePerfData -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
        + " --enable-native-access=ALL-UNNAMED -cp '"
        + System.getProperty("java.class.path")
        + "' "
        + main.getName()
        + " "
        + String.join(" ", arguments);
  }

  /** Presses keys by tmux's names of them, such as {@code C-c}. */
  public void press(String... keys) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(keys));
    tmux(command.toArray(String[]::new));
  }

  /** Types a line. */
  public void line(String text) throws IOException, InterruptedException {
    tmux("send-keys", "-l", text);
    press("Enter");
  }

  /** Sends bytes as a terminal would. */
  public void send(String text) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("send-keys", "-H"));
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      command.add(Integer.toHexString(Byte.toUnsignedInt(b)));
    }
    tmux(command.toArray(String[]::new));
  }

  /** Sends a signal to the Java process in the pane. */
  public void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(program().pid())).start();
    assertEquals(0, kill.waitFor());
  }

  /** The Java process in the pane. */
  public ProcessHandle program() throws IOException, InterruptedException {
    long shell = Long.parseLong(tmux("display", "-p", "#{pane_pid}").strip());
    return ProcessHandle.of(shell)
        .orElseThrow()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow();
  }

  public void resize(int columns, int rows) throws IOException, InterruptedException {
    tmux("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows));
  }

  /** What the terminal shows, without trailing blanks. */
  public String screen() throws IOException, InterruptedException {
    return tmux("capture-pane", "-p");
  }

  /** Which modes the terminal is in. */
  public String modes() throws IOException, InterruptedException {
    return tmux(
            "display",
            "-p",
            "alternate #{alternate_on}, mouse #{mouse_any_flag}, SGR #{mouse_sgr_flag}, cursor"
                + " #{cursor_flag}")
        .strip();
  }

  public void awaitModes(String modes) throws IOException, InterruptedException {
    await(modes, this::modes);
  }

  /** Waits until the screen shows a text. */
  public void awaitScreen(String text) throws IOException, InterruptedException {
    await(text, this::screen);
  }

  /** Whether the script has written a file. */
  public boolean hasFile(String name) {
    return Files.exists(directory.resolve(name));
  }

  /** Waits until the script has written a file, and returns it. */
  public String awaitFile(String name) throws IOException, InterruptedException {
    await("there", () -> hasFile(name) ? "there" : name + " is missing; " + screen());
    return Files.readString(directory.resolve(name));
  }

  private interface Look {
    String look() throws IOException, InterruptedException;
  }

  private static void await(String wanted, Look look) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    String seen = look.look();
    while (!seen.contains(wanted)) {
      if (System.nanoTime() > end) {
        fail("'" + wanted + "' did not come within a minute:\n" + seen);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      seen = look.look();
    }
  }

  /** Runs a command of tmux and returns what it prints. */
  public String tmux(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** Ends the terminal, and with it what runs in it. */
  @Override
  public void close() throws IOException {
    try {
      tmux("kill-server");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server has been told, and ends by itself
    }
  }

  /** Leaves a test out where there is no tmux, which the continuous integration does not. */
  private static void require() throws InterruptedException {
    try {
      new ProcessBuilder("tmux", "-V").start().waitFor();
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        fail("this test needs tmux: install it");
      }
      abort("no tmux here, so no real terminal was tried");
    }
  }
}
