package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a laboratory found as JSON, by itself and as a part of a verdict. */
public final class LaboratoryJson {

  private static final int VERSION = 1;
  private static final String VERSION_FIELD = "version";
  private static final JsonFactory JSON = new JsonFactory();

  private LaboratoryJson() {}

  /** Writes a document; the stream is flushed and left open. */
  public static void write(Laboratory laboratory, OutputStream out) throws IOException {
    try (JsonGenerator json =
        JSON.createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField(VERSION_FIELD, VERSION);
      new LaboratoryWriter(json).write(laboratory);
      json.writeEndObject();
    }
    out.write("\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @param name what to call the document in messages
   * @throws IOException when it cannot be read
   * @throws InvalidRequirementException when it is something else
   */
  public static Laboratory read(String name, InputStream in) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      JsonView json = JsonView.read(name, parser);
      if (json.whole(VERSION_FIELD) != VERSION) {
        throw json.refused(
            VERSION_FIELD, " is not " + VERSION + ", which is all that is known here");
      }
      return read(json);
    } catch (JsonProcessingException e) {
      throw new InvalidRequirementException(
          JsonProblem.place(name, e) + ": this is no JSON: " + JsonProblem.of(e));
    }
  }

  /** Reads one that stands in another document. */
  static Laboratory read(JsonView json) {
    JsonView tests = json.object("tests");
    JsonView repetitions = json.object("repetitions");
    return new Laboratory(
        json.text("absence"),
        json.text("commit"),
        json.text("changes"),
        json.text("jvm"),
        json.flag("whole"),
        new Laboratory.Tests(tests.whole("passed"), tests.texts("failed"), tests.texts("leftOut")),
        new Laboratory.Repetitions(
            repetitions.whole("tests"),
            repetitions.whole("runs"),
            repetitions.whole("passed"),
            repetitions.texts("flaky")),
        json.objects("experiments", LaboratoryJson::experiment),
        json.texts("notDone"),
        json.objects(
            "canaries", canary -> new Laboratory.Canary(canary.text("name"), canary.flag("found"))),
        json.texts("survivors"));
  }

  private static Laboratory.Experiment experiment(JsonView json) {
    return new Laboratory.Experiment(
        json.text("name"),
        json.objects(
            "counts",
            count ->
                new Laboratory.Experiment.Count(count.text("what"), (long) count.finite("count"))));
  }
}
