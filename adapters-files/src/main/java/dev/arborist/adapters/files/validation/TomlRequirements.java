package dev.arborist.adapters.files.validation;

import dev.arborist.application.port.out.RequirementSource;
import dev.arborist.domain.validation.requirement.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Requirements in a TOML file, a table {@code [[requirement]]} each.
 *
 * <p>Above them {@code inconclusive = "warn"} may say what becomes of what cannot be decided.
 */
public final class TomlRequirements implements RequirementSource {

  private static final String TABLE = "requirement";
  private static final Pattern UNFINISHED_ESCAPE =
      Pattern.compile("(?<!\\\\)(?:\\\\{2})*\\\\(?:u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8}))");

  private final Path file;
  private final RequirementFields fields;

  /** The requirements in this file. */
  public TomlRequirements(Path file) {
    this.file = file;
    fields = new RequirementFields(file.toString());
  }

  @Override
  public List<Requirement> load() {
    TomlParseResult toml = parse();
    if (toml.hasErrors()) {
      var error = toml.errors().get(0);
      throw fields.at(line(error.position()), error.getMessage());
    }
    for (String key : toml.keySet()) {
      if (!key.equals(TABLE) && !key.equals(RequirementFields.INCONCLUSIVE)) {
        throw fields.at(
            line(toml.inputPositionOf(List.of(key))),
            "'" + key + "' is not known: write [[" + TABLE + "]] tables");
      }
    }
    if (!toml.isArray(TABLE) || toml.getArrayOrEmpty(TABLE).isEmpty()) {
      throw fields.wholly("there is no requirement: write [[" + TABLE + "]] tables");
    }
    Map<String, Located> top = located(toml);
    return fields.requirements(
        tables(toml.getArrayOrEmpty(TABLE)), top.get(RequirementFields.INCONCLUSIVE));
  }

  private TomlParseResult parse() {
    try {
      return parsed();
    } catch (IOException e) {
      throw fields.wholly(
          "it cannot be read: name a file with requirements (" + e.getMessage() + ")");
    }
  }

  /** Where a JVM checks assertions, tomlj asserts of an escape what it tells of it elsewhere. */
  private TomlParseResult parsed() throws IOException {
    try {
      return Toml.parse(file);
    } catch (AssertionError asserted) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (UNFINISHED_ESCAPE.matcher(lines.get(i)).find()) {
          throw fields.at(i + 1, "Invalid unicode escape sequence");
        }
      }
      throw asserted;
    }
  }

  private List<Located.Table> tables(TomlArray array) {
    List<Located.Table> tables = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      int line = line(array.inputPositionOf(i));
      if (!(array.get(i) instanceof TomlTable table)) {
        throw fields.at(line, "write [[" + TABLE + "]] tables");
      }
      tables.add(new Located.Table(line, located(table)));
    }
    return tables;
  }

  /** The values of a table; those of a table within it one level deeper. */
  private static Map<String, Located> located(TomlTable table) {
    Map<String, Located> values = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : table.entrySet()) {
      int line = line(table.inputPositionOf(List.of(entry.getKey())));
      Object value = entry.getValue();
      if (value instanceof TomlTable inner) {
        Map<String, Located> innerValues = new LinkedHashMap<>();
        inner
            .entrySet()
            .forEach(one -> innerValues.put(one.getKey(), new Located(one.getValue(), line)));
        value = innerValues;
      }
      values.put(entry.getKey(), new Located(value, line));
    }
    return values;
  }

  private static int line(@Nullable TomlPosition position) {
    return position == null ? 1 : position.line();
  }
}
