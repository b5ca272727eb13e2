package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.FormSamples.Sample;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The real output of every command with {@code --json} is what the schemas say, and no more. */
class JsonFormsTest {

  /** What holds names or values of others, which no schema knows. */
  private static final Set<String> FREE =
      Set.of("payload", "result", "json", "params", "relativeParams", "nfr_validation_results");

  /** What no store lets happen. */
  private static final Set<String> NEVER_SEEN = Set.of("cycle", "orphan");

  @TempDir static Path directory;
  private static final FormValidator VALIDATOR = new FormValidator();
  private static List<Sample> samples = List.of();

  @BeforeAll
  static void liveAQueuesLife() throws Exception {
    samples = FormSamples.collect(directory);
  }

  private static Stream<Sample> of(JsonForm form) {
    return samples.stream().filter(sample -> sample.form() == form);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPrintedIsWhatTheSchemaSays(JsonForm form) {
    of(form)
        .forEach(
            sample ->
                assertEquals(
                    List.of(),
                    VALIDATOR.errors(form, sample.value()),
                    () -> sample.command() + " printed " + sample.value()));
  }

  @Test
  void everyCommandOfEveryFormWasTried() {
    Set<String> tried = samples.stream().map(Sample::command).collect(Collectors.toSet());
    for (JsonForm form : JsonForm.values()) {
      assertFalse(form.commands().isEmpty());
      for (String command : form.commands()) {
        assertTrue(tried.contains(command), command);
      }
    }
  }

  @Test
  void everyCommandWithJsonHasAForm() {
    Set<String> described = new TreeSet<>();
    for (JsonForm form : JsonForm.values()) {
      form.commands().forEach(command -> described.add(command.split(" --", -1)[0]));
    }
    Terminal terminal = new CommandLineFixture(directory).terminal(System.out, System.err);
    List<CommandLine> commands =
        new ArrayList<>(
            List.of(Commands.all(new RootCommand(terminal), new CommandFactory(terminal))));
    int withJson = 0;
    for (int i = 0; i < commands.size(); i++) {
      CommandLine command = commands.get(i);
      commands.addAll(command.getSubcommands().values());
      String name = command.getCommandSpec().qualifiedName().replaceFirst("^arborist ?", "");
      if (command.getCommandSpec().findOption("--json") != null) {
        withJson++;
        assertTrue(described.contains(name), name + " has --json and no form");
      }
    }
    assertTrue(withJson >= 25, withJson + " commands");
  }

  @ParameterizedTest
  @EnumSource
  void aFieldMoreOrOneLessOrOfAnotherKindIsAnError(JsonForm form) {
    Set<String> places = new TreeSet<>();
    of(form).forEach(sample -> new Mutations(form, sample.value(), places).run(sample.value(), ""));
    boolean numbersOnly = form == JsonForm.PLAN;
    assertEquals(numbersOnly, places.isEmpty(), form + " has no fields");
  }

  /** Changes one field after another; each change must be an error, and is taken back. */
  private record Mutations(JsonForm form, Object whole, Set<String> places) {

    void run(Object value, String place) {
      if (value instanceof JSONArray array) {
        array.forEach(element -> run(element, place + "/*"));
      } else if (value instanceof JSONObject object) {
        boolean isNew = places.add(place + object.keySet());
        if (isNew) {
          change(object, place);
        }
        for (String name : object.keySet()) {
          if (!FREE.contains(name)) {
            run(object.get(name), place + "/" + name);
          }
        }
      }
    }

    private void change(JSONObject object, String place) {
      object.put("undocumented", 1);
      refused(place + "/undocumented more");
      object.remove("undocumented");
      for (String name : new TreeSet<>(object.keySet())) {
        Object kept = object.remove(name);
        if (form != JsonForm.BATCH || name.equals("prompt")) {
          refused(place + "/" + name + " missing");
        }
        if (!Set.of("payload", "result", "json").contains(name)) {
          object.put(name, new JSONObject().put("another", new JSONArray()));
          refused(place + "/" + name + " of another kind");
        }
        object.put(name, kept);
      }
    }

    private void refused(String what) {
      assertFalse(VALIDATOR.errors(form, whole).isEmpty(), what + " is accepted: " + whole);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldThatIsDescribedWasSeen(JsonForm form) {
    Set<String> described = new TreeSet<>();
    names(new JSONObject(FormSchemas.load().of(form)), true, described);
    Set<String> seen = new TreeSet<>();
    of(form).forEach(sample -> names(sample.value(), false, seen));
    described.removeAll(seen);
    described.removeAll(NEVER_SEEN);
    assertEquals(Set.of(), described);
  }

  /** The names of all fields, or only of those that a schema describes. */
  private static void names(Object value, boolean inSchema, Set<String> names) {
    if (value instanceof JSONArray array) {
      array.forEach(element -> names(element, inSchema, names));
    } else if (value instanceof JSONObject object) {
      for (String name : object.keySet()) {
        boolean describes = inSchema && name.equals("properties");
        names.addAll(describes ? object.getJSONObject(name).keySet() : Set.of());
        names.addAll(inSchema ? Set.of() : Set.of(name));
        names(object.get(name), inSchema, names);
      }
    }
  }

  @Test
  void theGuideNamesEveryFormAndWhatPrintsIt() throws IOException {
    List<String> guide = Files.readAllLines(Path.of("../docs/guide/json.md"));
    FormSchemas schemas = FormSchemas.load();
    for (JsonForm form : JsonForm.values()) {
      String title = schemas.title(form).replace("\"", "");
      String commands = String.join("`, `", form.commands());
      String row = "| `" + form.label() + "` | " + title + " | `" + commands + "` |";
      assertTrue(guide.contains(row), row);
    }
  }

  @Test
  void theWordsAreThoseOfTheQueue() {
    assertEquals(words(TaskStatus.values(), TaskStatus::label), words("TASK", "status"));
    assertEquals(words(TaskSource.values(), TaskSource::label), words("TASK", "source"));
    assertEquals(words(EventReason.values(), EventReason::label), words("EVENT", "reason"));
  }

  private static <T> List<String> words(T[] values, Function<T, String> label) {
    return Stream.of(values).map(label).toList();
  }

  private static List<String> words(String form, String definition) {
    JSONObject schema = new JSONObject(FormSchemas.load().of(JsonForm.valueOf(form)));
    JSONObject defined = schema.getJSONObject("$defs").getJSONObject(definition);
    return defined.getJSONArray("enum").toList().stream().map(String::valueOf).toList();
  }
}
