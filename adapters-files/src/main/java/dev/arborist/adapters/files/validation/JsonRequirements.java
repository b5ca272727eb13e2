package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.arborist.application.port.out.RequirementSource;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requirements in a JSON document: the objects of its array {@code requirements}.
 *
 * <p>Everything else in the document is left to its other readers, but for {@code inconclusive}.
 */
public final class JsonRequirements implements RequirementSource {

  private static final String ARRAY = "requirements";
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final String name;
  private final String json;
  private final RequirementFields fields;

  /**
   * The requirements of a document.
   *
   * @param name what to call the document in messages, such as its file's name
   * @param json the document
   */
  public JsonRequirements(String name, String json) {
    this.name = name;
    this.json = json;
    fields = new RequirementFields(name);
  }

  @Override
  public List<Requirement> load() {
    try (JsonParser parser = JSON.createParser(json)) {
      return read(parser);
    } catch (JsonProcessingException e) {
      String reason = JsonProblem.of(e);
      throw new InvalidRequirementException(
          JsonProblem.place(name, e) + ": this is not JSON: " + reason);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Requirement> read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw fields.wholly("there are no requirements: write {\"" + ARRAY + "\": [{...}]}");
    }
    List<Located.Table> tables = new ArrayList<>();
    @Nullable Located policy = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(ARRAY) && value == JsonToken.START_ARRAY) {
        tables.addAll(tables(parser));
      } else if (name.equals(RequirementFields.INCONCLUSIVE)) {
        policy = scalar(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw fields.at(
          line(parser), "something follows the end of the document: keep one in each file");
    }
    if (tables.isEmpty()) {
      throw fields.wholly("there is no requirement: write an array \"" + ARRAY + "\" of objects");
    }
    return fields.requirements(tables, policy);
  }

  private List<Located.Table> tables(JsonParser parser) throws IOException {
    List<Located.Table> tables = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int line = line(parser);
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw fields.at(line, "write an object {...} for each requirement");
      }
      tables.add(new Located.Table(line, object(parser)));
    }
    return tables;
  }

  /**
   * The fields of the object that the parser has entered; objects in it are read one level deep.
   */
  private static Map<String, Located> object(JsonParser parser) throws IOException {
    Map<String, Located> values = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      int line = line(parser);
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        Map<String, Located> inner = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String key = parser.currentName();
          parser.nextToken();
          inner.put(key, scalar(parser));
        }
        values.put(name, new Located(inner, line));
      } else {
        values.put(name, scalar(parser));
      }
    }
    return values;
  }

  /** A single value; an array or an object becomes one that no field accepts. */
  private static Located scalar(JsonParser parser) throws IOException {
    int line = line(parser);
    JsonToken token = parser.currentToken();
    Object value =
        switch (token) {
          case VALUE_STRING -> parser.getText();
          case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
          case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
          case VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getText());
          default -> List.of();
        };
    parser.skipChildren();
    return new Located(value, line);
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
