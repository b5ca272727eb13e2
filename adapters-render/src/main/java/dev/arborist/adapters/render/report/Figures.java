package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.Gate;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.List;
import java.util.stream.Collectors;

/** What several reports say in the same way. */
final class Figures {

  private Figures() {}

  /** The limit with its direction, such as {@code ≤ 100 ms} or {@code ≤ 1.5× Raw.enqueue}. */
  static String target(Requirement requirement) {
    String limit = (requirement.largerIsBetter() ? "≥ " : "≤ ") + requirement.limit();
    Yardstick yardstick = requirement.yardstick();
    if (yardstick == null) {
      return limit;
    }
    String times = requirement.limit().unit() == Unit.NONE ? "× " : " of ";
    String params =
        yardstick.params().entrySet().stream()
            .map(param -> " " + param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining());
    boolean itself = yardstick.benchmark().equals(requirement.benchmark());
    return limit + times + (itself ? "that at" : yardstick.benchmark()) + params;
  }

  /** How many times the limit is kept, such as {@code 12×}; empty when nothing was measured. */
  static String margin(Judgement judgement) {
    double margin = judgement.margin();
    if (judgement.bound() == null || Double.isNaN(margin)) {
      return "";
    }
    return Double.isInfinite(margin) ? "∞" : new Quantity(margin, Unit.NONE) + "×";
  }

  static String outcome(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "PASS";
      case FAIL -> "FAIL";
      case INCONCLUSIVE -> "INCONCLUSIVE";
    };
  }

  /** The mean of each launch, described. */
  static Summary launches(Series series) {
    return Summary.of(series.launches().stream().map(launch -> Summary.of(launch).mean()).toList());
  }

  static Quantity quantity(double kept, Series series) {
    return Quantity.ofKept(kept, series.dimension());
  }

  /** The series of times and rates, each a benchmark. */
  static List<Series> benchmarks(Verdict verdict) {
    return verdict.series().stream()
        .filter(series -> series.measure().equals(Metric.SCORE))
        .toList();
  }

  /** The judgements of requirements about one of these metrics. */
  static List<Judgement> about(Verdict verdict, Kind... kinds) {
    List<Kind> wanted = List.of(kinds);
    return verdict.judgements().stream()
        .filter(judgement -> wanted.contains(judgement.requirement().metric().kind()))
        .toList();
  }

  static boolean allPassed(List<Judgement> judgements) {
    return judgements.stream().allMatch(judgement -> judgement.outcome() == Outcome.PASS);
  }

  /** The rules by which a comparison fails the build. */
  static List<FailRule> rules(Verdict verdict) {
    Regressions regressions = verdict.regressions();
    return regressions == null ? List.of() : regressions.rules();
  }

  /** Whether nobody asked anything of what was measured. */
  static boolean onlyMeasured(Verdict verdict) {
    Duet duet = verdict.duet();
    return verdict.judgements().isEmpty()
        && rules(verdict).isEmpty()
        && (duet == null || duet.rules().isEmpty());
  }

  /** One sentence that says how it went, and others when what was compared went badly. */
  static String conclusion(Verdict verdict) {
    Duet duet = verdict.duet();
    if (duet != null && verdict.holdsOnlyDuet()) {
      return DuetFigures.conclusion(duet);
    }
    Regressions regressions = verdict.regressions();
    return ofRequirements(verdict)
        + (regressions == null
            ? ""
            : besides(regressions.gate(), "The comparison with the baseline"))
        + (duet == null ? "" : besides(duet.gate(), "The duet"));
  }

  private static String besides(Gate gate, String what) {
    return switch (gate) {
      case PASSED -> "";
      case FAILED -> " " + what + " failed.";
      case INCONCLUSIVE -> " " + what + " decided no rule.";
    };
  }

  private static String ofRequirements(Verdict verdict) {
    if (verdict.series().isEmpty()) {
      return "Nothing was measured, so nothing is proven.";
    }
    int all = verdict.judgements().size();
    int failed = verdict.count(Outcome.FAIL);
    int undecided = verdict.count(Outcome.INCONCLUSIVE);
    if (all == 0) {
      return "No requirement was judged; the figures stand for themselves.";
    }
    if (failed + undecided == 0) {
      return all == 1 ? "The requirement is met." : "All " + all + " requirements are met.";
    }
    if (all == 1) {
      return failed == 1 ? "The requirement failed." : "The requirement is undecided.";
    }
    String ofAll = " of " + all + " requirements";
    String areUndecided = undecided == 1 ? " is undecided." : " are undecided.";
    if (failed == 0) {
      return undecided + ofAll + areUndecided;
    }
    return failed + ofAll + " failed" + (undecided == 0 ? "." : ", " + undecided + areUndecided);
  }
}
