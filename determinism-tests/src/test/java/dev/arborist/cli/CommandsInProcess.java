package dev.arborist.cli;

import dev.arborist.cli.TerminalWindow.Size;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Runs commands by the command line's own entry, which other packages do not see. */
public final class CommandsInProcess {

  private CommandsInProcess() {}

  /**
   * What came of a command.
   *
   * @param exitCode how it ended
   * @param out what it printed to a pipe
   * @param err what it complained of
   */
  public record Outcome(int exitCode, String out, String err) {}

  /**
   * Runs a command.
   *
   * <p>As a process of its own does, it changes what is global.
   *
   * @param in what stands on its standard input
   */
  public static Outcome outcome(
      Path directory, Map<String, String> environment, byte[] in, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.begin(
            terminal(directory, environment, in, out, err), arguments.toArray(String[]::new));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What a command prints to a pipe, then what it complains of, then its exit code. */
  public static String run(Path directory, String... arguments) {
    Outcome outcome = outcome(directory, Map.of(), new byte[0], List.of(arguments));
    return outcome.out() + outcome.err() + "exit code " + outcome.exitCode() + "\n";
  }

  /** All commands with their options, as the command line knows them. */
  public static CommandLine model() {
    Terminal terminal =
        terminal(
            Path.of("."),
            Map.of(),
            new byte[0],
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream());
    return Commands.all(new RootCommand(terminal), new CommandFactory(terminal));
  }

  private static Terminal terminal(
      Path directory,
      Map<String, String> environment,
      byte[] in,
      ByteArrayOutputStream out,
      ByteArrayOutputStream err) {
    return new Terminal(
        new ByteArrayInputStream(in),
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        environment,
        directory,
        false,
        false,
        new TerminalWindow(() -> Size.UNKNOWN));
  }
}
