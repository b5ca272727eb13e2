package dev.arborist.adapters.files.validation;

import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The file of requirements to start from: what stands above the requirements, and below them. */
final class StarterText {

  private static final double PERCENT = 100;

  /** What a requirement looks like, for those who have measured nothing yet. */
  private static final String TEMPLATE =
      """
      # Nothing that could be limited was measured. Measure with
      #   java -jar target/benchmarks.jar -f 5 -prof gc -rf json -rff jmh.json
      # or take the '#' away below and write what you promise.

      # [[requirement]]
      # id = "NFR001"
      # title = "HashMapBenchmark.get with size=1000 takes at most 120 ns"
      # benchmark = "HashMapBenchmark.get"    # its whole name or the last segments of it
      # params = { size = 1000 }              # leave out what may be anything
      # metric = "mean"                       # or median, p50, p95, p99, max, bytesPerOp
      # limit = "120 ns"                      # ns us ms s, B kB MB GB, or at least: ops/s ops/ms
      """;

  private StarterText() {}

  /**
   * The whole text.
   *
   * @param tables the requirements, each ending its last line
   * @param leftOut what has no requirement, a sentence each
   */
  static String of(
      StarterRequirements.Source source, double margin, List<String> tables, List<String> leftOut) {
    StringBuilder text = new StringBuilder(header(source));
    if (tables.isEmpty()) {
      text.append(TEMPLATE);
    } else {
      text.append(
          """
          # Each limit is what was measured and a margin of %s, rounded outward to two digits.
          # They are a start: put in what you promise, and delete what you do not care about.
          """
              .formatted(new Quantity(margin * PERCENT, Unit.PERCENT)));
    }
    tables.forEach(table -> text.append('\n').append(table));
    if (!leftOut.isEmpty()) {
      text.append("\n# Left out:\n");
      leftOut.forEach(sentence -> text.append("# ").append(sentence).append('\n'));
    }
    return text.toString();
  }

  private static String header(StarterRequirements.Source source) {
    String requirements = TomlText.shown(source.requirements());
    String results = TomlText.shown(source.results());
    String measured =
        results.isBlank()
            ? ""
            : "# Made from %s, measured %s.\n"
                .formatted(results, source.measuredAt().truncatedTo(ChronoUnit.SECONDS));
    return """
        # Performance requirements. Check them with
        #   arborist perf check --requirements %s %s
        """
            .formatted(requirements, results.isBlank() ? "RESULTS.json" : results)
        + measured;
  }
}
