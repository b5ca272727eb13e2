package dev.arborist.cli;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.RefusedException;
import dev.arborist.domain.task.UnknownTaskException;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TraceLevel;

/** Starts the command line. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(begin(SystemTerminal.detect(), arguments));
  }

  /**
   * Runs one command in a process that is ours: what it prints is the same in every locale, also
   * where picocli asks for the default one, as it does to put options in order.
   */
  static int begin(Terminal terminal, String... arguments) {
    Locale.setDefault(Locale.ROOT);
    return run(terminal, arguments);
  }

  /** Runs one command; every failure becomes one line on standard error and an exit code. */
  static int run(Terminal terminal, String... arguments) {
    try {
      return execute(terminal, arguments);
    } catch (Error e) {
      return failed(terminal, e, List.of(arguments).contains(RootCommand.DEBUG));
    }
  }

  private static int execute(Terminal terminal, String... arguments) {
    if (arguments.length > 0 && arguments[0].equals(Candidates.COMMAND)) {
      return Candidates.print(terminal, List.of(arguments).subList(1, arguments.length));
    }
    CommandLine.tracer().setLevel(TraceLevel.OFF); // it speaks past us, and of classes
    RootCommand root = new RootCommand(terminal);
    CommandLine line = Commands.of(root, new CommandFactory(terminal), arguments);
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
    line.getCommandSpec().usageMessage().commandListHeading(""); // the groups have headings
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false); // a prompt may begin with @
    line.setParameterExceptionHandler(
        (e, args) -> tell(terminal, ExitCode.USAGE, Misuse.message(e, args)));
    line.setExecutionStrategy(
        parsed -> {
          if (!asksForHelp(parsed)) {
            Choices.check(parsed);
            root.handDown(parsed);
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setExecutionExceptionHandler((e, command, result) -> failed(terminal, e, root.debug));
    if (!ArgumentEncoding.isWhole(List.of(arguments))) {
      return tell(
          terminal, ExitCode.USAGE, "an argument is not in this locale's encoding: use UTF-8");
    }
    try (PagedOutput help = root.pager.open()) {
      StandardOutput out = new StandardOutput(help);
      line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
      int code = line.execute(arguments);
      out.requireWritten();
      return code;
    } catch (IOException e) {
      return failed(terminal, e, root.debug);
    }
  }

  private static boolean asksForHelp(ParseResult parsed) {
    return parsed.asCommandLineList().stream()
        .anyMatch(line -> line.isUsageHelpRequested() || line.isVersionHelpRequested());
  }

  /** One line of safe text on standard error: what is wrong may quote a hostile file. */
  private static int tell(Terminal terminal, int code, String message) {
    terminal.err().println("arborist: " + SafeText.of(message));
    return code;
  }

  private static int failed(Terminal terminal, Throwable failure, boolean debug) {
    Throwable cause = unwrap(failure);
    if (BrokenPipe.isIn(cause)) {
      return ExitCode.DONE; // the reader has seen enough, as head does
    }
    int code = exitCode(cause);
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof VirtualMachineError) {
      message = "this is a bug, or the memory is too small: " + cause;
    } else if (code == ExitCode.BUG) {
      message = "this is a bug: " + cause + "; run again with --debug and report what it prints";
    } else if (cause instanceof IOException io) {
      message = Failures.message(io);
    }
    tell(terminal, code, message);
    if (debug) {
      failure.printStackTrace(terminal.err());
    }
    return code;
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof UncheckedIOException && cause != null ? cause : failure;
  }

  private static int exitCode(Throwable failure) {
    if (failure instanceof InvalidInputException
        || failure instanceof InvalidRequirementException
        || failure instanceof InvalidSamplesException) {
      return ExitCode.USAGE;
    }
    if (failure instanceof UnknownTaskException || failure instanceof NotFoundException) {
      return ExitCode.NOT_FOUND;
    }
    if (failure instanceof RefusedException) {
      return ExitCode.REFUSED;
    }
    boolean storage = failure instanceof StorageException || failure instanceof IOException;
    return storage ? ExitCode.STORAGE : ExitCode.BUG;
  }
}
