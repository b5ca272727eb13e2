package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Runs commands in a directory and keeps what they printed. */
final class CommandLineFixture {

  final Path directory;
  final Map<String, String> environment = new TreeMap<>();
  boolean onTerminal;
  TerminalWindow.Size window = TerminalWindow.Size.UNKNOWN;
  String in = "";
  String out = "";
  String err = "";

  CommandLineFixture(Path directory) {
    this.directory = directory;
  }

  /** The exit code of a command. */
  int run(String... arguments) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    int code = Main.run(terminal(outBytes, errBytes), arguments);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  /** What a command of this fixture is surrounded by. */
  Terminal terminal(OutputStream outBytes, OutputStream errBytes) {
    return new Terminal(
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
        outBytes,
        new PrintStream(errBytes, true, StandardCharsets.UTF_8),
        environment,
        directory,
        onTerminal,
        onTerminal,
        new TerminalWindow(() -> window));
  }

  /** Runs a command that must succeed, and returns what it printed. */
  String done(String... arguments) {
    assertEquals(ExitCode.DONE, run(arguments), () -> String.join(" ", arguments) + ": " + err);
    return out;
  }

  /** Runs a command that must fail with a code and one line, and returns the line. */
  String fails(int code, String... arguments) {
    assertEquals(code, run(arguments), () -> String.join(" ", arguments) + ": " + err);
    assertEquals(1, err.lines().count(), err);
    assertEquals("", out);
    return err.strip();
  }
}
