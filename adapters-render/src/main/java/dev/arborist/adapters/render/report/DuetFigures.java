package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.ProfileChange;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.statistics.Summary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What several reports say of a duet in the same way. */
final class DuetFigures {

  /** What stands above {@link #cells}; one that starts with {@code #} is above numbers. */
  static final List<String> HEADINGS =
      List.of(
          "Benchmark",
          "#Before",
          "#After",
          "#Change",
          "#Interval",
          "#Detectable",
          "#Pairs",
          "Verdict");

  static final String UNSTEADY = "was not seen to be steady within its budget";

  private static final MathContext DIGITS = new MathContext(4);

  private final Duet duet;
  private final ShortNames names;

  DuetFigures(Duet duet) {
    this.duet = duet;
    List<String> keys = new ArrayList<>();
    duet.results().forEach(result -> keys.add(result.benchmark().title()));
    duet.onlyBaseline().forEach(one -> keys.add(one.title()));
    duet.onlyCandidate().forEach(one -> keys.add(one.title()));
    names = ShortNames.ofKeys(keys);
  }

  /** The short name, the parameters and the mode. */
  String name(PairedBenchmark benchmark) {
    return names.ofKey(benchmark.title());
  }

  /** What changed, most first; then what is not known, then what has not changed. */
  List<DuetResult> ordered() {
    return duet.results().stream()
        .sorted(
            Comparator.<DuetResult>comparingInt(result -> ComparisonText.rank(result.change()))
                .thenComparingDouble(result -> -Math.abs(StrictMath.log(result.time().effect())))
                .thenComparing(DuetResult::benchmark))
        .toList();
  }

  /** A benchmark's cells, each below its heading; empty where nothing was measured. */
  List<String> cells(DuetResult result) {
    PairedVerdict time = result.time();
    boolean isMeasured = time.pairs() > 0;
    return List.of(
        name(result.benchmark()),
        score(result, PairScores::before),
        score(result, PairScores::after),
        isMeasured ? ComparisonText.change(time.effect()) : "",
        isMeasured
            ? ComparisonText.change(time.lower()) + " to " + ComparisonText.change(time.upper())
            : "",
        time.detectable() > 0 ? percent(time.detectable()) : "",
        String.valueOf(time.pairs()),
        result.change().toString());
  }

  /** The median of the pairs that the verdict rests on. */
  private static String score(DuetResult result, ToDoubleFunction<PairScores> side) {
    List<Double> scores =
        result.decisive().stream().mapToDouble(side).boxed().collect(Collectors.toList());
    return scores.isEmpty()
        ? ""
        : Quantity.ofKept(Summary.of(scores).median(), result.benchmark().dimension()).toString();
  }

  /** A share as a percentage to one digit behind the point. */
  static String percent(double share) {
    return new Quantity(Math.rint(share * 1_000) / 10, Unit.PERCENT).toString();
  }

  /** Why a benchmark has its verdict: a phrase each. */
  static List<String> reasons(DuetResult result) {
    List<String> reasons = new ArrayList<>();
    reasons.add(result.failure().isEmpty() ? result.time().reason() : result.failure());
    result.counters().forEach(counter -> reasons.add(counted(counter)));
    if (isUnsteady(result)) {
      reasons.add(UNSTEADY);
    }
    return reasons;
  }

  /** A count that differs, such as {@code 216 bytes an operation, was 120, in all of 5 pairs}. */
  static String counted(CounterVerdict counter) {
    return number(counter.after())
        + " "
        + counter.counter()
        + " an operation, was "
        + number(counter.before())
        + ", in all of "
        + counter.pairs()
        + " pairs";
  }

  /** What a method or a line takes of an old operation, such as {@code 12 %, was 3 %}. */
  static String shares(ProfileChange.Growth growth) {
    return HtmlNumbers.percent(growth.percentAfter())
        + ", was "
        + HtmlNumbers.percent(growth.percentBefore());
  }

  static boolean isUnsteady(DuetResult result) {
    return !result.shape().isSteady() && result.failure().isEmpty();
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** How it was measured and judged, and what both versions do not have in common. */
  List<Fact> facts() {
    PairedSettings settings = duet.settings();
    List<Fact> facts = new ArrayList<>(duet.environment());
    facts.add(
        new Fact(
            "Pairs of launches",
            settings.screeningPairs()
                + " to screen, "
                + settings.judgingPairs()
                + " fresh ones to judge a suspect"));
    facts.add(
        new Fact(
            "Judged by",
            "sign test at "
                + percent(settings.alpha())
                + ", changes of "
                + percent(settings.minimumEffect())
                + " or more"));
    String rules = duet.rules().stream().map(FailRule::toString).collect(Collectors.joining(", "));
    facts.add(new Fact("Rules", rules.isEmpty() ? "none: it is shown only" : rules));
    facts.add(new Fact("Seed", String.valueOf(duet.seed())));
    Duet.Control control = duet.control();
    if (control != null) {
      facts.add(new Fact("Control", control(control)));
    }
    absent("Only in the baseline", duet.onlyBaseline(), facts);
    absent("Only in the candidate", duet.onlyCandidate(), facts);
    return facts;
  }

  /** How the baseline did against itself. */
  String control(Duet.Control control) {
    PairedVerdict verdict = control.verdict();
    return name(control.benchmark())
        + ", baseline against baseline: "
        + verdict.change()
        + ", "
        + ComparisonText.change(verdict.effect())
        + ", "
        + verdict.reason();
  }

  private void absent(String where, List<PairedBenchmark> benchmarks, List<Fact> facts) {
    if (!benchmarks.isEmpty()) {
      facts.add(new Fact(where, names(benchmarks)));
    }
  }

  String names(List<PairedBenchmark> benchmarks) {
    return benchmarks.stream().map(this::name).collect(Collectors.joining(", "));
  }

  /** One sentence on what was found, and one on what it means for the build. */
  static String conclusion(Duet duet) {
    String counts = ComparisonText.counts(duet::count);
    if (duet.rules().isEmpty()) {
      return counts + " No rule gates it.";
    }
    return switch (duet.gate()) {
      case PASSED -> counts + " No rule is met.";
      case FAILED -> counts + " A rule is met, so it fails.";
      case INCONCLUSIVE -> counts + " The rules are not decided.";
    };
  }
}
