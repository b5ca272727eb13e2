package dev.arborist.perf.campaign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.regression.Change;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The outcomes of a campaign in a file, a line of JSON each; a trial's lines come together. */
final class OutcomeLines {

  private static final JsonFactory JSON = new JsonFactory();

  private OutcomeLines() {}

  /** Adds the outcomes of a trial, which are on the disk when this returns. */
  static void append(Path file, List<Outcome> outcomes) throws IOException {
    StringWriter lines = new StringWriter();
    for (Outcome outcome : outcomes) {
      try (JsonGenerator json = JSON.createGenerator(lines)) {
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        write(outcome, json);
      }
      lines.append('\n');
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void write(Outcome outcome, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("percent", outcome.trial().percent());
    json.writeNumberField("number", outcome.trial().number());
    json.writeStringField("work", outcome.work());
    json.writeStringField("change", outcome.change().name());
    json.writeNumberField("effect", outcome.effect());
    json.writeNumberField("seconds", outcome.seconds());
    json.writeStringField("reason", outcome.reason());
    Change control = outcome.control();
    json.writeStringField("control", control == null ? "" : control.name());
    json.writeNumberField("load", outcome.load());
    json.writeStringField("commit", outcome.commit());
    write("screening", outcome.screening(), json);
    write("judging", outcome.judging(), json);
    json.writeEndObject();
  }

  private static void write(String name, List<PairScores> pairs, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (PairScores pair : pairs) {
      json.writeStartArray();
      json.writeNumber(pair.before());
      json.writeNumber(pair.after());
      json.writeNumber(pair.logRatio());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /**
   * The outcomes of a file; none when there is no file.
   *
   * @throws IOException when a line is not whole, as one that was being written when the machine
   *     stopped
   */
  static List<Outcome> read(Path file) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : lines(file)) {
        try {
          outcomes.add(parse(line));
        } catch (IOException | IllegalArgumentException e) {
          throw new IOException(
              file + ":" + (outcomes.size() + 1) + " is no outcome; remove its trial's lines", e);
        }
      }
    }
    return outcomes;
  }

  private static List<String> lines(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> lines = text.lines().toList();
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new IOException(
          file + ":" + lines.size() + " is cut off at its end; remove its trial's lines");
    }
    return lines;
  }

  private static Outcome parse(String line) throws IOException {
    Map<String, String> fields = new HashMap<>();
    Map<String, List<PairScores>> pairs = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.START_ARRAY) {
          pairs.put(name, pairs(json));
        } else {
          fields.put(name, json.getText());
        }
      }
      if (json.nextToken() != null) {
        throw new IOException("there is more than one outcome");
      }
    }
    String control = value("control", fields);
    return new Outcome(
        new Trial(
            Integer.parseInt(value("percent", fields)), Integer.parseInt(value("number", fields))),
        value("work", fields),
        Change.valueOf(value("change", fields)),
        Double.parseDouble(value("effect", fields)),
        Long.parseLong(value("seconds", fields)),
        value("reason", fields),
        control.isEmpty() ? null : Change.valueOf(control),
        Double.parseDouble(value("load", fields)),
        value("commit", fields),
        value("screening", pairs),
        value("judging", pairs));
  }

  private static <T> T value(String name, Map<String, T> fields) throws IOException {
    T value = fields.get(name);
    if (value == null) {
      throw new IOException("there is no field " + name);
    }
    return value;
  }

  private static List<PairScores> pairs(JsonParser json) throws IOException {
    List<PairScores> pairs = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      double[] numbers = new double[3];
      for (int i = 0; i < numbers.length; i++) {
        json.nextToken();
        numbers[i] = json.getDoubleValue();
      }
      json.nextToken();
      pairs.add(new PairScores(numbers[0], numbers[1], numbers[2]));
    }
    return pairs;
  }
}
