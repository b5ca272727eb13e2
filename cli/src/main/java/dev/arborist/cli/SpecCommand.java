package dev.arborist.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands for documents. */
@Command(
    name = "spec",
    description = "Keep JSON documents beside the tasks: put, get, list.",
    commandListHeading = "Commands:%n",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SpecPutCommand.class, SpecGetCommand.class, SpecListCommand.class},
    footer = {
      "",
      "A document has a namespace, a key and versions; a version is never replaced.",
      "",
      "Example:",
      "  arborist spec list"
    })
final class SpecCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  SpecCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    return RootCommand.help(Objects.requireNonNull(spec), terminal);
  }
}
