package dev.arborist.adapters.files.validation;

import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.requirement.Yardstick;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes requirements of tables with lines, whatever format they were written in.
 *
 * <p>Every error names the source, the line and what is allowed there.
 */
final class RequirementFields {

  static final String INCONCLUSIVE = "inconclusive";

  private static final String RELATIVE_TO = "relativeTo";
  private static final String RELATIVE_PARAMS = "relativeParams";
  private static final List<String> KEYS =
      List.of(
          "id",
          "title",
          "benchmark",
          "params",
          "metric",
          "limit",
          RELATIVE_TO,
          RELATIVE_PARAMS,
          INCONCLUSIVE);

  private final String source;

  /**
   * Requirements of one source.
   *
   * @param source what to call it in messages
   */
  RequirementFields(String source) {
    this.source = source;
  }

  /**
   * The requirements in the order of their tables.
   *
   * @param policy what becomes of the inconclusive where a requirement does not say; null for
   *     failing
   */
  List<Requirement> requirements(List<Located.Table> tables, @Nullable Located policy) {
    WhenInconclusive otherwise =
        policy == null
            ? WhenInconclusive.FAIL
            : parse(policy, INCONCLUSIVE, WhenInconclusive::parse);
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<Requirement> requirements = new ArrayList<>();
    for (Located.Table table : tables) {
      Requirement requirement = requirement(table, otherwise);
      Integer earlier = seen.putIfAbsent(requirement.id(), table.line());
      if (earlier != null) {
        throw at(
            table.line(),
            "the id '" + requirement.id() + "' stands in line " + earlier + " already");
      }
      requirements.add(requirement);
    }
    return requirements;
  }

  private Requirement requirement(Located.Table table, WhenInconclusive otherwise) {
    table
        .fields()
        .forEach(
            (key, value) -> {
              if (!KEYS.contains(key)) {
                throw at(
                    value.line(), "'" + key + "' is not known: use " + String.join(", ", KEYS));
              }
            });
    Metric metric = parse(required(table, "metric"), "metric", Metric::parse);
    Quantity limit = parse(required(table, "limit"), "limit", Quantity::parse);
    String id = text(required(table, "id"), "id");
    String title = text(required(table, "title"), "title");
    String benchmark = text(required(table, "benchmark"), "benchmark");
    SortedMap<String, String> params = params(table, "params");
    Yardstick yardstick = yardstick(table);
    Located own = table.fields().get(INCONCLUSIVE);
    WhenInconclusive policy =
        own == null ? otherwise : parse(own, INCONCLUSIVE, WhenInconclusive::parse);
    try {
      return new Requirement(id, title, benchmark, params, metric, limit, yardstick, policy);
    } catch (InvalidRequirementException e) {
      throw at(table.line(), e.getMessage());
    }
  }

  private @Nullable Yardstick yardstick(Located.Table table) {
    SortedMap<String, String> params = params(table, RELATIVE_PARAMS);
    Located other = table.fields().get(RELATIVE_TO);
    if (other == null) {
      Located alone = table.fields().get(RELATIVE_PARAMS);
      if (alone != null) {
        throw at(
            alone.line(),
            "'" + RELATIVE_PARAMS + "' needs '" + RELATIVE_TO + "': name a benchmark there");
      }
      return null;
    }
    return parse(other, RELATIVE_TO, benchmark -> new Yardstick(benchmark, params));
  }

  private SortedMap<String, String> params(Located.Table table, String key) {
    SortedMap<String, String> params = new TreeMap<>();
    Located written = table.fields().get(key);
    if (written == null) {
      return params;
    }
    if (!(written.value() instanceof Map<?, ?> values)) {
      throw at(written.line(), "'" + key + "' is no table: write names and values in { }");
    }
    values.forEach(
        (name, value) -> {
          if (!(value instanceof Located one)
              || !(one.value() instanceof String
                  || one.value() instanceof Number
                  || one.value() instanceof Boolean)) {
            throw at(
                written.line(),
                "the parameter '" + name + "' is no single value: write a number or a text");
          }
          params.put(String.valueOf(name), one.value().toString());
        });
    return params;
  }

  private Located required(Located.Table table, String key) {
    Located value = table.fields().get(key);
    if (value == null) {
      throw at(table.line(), "'" + key + "' is missing: a requirement cannot do without");
    }
    return value;
  }

  private String text(Located value, String key) {
    if (value.value() instanceof String text) {
      return text;
    }
    throw at(value.line(), "'" + key + "' is not a text: write it in quotes");
  }

  private <T> T parse(Located value, String key, Function<String, T> parser) {
    String text = text(value, key);
    try {
      return parser.apply(text);
    } catch (InvalidRequirementException e) {
      throw at(value.line(), e.getMessage());
    }
  }

  InvalidRequirementException at(int line, @Nullable String problem) {
    return new InvalidRequirementException(source + ":" + line + ": " + problem);
  }

  InvalidRequirementException wholly(String problem) {
    return new InvalidRequirementException(source + ": " + problem);
  }
}
