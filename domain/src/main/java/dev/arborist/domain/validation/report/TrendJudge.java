package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.complexity.GrowthClass;
import dev.arborist.domain.validation.complexity.PowerFit;
import dev.arborist.domain.validation.leak.LeakFinding;
import dev.arborist.domain.validation.leak.LeakTest;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.sample.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Judges what several series say together: how a time grows with a size, and live memory with the
 * operations.
 *
 * <p>None of the series that a requirement is about is left out: what cannot be judged fails.
 */
final class TrendJudge {

  private static final double PERCENT = 100;
  private static final int SUSPECTS_SHOWN = 3;

  private TrendJudge() {}

  /** Every time that the requirement is about must belong to a curve of its own mode. */
  static Judgement exponents(Requirement requirement, List<Series> about, JudgeRules rules) {
    List<Series> times =
        about.stream().filter(series -> series.dimension() == Dimension.TIME).toList();
    List<Judgement> judgements = new ArrayList<>();
    for (String mode : times.stream().map(Series::mode).distinct().toList()) {
      List<Series> alike = times.stream().filter(series -> series.mode().equals(mode)).toList();
      List<Scaling> curves = ScalingAnalysis.of(alike, rules.confidence());
      for (Series series : alike) {
        if (curves.stream().noneMatch(curve -> curve.holds(series.key()))) {
          return Judgement.nothing(
              requirement,
              series.title() + " was not measured often enough at three sizes or more, as a time");
        }
      }
      curves.forEach(curve -> judgements.add(exponent(requirement, curve, rules)));
    }
    return judgements.stream()
        .reduce(Judgement::worse)
        .orElseGet(
            () -> Judgement.nothing(requirement, "no time was measured at three sizes or more"));
  }

  /** A cost that is shown not to grow has the exponent 0: its curve fits with any k. */
  private static Judgement exponent(Requirement requirement, Scaling scaling, JudgeRules rules) {
    if (scaling.growth().named() == GrowthClass.CONSTANT) {
      Outcome outcome = Outcome.of(requirement, 0, 0);
      return new Judgement(
          requirement, outcome, 0.0, 0.0, null, scaling.launches(), "it does not grow");
    }
    PowerFit fit = scaling.fit();
    return new Judgement(
        requirement,
        Outcome.of(requirement, fit.upper(), fit.lower()),
        fit.exponent(),
        fit.upper(),
        null,
        scaling.launches(),
        "profile likelihood, one-sided "
            + new Quantity(rules.confidence() * PERCENT, Unit.PERCENT));
  }

  /** Everything of which live bytes were measured must have been judged. */
  static Judgement leaks(Requirement requirement, List<Series> about, List<LeakReport> reports) {
    for (Series live : about) {
      if (reports.stream().noneMatch(one -> one.operation().equals(live.key()))) {
        return Judgement.nothing(
            requirement,
            live.title()
                + " was not measured in "
                + LeakTest.LEAST_BATCHES
                + " batches or more with rising operations, as a leak needs");
      }
    }
    return reports.stream()
        .filter(one -> requirement.isAbout(one.operation().benchmark(), one.operation().params()))
        .map(one -> leak(requirement, one))
        .reduce(Judgement::worse)
        .orElseGet(() -> Judgement.nothing(requirement, "no live bytes were measured"));
  }

  /** Only what leaks by its trend is held against the limit; noise may grow faster than that. */
  private static Judgement leak(Requirement requirement, LeakReport report) {
    LeakFinding worst = report.worst();
    boolean beyond = report.leaks() && !requirement.keeps(worst.lower());
    String suspects =
        report.suspects().stream()
            .limit(SUSPECTS_SHOWN)
            .map(Suspect::className)
            .collect(Collectors.joining(", "));
    return new Judgement(
        requirement,
        beyond ? Outcome.FAIL : Outcome.PASS,
        Math.max(0, worst.bytesPerOp()),
        Math.max(0, worst.lower()),
        null,
        report.findings().size(),
        beyond && !suspects.isEmpty()
            ? worst.reason() + "; what grew most: " + suspects
            : worst.reason());
  }
}
