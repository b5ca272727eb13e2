package dev.arborist.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A pager at work. */
final class PagerProcess {

  /** What needs no shell to be understood. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+:,@%\\- ]+");

  private final Process process;
  private final Optional<String> settings;

  private PagerProcess(Process process, Optional<String> settings) {
    this.process = process;
    this.settings = settings;
  }

  /**
   * Starts it on the terminal that this process has.
   *
   * <p>An interrupt from the keyboard reaches this process too. It then ends only after the pager,
   * which would otherwise fight with the shell for the terminal.
   */
  static PagerProcess start(String command, Path directory) throws IOException {
    List<String> words =
        PLAIN.matcher(command).matches()
            ? List.of(command.split(" +", -1))
            : List.of("sh", "-c", command);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    environment.putIfAbsent("LESS", "FRX"); // end with what fits, keep colours and the screen
    environment.putIfAbsent("LESSCHARSET", "utf-8");
    environment.putIfAbsent("LV", "-c");
    Optional<String> settings = Stty.ask("-g");
    PagerProcess pager = new PagerProcess(builder.start(), settings);
    Runtime.getRuntime().addShutdownHook(new Thread(pager::await));
    return pager;
  }

  /** What it shows; when it has gone, writing fails as into a pipe that nobody reads. */
  OutputStream input() {
    return new FilterOutputStream(process.getOutputStream()) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        try {
          out.write(bytes, from, length);
        } catch (IOException e) {
          throw BrokenPipe.of(e); // Java has other words for it once the process has ended
        }
      }

      @Override
      public void flush() throws IOException {
        try {
          out.flush();
        } catch (IOException e) {
          throw BrokenPipe.of(e);
        }
      }
    };
  }

  /** Says that there is no more, and waits until the person has seen enough. */
  void finish() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // the person had seen enough before everything was written
    }
    await();
  }

  /** Waits for its end, and mends the terminal when that was not a good one, as after a kill. */
  private void await() {
    try {
      if (process.waitFor() != 0) {
        settings.ifPresent(Stty::restore);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
