package dev.arborist.adapters.render.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A terminal of tmux that shows what is written to it; needs tmux, which CI has. */
public final class Tmux {

  private static final int DEADLINE_SECONDS = 60;

  private final Path directory;
  private final OutputStream out;
  private int shown;
  private String cursor = "";

  /** Starts a server of its own that reads no settings of the user's. */
  public Tmux(Path directory, int columns, int rows) throws IOException, InterruptedException {
    requireTmux();
    this.directory = directory;
    Path pipe = directory.resolve("pipe");
    run(List.of("mkfifo", pipe.toString()));
    String size = "-x " + columns + " -y " + rows;
    List<String> start = new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d"));
    start.addAll(List.of(size.split(" ", -1)));
    start.add("stty -echo; exec cat " + pipe);
    assertEquals("", tmux(start));
    tmux(List.of("set-option", "-g", "status", "off"));
    tmux(List.of("resize-window", "-x", "" + columns, "-y", "" + rows));
    // Opened for both, or else it would wait for a reader that may never come.
    out = new FileOutputStream(new RandomAccessFile(pipe.toFile(), "rw").getFD());
  }

  /** What is written here is shown. */
  public OutputStream out() {
    return out;
  }

  /** The rows as they are when all that was written is shown; colours as sequences if wanted. */
  public List<String> rows(boolean colours) throws IOException, InterruptedException {
    String title = "shown " + ++shown;
    out.write(("\u001b]2;" + title + "\u001b\\").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    String state = "#{pane_title}\n#{cursor_y} #{cursor_x} #{cursor_flag}";
    List<String> command = new ArrayList<>(List.of("display-message", "-p", state, ";"));
    command.addAll(List.of("capture-pane", "-p", "-N"));
    if (colours) {
      command.add("-e");
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (true) {
      List<String> lines = List.of(tmux(command).split("\n", -1));
      if (lines.get(0).equals(title)) {
        cursor = lines.get(1);
        return lines.subList(2, lines.size() - 1);
      }
      assertTrue(System.nanoTime() < deadline, "tmux still shows " + lines);
    }
  }

  /** The row and the column of the cursor, and whether it is shown, as of the last rows. */
  public String cursor() {
    return cursor;
  }

  private String tmux(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", "socket"));
    command.addAll(arguments);
    return run(command);
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("TMUX");
    Process process = builder.directory(directory.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** Ends the server. */
  public void stop() throws IOException, InterruptedException {
    out.close();
    tmux(List.of("kill-server"));
  }

  private static void requireTmux() throws InterruptedException {
    try {
      new ProcessBuilder("tmux", "-V").start().waitFor();
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        fail("this test needs tmux: install it");
      }
      abort("no tmux here, so no real terminal was drawn on");
    }
  }
}
