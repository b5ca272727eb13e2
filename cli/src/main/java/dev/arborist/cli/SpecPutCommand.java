package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.QueueJson;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.specification.SpecificationDocument;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stores a document. */
@Command(
    name = "put",
    description = "Store the next version of a document.",
    footer = {
      "",
      "Examples:",
      "  arborist spec put task:17:technical_specs implementation_plan plan.json",
      "  echo '{\"phases\": []}' | arborist spec put garden opening -"
    })
final class SpecPutCommand extends ChangeCommand {

  @Mixin private JsonOption json;

  @Parameters(index = "0", paramLabel = "NAMESPACE", description = "Whose document it is.")
  private String namespace = "";

  @Parameters(index = "1", paramLabel = "KEY", description = "Which of them.")
  private String key = "";

  @Parameters(
      index = "2",
      paramLabel = "FILE",
      description = "The file that holds it; - reads standard input.")
  private String file = "";

  SpecPutCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) throws IOException {
    String content = new Inputs(terminal, queue).content("document", file);
    SpecificationDocument stored = arborist.specifications().put(namespace, key, content);
    String text = "stored " + SafeText.of(namespace + " " + key) + " version " + stored.version();
    return json.choose(
        () -> text + "\n", out -> QueueJson.writeSpecifications(List.of(stored), out));
  }
}
