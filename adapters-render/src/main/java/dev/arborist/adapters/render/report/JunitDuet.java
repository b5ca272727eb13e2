package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Each benchmark of a duet as a test case, which fails when the build does because of it.
 *
 * <p>A pair that gave no result is an error, for nothing was measured. What is inconclusive and
 * need not be decided is skipped.
 */
final class JunitDuet {

  private static final String UNDECIDED = "INCONCLUSIVE";

  private final Duet duet;
  private final DuetFigures figures;
  private final JunitSuite suite;

  private JunitDuet(Duet duet, JunitSuite suite) {
    this.duet = duet;
    this.suite = suite;
    figures = new DuetFigures(duet);
  }

  static void write(Duet duet, JunitSuite suite) {
    JunitDuet cases = new JunitDuet(duet, suite);
    duet.results().forEach(cases::testcase);
    duet.onlyBaseline().forEach(cases::vanished);
    if (duet.results().isEmpty()) {
      cases.nothing();
    }
  }

  private void testcase(DuetResult result) {
    String about = result.benchmark().benchmark();
    String name = name(result.benchmark());
    List<String> details = details(result);
    Gate gate = duet.gate(result);
    String message = result.change() + ": " + String.join("; ", DuetFigures.reasons(result));
    if (gate == Gate.FAILED) {
      String rules =
          duet.met(result).stream().map(FailRule::toString).collect(Collectors.joining(", "));
      suite.failed(about, name, "FAIL", message + "; it meets the rule " + rules, details);
    } else if (gate == Gate.INCONCLUSIVE && !result.failure().isEmpty()) {
      suite.broke(about, name, UNDECIDED, message, details);
    } else if (gate == Gate.INCONCLUSIVE) {
      suite.failed(about, name, UNDECIDED, message, details);
    } else if (result.change() == Change.INCONCLUSIVE) {
      suite.skipped(about, name, message, details);
    } else {
      suite.passed(about, name);
    }
  }

  private static String name(PairedBenchmark benchmark) {
    return "Duet: " + benchmark.title().substring(benchmark.benchmark().length()).strip();
  }

  private List<String> details(DuetResult result) {
    List<String> lines = new ArrayList<>();
    List<String> cells = figures.cells(result);
    for (int i = 1; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        lines.add(DuetFigures.HEADINGS.get(i).replace("#", "") + ": " + cells.get(i));
      }
    }
    return lines;
  }

  /** It may be the one that got slower. */
  private void vanished(PairedBenchmark benchmark) {
    String message = "only the baseline has it";
    if (duet.rules().isEmpty()) {
      suite.skipped(benchmark.benchmark(), name(benchmark), message, List.of());
    } else {
      suite.failed(benchmark.benchmark(), name(benchmark), UNDECIDED, message, List.of());
    }
  }

  private void nothing() {
    String message = "no benchmark took turns";
    if (duet.rules().isEmpty()) {
      suite.skipped("Duet", "Something is compared", message, List.of());
    } else {
      suite.failed("Duet", "Something is compared", UNDECIDED, message, List.of());
    }
  }
}
