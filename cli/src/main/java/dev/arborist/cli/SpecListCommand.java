package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.QueueJson;
import dev.arborist.adapters.render.task.SpecificationList;
import dev.arborist.domain.specification.SpecificationDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists documents. */
@Command(
    name = "list",
    description = "List the last versions of the documents.",
    footer = {"", "Examples:", "  arborist spec list", "  arborist spec list garden --json"})
final class SpecListCommand extends ReadCommand {

  @Mixin private JsonOption json;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAMESPACE",
      description = "Only of this namespace.")
  private @Nullable String namespace;

  SpecListCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Printout read(Arborist arborist) {
    List<SpecificationDocument> found = arborist.specifications().list(namespace);
    if (found.isEmpty()) {
      hint(namespace == null ? "there are no documents" : "this namespace has no documents");
    }
    return json.choose(
        () -> SpecificationList.render(found), out -> QueueJson.writeSpecifications(found, out));
  }
}
