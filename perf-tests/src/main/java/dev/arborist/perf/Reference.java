package dev.arborist.perf;

import dev.arborist.cli.Examination;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is compared with, by {@code perf.baseline}, and whether that gates, by {@code
 * perf.gate}.
 *
 * @param name what to call it
 * @param baseline the earlier run; null when there is none
 * @param rules what fails the run; none when the comparison is only shown
 */
record Reference(String name, @Nullable Verdict baseline, List<FailRule> rules) {

  private static final String BASELINE = "perf.baseline";

  Reference {
    rules = List.copyOf(rules);
  }

  /** Reads what was chosen before anything is measured: a wrong name must not cost the run. */
  static Reference chosen() throws IOException {
    List<FailRule> rules = chosenRules();
    Path file = Path.of(System.getProperty(BASELINE, "baseline.json"));
    if (Files.exists(file)) {
      return new Reference(file.toString(), Examination.load(file), rules);
    }
    if (System.getProperty(BASELINE) != null || !rules.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no baseline "
              + file
              + ": copy the report.json of a run there, or name another with -D"
              + BASELINE);
    }
    return new Reference(file.toString(), null, rules);
  }

  private static List<FailRule> chosenRules() {
    String gate = System.getProperty("perf.gate", "none");
    if (!gate.equals("none") && !PerfRun.isComparable()) {
      throw new IllegalArgumentException(
          "-Dperf.gate="
              + gate
              + " is for the suite beside a file: nothing is compared with -Dperf.profile=server or"
              + " -Dperf.tasks");
    }
    return switch (gate) {
      case "none" -> List.of();
      case "regression" -> List.of(FailRule.parse("regressed"));
      default ->
          throw new IllegalArgumentException(
              "-Dperf.gate=" + gate + " is not known: use none or regression");
    };
  }

  /**
   * The committed baseline is of some other machine, as a rule: then it is shown and marked. Of
   * some benchmarks only those are compared, beside the rulers: what was not asked for is not
   * missing.
   */
  Verdict compare(Verdict verdict) {
    if (baseline == null || verdict.series().isEmpty()) {
      return verdict;
    }
    return Examination.compare(verdict, name, Selection.chosen().of(baseline), rules);
  }
}
