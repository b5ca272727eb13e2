package dev.arborist.adapters.files;

import dev.arborist.application.port.out.RequirementSource;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Yardstick;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Requirements in a TOML file, a table {@code [[requirement]]} each. */
public final class TomlRequirements implements RequirementSource {

  private static final String TABLE = "requirement";
  private static final String RELATIVE_TO = "relativeTo";
  private static final String RELATIVE_PARAMS = "relativeParams";
  private static final List<String> KEYS =
      List.of(
          "id", "title", "benchmark", "params", "metric", "limit", RELATIVE_TO, RELATIVE_PARAMS);

  private final Path file;

  /** The requirements in this file. */
  public TomlRequirements(Path file) {
    this.file = file;
  }

  @Override
  public List<Requirement> load() {
    TomlParseResult toml = parse();
    if (toml.hasErrors()) {
      var error = toml.errors().get(0);
      throw at(error.position(), error.getMessage());
    }
    for (String key : toml.keySet()) {
      if (!key.equals(TABLE)) {
        throw at(
            toml.inputPositionOf(key),
            "'" + key + "' is not known: write [[" + TABLE + "]] tables");
      }
    }
    if (!toml.isArray(TABLE) || toml.getArrayOrEmpty(TABLE).isEmpty()) {
      throw new InvalidRequirementException(
          file + ": there is no requirement: write [[" + TABLE + "]] tables");
    }
    return requirements(toml.getArrayOrEmpty(TABLE));
  }

  private TomlParseResult parse() {
    try {
      return Toml.parse(file);
    } catch (IOException e) {
      throw new InvalidRequirementException(
          file + ": it cannot be read: name a file with requirements (" + e.getMessage() + ")");
    }
  }

  private List<Requirement> requirements(TomlArray tables) {
    Map<String, TomlPosition> seen = new LinkedHashMap<>();
    List<Requirement> requirements = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      TomlPosition position = tables.inputPositionOf(i);
      if (!(tables.get(i) instanceof TomlTable table)) {
        throw at(position, "write [[" + TABLE + "]] tables");
      }
      Requirement requirement = requirement(table, position);
      TomlPosition earlier = seen.putIfAbsent(requirement.id(), position);
      if (earlier != null) {
        throw at(
            position,
            "the id '" + requirement.id() + "' stands in line " + earlier.line() + " already");
      }
      requirements.add(requirement);
    }
    return requirements;
  }

  private Requirement requirement(TomlTable table, TomlPosition position) {
    for (String key : table.keySet()) {
      if (!KEYS.contains(key)) {
        throw at(
            table.inputPositionOf(key),
            "'" + key + "' is not known: use " + String.join(", ", KEYS));
      }
    }
    String metricText = string(table, "metric", position);
    String limitText = string(table, "limit", position);
    Metric metric = at(table.inputPositionOf("metric"), () -> Metric.parse(metricText));
    Quantity limit = at(table.inputPositionOf("limit"), () -> Quantity.parse(limitText));
    String id = string(table, "id", position);
    String title = string(table, "title", position);
    String benchmark = string(table, "benchmark", position);
    SortedMap<String, String> params = params(table, "params");
    Yardstick yardstick = yardstick(table, position);
    return at(
        position, () -> new Requirement(id, title, benchmark, params, metric, limit, yardstick));
  }

  private @Nullable Yardstick yardstick(TomlTable table, TomlPosition position) {
    SortedMap<String, String> params = params(table, RELATIVE_PARAMS);
    if (!table.contains(RELATIVE_TO)) {
      if (table.contains(RELATIVE_PARAMS)) {
        throw at(
            table.inputPositionOf(RELATIVE_PARAMS),
            "'" + RELATIVE_PARAMS + "' needs '" + RELATIVE_TO + "': name a benchmark there");
      }
      return null;
    }
    String benchmark = string(table, RELATIVE_TO, position);
    return at(table.inputPositionOf(RELATIVE_TO), () -> new Yardstick(benchmark, params));
  }

  private SortedMap<String, String> params(TomlTable table, String key) {
    SortedMap<String, String> params = new TreeMap<>();
    if (table.contains(key)) {
      if (!table.isTable(key)) {
        throw at(table.inputPositionOf(key), "'" + key + "' is no table: write { tasks = 100 }");
      }
      for (Map.Entry<String, Object> param : table.getTableOrEmpty(key).entrySet()) {
        if (param.getValue() instanceof TomlArray || param.getValue() instanceof TomlTable) {
          throw at(
              table.inputPositionOf(key),
              "the parameter '" + param.getKey() + "' is no single value: write { tasks = 100 }");
        }
        params.put(param.getKey(), param.getValue().toString());
      }
    }
    return params;
  }

  private String string(TomlTable table, String key, TomlPosition position) {
    Object value = table.get(key);
    if (value == null) {
      throw at(position, "'" + key + "' is missing: a requirement cannot do without");
    }
    if (value instanceof String text) {
      return text;
    }
    throw at(table.inputPositionOf(key), "'" + key + "' is not a text: write it in quotes");
  }

  /** A step that may refuse its input without knowing where it stands. */
  private interface Step<T> {
    T run();
  }

  private <T> T at(@Nullable TomlPosition position, Step<T> step) {
    try {
      return step.run();
    } catch (InvalidRequirementException e) {
      throw at(position, e.getMessage());
    }
  }

  private InvalidRequirementException at(
      @Nullable TomlPosition position, @Nullable String problem) {
    String line = position == null ? "" : ":" + position.line();
    return new InvalidRequirementException(file + line + ": " + problem);
  }
}
