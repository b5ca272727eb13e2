package dev.arborist.cli;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.RefusedException;
import dev.arborist.domain.task.UnknownTaskException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts the command line. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(SystemTerminal.detect(), arguments));
  }

  /** Runs one command; every failure becomes one line on standard error and an exit code. */
  static int run(Terminal terminal, String... arguments) {
    RootCommand root = new RootCommand(terminal);
    CommandLine line = new CommandLine(root, new CommandFactory(terminal));
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, args) -> usage(terminal, e));
    line.setExecutionExceptionHandler((e, command, result) -> failed(terminal, e, root.debug));
    return line.execute(arguments);
  }

  private static int usage(Terminal terminal, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage");
    terminal.err().println("arborist: " + message + "; see '" + command + " --help'");
    return ExitCode.USAGE;
  }

  private static int failed(Terminal terminal, Throwable failure, boolean debug) {
    Throwable cause = unwrap(failure);
    if (isBrokenPipe(cause)) {
      return ExitCode.DONE; // the reader has seen enough, as head does
    }
    int code = exitCode(cause);
    String message = String.valueOf(cause.getMessage());
    if (code == ExitCode.BUG) {
      message = "this is a bug: " + cause + "; run again with --debug and report what it prints";
    } else if (cause instanceof IOException) {
      message = "reading or writing failed: " + message;
    }
    terminal.err().println("arborist: " + message);
    if (debug) {
      failure.printStackTrace(terminal.err());
    }
    return code;
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof UncheckedIOException && cause != null ? cause : failure;
  }

  private static boolean isBrokenPipe(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return failure instanceof IOException && message != null && message.contains("Broken pipe");
  }

  private static int exitCode(Throwable failure) {
    if (failure instanceof InvalidInputException) {
      return ExitCode.USAGE;
    }
    if (failure instanceof UnknownTaskException) {
      return ExitCode.NOT_FOUND;
    }
    if (failure instanceof RefusedException) {
      return ExitCode.REFUSED;
    }
    boolean storage = failure instanceof StorageException || failure instanceof IOException;
    return storage ? ExitCode.STORAGE : ExitCode.BUG;
  }
}
