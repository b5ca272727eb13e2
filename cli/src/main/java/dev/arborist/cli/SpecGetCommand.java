package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.JsonPointers;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.specification.SpecificationDocument;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a document. */
@Command(
    name = "get",
    description = "Print a document, or a part of it.",
    footer = {
      "",
      "Examples:",
      "  arborist spec get garden plan",
      "  arborist spec get garden plan --version 1 --pointer /phases/0"
    })
final class SpecGetCommand extends ReadCommand {

  @Parameters(index = "0", paramLabel = "NAMESPACE", description = "Whose document it is.")
  private String namespace = "";

  @Parameters(index = "1", paramLabel = "KEY", description = "Which of them.")
  private String key = "";

  @Option(
      names = "--version",
      paramLabel = "N",
      description = "Which version; by default the last.")
  private @Nullable Integer version;

  @Option(
      names = "--pointer",
      paramLabel = "POINTER",
      description = "Only what this JSON pointer leads to, such as /phases/3.")
  private @Nullable String pointer;

  SpecGetCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Printout read(Arborist arborist) {
    SpecificationDocument document =
        arborist
            .specifications()
            .get(namespace, key, version)
            .orElseThrow(() -> new NotFoundException("there is no " + wanted()));
    String text = pointer == null ? document.json() : at(document, pointer);
    return Printout.text(terminal, () -> terminal.outIsTerminal() ? safe(text) : text + "\n");
  }

  private String at(SpecificationDocument document, String path) {
    return JsonPointers.at(document.json(), path)
        .orElseThrow(() -> new NotFoundException(wanted() + " has nothing at " + path));
  }

  private String wanted() {
    return "document " + namespace + " " + key + (version == null ? "" : " version " + version);
  }

  private static String safe(String text) {
    return text.lines().map(line -> SafeText.of(line) + "\n").collect(Collectors.joining());
  }
}
