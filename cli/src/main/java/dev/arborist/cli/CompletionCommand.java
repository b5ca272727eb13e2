package dev.arborist.cli;

import dev.arborist.adapters.files.WholeFile;
import dev.arborist.cli.completion.CompletionScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a script that lets a shell complete what is typed. */
@Command(
    name = "completion",
    description = "Print a script that completes commands, options and tasks.",
    footer = {
      "",
      "For the shell that runs, evaluate what it prints; in zsh behind compinit, with",
      "source <(arborist completion zsh). To keep it, write it where shells look:",
      "  bash  ~/.local/share/bash-completion/completions/arborist",
      "  zsh   _arborist in a directory of $fpath, such as ~/.zfunc",
      "  fish  ~/.config/fish/completions/arborist.fish",
      "Tasks, agent types, branches and workers are those of the queue that the line",
      "names with --db, else ARBORIST_DB, else the next one above.",
      "",
      "Examples:",
      "  eval \"$(arborist completion bash)\"",
      "  arborist completion zsh --output ~/.zfunc/_arborist",
      "  arborist completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SHELL", description = "bash, zsh or fish.")
  private CompletionScript shell = CompletionScript.BASH;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write; standard output by default.")
  private @Nullable String output;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CommandSpec program = Objects.requireNonNull(spec).root();
    String script = shell.of(CompletionModels.of(program));
    if (output == null) {
      terminal.print(script);
    } else {
      WholeFile.write(
          Upwards.path(terminal, output),
          out -> out.write(script.getBytes(StandardCharsets.UTF_8)));
    }
    return ExitCode.DONE;
  }
}
