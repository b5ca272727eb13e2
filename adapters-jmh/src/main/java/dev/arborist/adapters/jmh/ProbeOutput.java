package dev.arborist.adapters.jmh;

import dev.arborist.adapters.jmh.leak.GrownClass;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one launch of a probe printed.
 *
 * @param values the values of each measure, in the order printed
 * @param grown the classes whose instances became more, the most grown first
 */
record ProbeOutput(Map<Measure, List<Double>> values, List<GrownClass> grown) {

  /** What a line's value is of. */
  record Measure(Metric metric, Dimension dimension) {}

  /** Something printed that is no measurement. */
  static final class Unreadable extends RuntimeException {

    private Unreadable(String reason) {
      super(reason);
    }
  }

  /**
   * Reads what was printed.
   *
   * @throws Unreadable when a line is not understood or there is no value
   */
  static ProbeOutput parse(List<String> lines) {
    Map<Measure, List<Double>> values = new LinkedHashMap<>();
    List<GrownClass> grown = new ArrayList<>();
    for (String line : lines) {
      Optional<GrownClass> growth = GrownClass.parse(line);
      if (growth.isPresent()) {
        grown.add(growth.get());
      } else {
        add(values, line);
      }
    }
    if (values.isEmpty()) {
      throw new Unreadable("it printed no value");
    }
    return new ProbeOutput(values, grown);
  }

  private static void add(Map<Measure, List<Double>> values, String line) {
    String[] words = line.split(" ", -1);
    try {
      double value = Double.parseDouble(words[1]);
      Metric metric = Metric.parse(words[0]);
      Unit unit = words.length == 2 ? plainUnit(metric) : Unit.ofSymbol(words[2]).orElseThrow();
      if (words.length > 3 || !isMeasured(metric) || !metric.accepts(unit.dimension())) {
        throw notAValue(line);
      }
      values
          .computeIfAbsent(new Measure(metric, unit.dimension()), m -> new ArrayList<>())
          .add(value * unit.factor());
    } catch (NumberFormatException
        | IndexOutOfBoundsException
        | NoSuchElementException
        | InvalidRequirementException e) {
      throw notAValue(line);
    }
  }

  /** Exponents and leaks are computed from what is measured. */
  private static boolean isMeasured(Metric metric) {
    return metric.kind() != Metric.Kind.EXPONENT && metric.kind() != Metric.Kind.LEAK;
  }

  /** The unit of a value that is printed without one. */
  private static Unit plainUnit(Metric metric) {
    return Stream.of(Unit.BYTES, Unit.PERCENT, Unit.NONE)
        .filter(unit -> metric.accepts(unit.dimension()))
        .findFirst()
        .orElseThrow();
  }

  private static Unreadable notAValue(String line) {
    return new Unreadable("it printed '" + line + "' instead of a metric and a value");
  }
}
