package dev.arborist.cli;

import dev.arborist.cli.TerminalWindow.Size;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs commands by the command line's own entry, which other packages do not see. */
public final class CommandsInProcess {

  private CommandsInProcess() {}

  /**
   * What a command prints to a pipe, then what it complains of, then its exit code.
   *
   * <p>As a process of its own does, it changes what is global.
   */
  public static String run(Path directory, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            directory,
            false,
            false,
            new TerminalWindow(() -> Size.UNKNOWN));
    int code = Main.begin(terminal, arguments);
    return out.toString(StandardCharsets.UTF_8)
        + err.toString(StandardCharsets.UTF_8)
        + "exit code "
        + code
        + "\n";
  }
}
