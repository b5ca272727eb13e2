package dev.arborist.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes what {@code --json} prints. */
@Command(
    name = "schema",
    description = "Describe what --json prints, as JSON Schema.",
    footer = {
      "",
      "Without a FORM: the version of the forms, and which command prints which.",
      "",
      "Examples:",
      "  arborist schema",
      "  arborist schema task",
      "  arborist schema --json | jq .version"
    })
final class SchemaCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private JsonOption json;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FORM",
      completionCandidates = Words.Forms.class,
      description = "The form, such as task or tree.")
  private @Nullable String form;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
    json = new JsonOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    FormSchemas schemas = FormSchemas.load();
    String wanted = form;
    Printout printout =
        wanted == null
            ? json.choose(() -> table(schemas), out -> out.write(utf8(list(schemas))))
            : Printout.text(terminal, () -> schemas.of(JsonForm.parse(wanted)));
    RootCommand.of(Objects.requireNonNull(spec)).pager.show(printout);
    return ExitCode.DONE;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String table(FormSchemas schemas) {
    StringBuilder text = new StringBuilder("version " + JsonForm.VERSION + "\n");
    int width = Arrays.stream(JsonForm.values()).mapToInt(f -> f.label().length()).max().orElse(0);
    for (JsonForm each : JsonForm.values()) {
      String title = schemas.title(each);
      text.append(each.label()).append(" ".repeat(width - each.label().length() + 2));
      text.append(title, 1, title.length() - 1); // without its quotes
      text.append("\n".concat(" ".repeat(width + 2)));
      text.append(String.join(", ", each.commands())).append('\n');
    }
    return text.toString();
  }

  private static String list(FormSchemas schemas) {
    String forms =
        Arrays.stream(JsonForm.values())
            .map(
                each ->
                    "    {\"name\": \"%s\", \"title\": %s, \"commands\": [%s]}"
                        .formatted(each.label(), schemas.title(each), quoted(each)))
            .collect(Collectors.joining(",\n"));
    return "{\n  \"version\": %d,\n  \"forms\": [\n%s\n  ]\n}\n".formatted(JsonForm.VERSION, forms);
  }

  private static String quoted(JsonForm form) {
    return form.commands().stream()
        .map(command -> '"' + command + '"')
        .collect(Collectors.joining(", "));
  }
}
