package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.ProfileChange;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two versions that were judged side by side, as text. */
public final class DuetText {

  private static final MathContext DIGITS = new MathContext(4);

  private final Duet duet;
  private final ShortNames names;
  private final StringBuilder text = new StringBuilder();

  private DuetText(Duet duet) {
    this.duet = duet;
    List<String> keys = new ArrayList<>();
    duet.results().forEach(result -> keys.add(result.benchmark().title()));
    duet.onlyBaseline().forEach(one -> keys.add(one.title()));
    duet.onlyCandidate().forEach(one -> keys.add(one.title()));
    names = ShortNames.ofKeys(keys);
  }

  /** A table with what changed most at the top, why, and what it means for the build. */
  public static String render(Duet duet) {
    return new DuetText(duet).render();
  }

  private String render() {
    duet.environment().forEach(fact -> line(fact.name() + ": " + fact.value()));
    line("Seed: " + duet.seed());
    TextTable table = new TextTable(1);
    table.row(List.of("Benchmark", "Change", "Interval", "Detectable", "Pairs", "Verdict"));
    List<DuetResult> ordered = ordered();
    ordered.forEach(result -> table.row(cells(result)));
    table.appendTo(text);
    ordered.forEach(this::details);
    Duet.Control control = duet.control();
    if (control != null) {
      PairedVerdict verdict = control.verdict();
      line(
          "control: "
              + names.ofKey(control.benchmark().title())
              + ", baseline against baseline: "
              + verdict.change()
              + ", "
              + ComparisonText.change(verdict.effect())
              + ", "
              + verdict.reason());
    }
    absent("only in the baseline", duet.onlyBaseline());
    absent("only in the candidate", duet.onlyCandidate());
    line(conclusion());
    return text.toString();
  }

  private void line(String line) {
    text.append(SafeText.of(line)).append('\n');
  }

  /** What changed, most first; then what is not known, then what has not changed. */
  private List<DuetResult> ordered() {
    return duet.results().stream()
        .sorted(
            Comparator.<DuetResult>comparingInt(result -> ComparisonText.rank(result.change()))
                .thenComparingDouble(result -> -Math.abs(StrictMath.log(result.time().effect())))
                .thenComparing(DuetResult::benchmark))
        .toList();
  }

  private List<String> cells(DuetResult result) {
    PairedVerdict time = result.time();
    boolean isMeasured = time.pairs() > 0;
    return List.of(
        names.ofKey(result.benchmark().title()),
        isMeasured ? ComparisonText.change(time.effect()) : "",
        isMeasured
            ? ComparisonText.change(time.lower()) + " to " + ComparisonText.change(time.upper())
            : "",
        time.detectable() > 0
            ? new Quantity(Math.rint(time.detectable() * 1_000) / 10, Unit.PERCENT).toString()
            : "",
        String.valueOf(time.pairs()),
        result.change().toString());
  }

  private void details(DuetResult result) {
    String name = names.ofKey(result.benchmark().title());
    if (!result.failure().isEmpty()) {
      line("FAILED " + result.failure());
    } else if (result.change() != Change.UNCHANGED) {
      line(result.time().change() + " " + name + ": " + result.time().reason());
    }
    for (CounterVerdict counter : result.counters()) {
      line(
          counter.change()
              + " "
              + name
              + ": "
              + number(counter.after())
              + " "
              + counter.counter()
              + " an operation, was "
              + number(counter.before())
              + ", in all of "
              + counter.pairs()
              + " pairs");
    }
    ProfileChange profile = result.profile();
    if (profile != null) {
      ProfileChangeText.lines(name, profile).forEach(this::line);
    }
    if (!result.shape().isSteady() && result.failure().isEmpty()) {
      line("note: " + name + " was not seen to be steady within its budget");
    }
  }

  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private void absent(String where, List<PairedBenchmark> benchmarks) {
    if (!benchmarks.isEmpty()) {
      List<String> shown = benchmarks.stream().map(one -> names.ofKey(one.title())).toList();
      line(where + ": " + String.join(", ", shown));
    }
  }

  private String conclusion() {
    String counts =
        duet.count(Change.REGRESSED)
            + " regressed, "
            + duet.count(Change.IMPROVED)
            + " improved, "
            + duet.count(Change.UNCHANGED)
            + " unchanged, "
            + duet.count(Change.INCONCLUSIVE)
            + " inconclusive.";
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
