package dev.arborist.cli;

import dev.arborist.adapters.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes manual pages. */
@Command(
    name = "man",
    description = "Print a manual page, or write them all into a directory.",
    footer = {
      "",
      "Where man looks is told by manpath; ~/.local/share/man is often among it.",
      "",
      "Examples:",
      "  arborist man claim | man -l -",
      "  arborist man perf check",
      "  arborist man --output share && man -M share arborist-claim"
    })
final class ManCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      completionCandidates = Words.Commands.class,
      description = "The command, such as perf check; by default arborist itself.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Write every page into the directory man1 below this one instead.")
  private @Nullable String directory;

  ManCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CommandSpec program = Objects.requireNonNull(spec).root();
    if (directory == null) {
      terminal.print(page(named(program)));
      return ExitCode.DONE;
    }
    Path pages = Upwards.directory(terminal, directory).resolve("man1");
    for (CommandSpec command : CompletionModels.all(program)) {
      byte[] page = page(command).getBytes(StandardCharsets.UTF_8);
      WholeFile.write(pages.resolve(ManualPage.name(command) + ".1"), out -> out.write(page));
    }
    terminal.confirm(() -> terminal.print("wrote the manual pages into " + pages + "\n"));
    return ExitCode.DONE;
  }

  private static String page(CommandSpec command) {
    return ManualPage.of(command, ("arborist " + Version.orElse("")).strip());
  }

  private CommandSpec named(CommandSpec program) {
    CommandSpec command = program;
    for (String word : words) {
      CommandLine below = command.subcommands().get(word);
      if (below == null) {
        String wrong = Misuse.unknownCommand(word, command);
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), wrong);
      }
      command = below.getCommandSpec();
    }
    return command;
  }
}
