package dev.arborist.adapters.files.validation;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.Compared;
import dev.arborist.domain.validation.regression.Comparison;
import dev.arborist.domain.validation.regression.ComparisonSettings;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;

/** Reads a comparison as {@link RegressionsWriter} writes it. */
final class RegressionsReader {

  private RegressionsReader() {}

  static Regressions read(JsonView json) {
    ComparisonSettings settings =
        json.made(
            () ->
                new ComparisonSettings(
                    json.number("alpha"),
                    json.number("minimumEffect"),
                    json.number("margin"),
                    json.number("assumedLogSd")));
    List<Compared> benchmarks = json.objects("benchmarks", RegressionsReader::compared);
    List<Regressions.Values> values = json.objects("values", RegressionsReader::values);
    if (values.size() != benchmarks.size()) {
      throw json.refused(
          "values", " are " + values.size() + ", and the benchmarks are " + benchmarks.size());
    }
    return new Regressions(
        json.text("baseline"),
        OriginJson.read(json.object("baselineOrigin")),
        new Comparison(benchmarks, settings),
        values,
        json.texts("uncomparable"),
        json.texts("missing"),
        json.texts("added"),
        json.texts("notes"),
        json.texts("obstacles"),
        json.texts("rules").stream().map(FailRule::parse).toList(),
        json.objects(
            "met",
            met ->
                new Regressions.RuleMet(
                    FailRule.parse(met.text("rule")),
                    met.text("benchmark"),
                    met.number("percentWorse"))));
  }

  private static Regressions.Values values(JsonView json) {
    return new Regressions.Values(
        json.parsed("dimension", Dimension::valueOf), json.number("before"), json.number("after"));
  }

  private static Compared compared(JsonView json) {
    return new Compared(
        json.text("benchmark"),
        json.parsed("change", Change::valueOf),
        json.number("effect"),
        json.number("lower"),
        json.number("upper"),
        json.number("confidence"),
        json.number("pAdjusted"),
        json.number("detectable"),
        json.whole("baselineLaunches"),
        json.whole("candidateLaunches"),
        json.flag("singleLaunch"),
        json.text("reason"));
  }
}
