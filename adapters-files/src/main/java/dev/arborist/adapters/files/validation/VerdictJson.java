package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.arborist.application.port.out.VerdictFormat;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The whole verdict as JSON, with its raw samples: what a history keeps and what programs read.
 *
 * <p>Times are in nanoseconds, sizes in bytes, rates in operations a second, shares in percent. The
 * form has a version, and docs/guide/report-format.md describes it; fields may be added to a
 * version, but none is removed or changes its meaning.
 */
public final class VerdictJson implements VerdictFormat {

  static final int VERSION = 2;

  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public void write(Verdict verdict, OutputStream out) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(null);
    try (JsonGenerator json =
        JSON.createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setPrettyPrinter(printer)) {
      new VerdictWriter(json).write(verdict);
    }
    out.write("\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public Verdict read(String name, InputStream in) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      return VerdictReader.verdict(name, JsonView.read(name, parser));
    } catch (JsonProcessingException e) {
      String reason = JsonProblem.of(e);
      throw new InvalidRequirementException(
          JsonProblem.place(name, e) + ": this is not a saved run: " + reason);
    }
  }
}
