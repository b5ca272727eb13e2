package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.Compared;
import dev.arborist.domain.validation.report.Gate;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Regressions;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** A run beside its baseline, as text. */
public final class ComparisonText {

  private static final double PERCENT = 100;

  private ComparisonText() {}

  /** A table with what changed most at the top, and what it means for the build. */
  public static String render(Regressions regressions) {
    StringBuilder text = new StringBuilder();
    ShortNames names = names(regressions);
    text.append("Compared with ").append(SafeText.of(baseline(regressions))).append('\n');
    regressions
        .notes()
        .forEach(note -> text.append("note: ").append(SafeText.of(note)).append('\n'));
    obstacles(regressions, text);
    if (!regressions.comparison().benchmarks().isEmpty()) {
      TextTable table = new TextTable(1);
      table.row(List.of("Benchmark", "Before", "After", "Change", "Interval", "Verdict"));
      order(regressions).forEach(i -> table.row(cells(regressions, i, names)));
      table.appendTo(text);
    }
    absent(
        "not compared, because a value is zero or no number",
        regressions.uncomparable(),
        names,
        text);
    absent("only in the baseline", regressions.missing(), names, text);
    absent("only in this run", regressions.added(), names, text);
    changes(regressions, names, text);
    text.append(conclusion(regressions)).append('\n');
    return text.toString();
  }

  /** What keeps the two from being compared, what changed, and what it means for the build. */
  static String summary(Regressions regressions) {
    StringBuilder text = new StringBuilder();
    text.append("Compared with ").append(SafeText.of(baseline(regressions))).append(":\n");
    obstacles(regressions, text);
    changes(regressions, names(regressions), text);
    return text.append(conclusion(regressions)).append('\n').toString();
  }

  /** Short names of everything that the comparison names. */
  static ShortNames names(Regressions regressions) {
    List<String> keys = new ArrayList<>(regressions.missing());
    keys.addAll(regressions.added());
    keys.addAll(regressions.uncomparable());
    regressions.comparison().benchmarks().forEach(one -> keys.add(one.key()));
    return ShortNames.ofKeys(keys);
  }

  private static void obstacles(Regressions regressions, StringBuilder text) {
    for (String one : regressions.obstacles()) {
      text.append("not comparable, so it gates nothing: ").append(SafeText.of(one)).append('\n');
    }
  }

  private static void changes(Regressions regressions, ShortNames names, StringBuilder text) {
    order(regressions)
        .mapToObj(i -> regressions.comparison().benchmarks().get(i))
        .filter(one -> one.change() == Change.REGRESSED || one.change() == Change.IMPROVED)
        .forEach(
            one -> {
              text.append(one.change())
                  .append(' ')
                  .append(SafeText.of(names.ofKey(one.key())))
                  .append(": ");
              text.append(one.reason()).append('\n');
            });
    for (Regressions.RuleMet met : regressions.met()) {
      text.append(ruleWord(regressions))
          .append(' ')
          .append(SafeText.of(rule(met, names)))
          .append('\n');
    }
  }

  /** What a rule that is met does: where the two are not comparable, nothing. */
  static String ruleWord(Regressions regressions) {
    return regressions.gate() == Gate.FAILED ? "FAIL" : "UNDECIDED";
  }

  /** A rule and what met it, such as {@code median:5%: Bench.run got 7 % worse}. */
  static String rule(Regressions.RuleMet met, ShortNames names) {
    return met.rule()
        + ": "
        + names.ofKey(met.benchmark())
        + " got "
        + percent(met.percentWorse())
        + " worse";
  }

  /** The baseline's name, with when and of what it was measured. */
  static String baseline(Regressions regressions) {
    Origin origin = regressions.baseline();
    String commit = origin.commitText().isEmpty() ? "" : ", commit " + origin.commitText();
    return regressions.baselineName() + " (" + origin.measuredAt() + commit + ")";
  }

  /** One sentence on what was found. */
  static String conclusion(Regressions regressions) {
    var comparison = regressions.comparison();
    if (comparison.benchmarks().isEmpty() && regressions.uncomparable().isEmpty()) {
      return "The two have no benchmark in common, so nothing is compared.";
    }
    String counts = counts(comparison::count);
    if (regressions.rules().isEmpty()) {
      return counts
          + " Runs of different times are shown and gate nothing unless --fail-if says so.";
    }
    return switch (regressions.gate()) {
      case PASSED -> counts + " No rule is met.";
      case FAILED -> counts + " A rule is met, so it fails.";
      case INCONCLUSIVE ->
          counts
              + " The rules are not decided: "
              + String.join(", ", regressions.undecided())
              + ".";
    };
  }

  /**
   * How many benchmarks have each verdict, such as {@code 1 regressed, 0 improved, 2 unchanged, 0
   * inconclusive.}
   */
  static String counts(ToIntFunction<Change> count) {
    return count.applyAsInt(Change.REGRESSED)
        + " regressed, "
        + count.applyAsInt(Change.IMPROVED)
        + " improved, "
        + count.applyAsInt(Change.UNCHANGED)
        + " unchanged, "
        + count.applyAsInt(Change.INCONCLUSIVE)
        + " inconclusive.";
  }

  private static void absent(
      String where, List<String> keys, ShortNames names, StringBuilder text) {
    if (!keys.isEmpty()) {
      List<String> shown = keys.stream().map(names::ofKey).toList();
      text.append(where).append(": ").append(SafeText.of(String.join(", ", shown))).append('\n');
    }
  }

  /** Regressions first, then by how far the effect is from none; ties as they were given. */
  static IntStream order(Regressions regressions) {
    List<Compared> all = regressions.comparison().benchmarks();
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(i -> rank(all.get(i).change()))
                .thenComparingDouble(i -> -Math.abs(StrictMath.log(all.get(i).effect())))
                .thenComparing(i -> i))
        .mapToInt(Integer::intValue);
  }

  /** What comes first in a table: what got worse. */
  static int rank(Change change) {
    return switch (change) {
      case REGRESSED -> 0;
      case IMPROVED -> 1;
      case INCONCLUSIVE -> 2;
      case UNCHANGED -> 3;
    };
  }

  /** A benchmark's cells: its name, the two values, the change, its interval and the verdict. */
  static List<String> cells(Regressions regressions, int index, ShortNames names) {
    Compared one = regressions.comparison().benchmarks().get(index);
    Regressions.Values values = regressions.values().get(index);
    List<String> cells = new ArrayList<>();
    cells.add(names.ofKey(one.key()));
    cells.add(Quantity.ofKept(values.before(), values.dimension()).toString());
    cells.add(Quantity.ofKept(values.after(), values.dimension()).toString());
    cells.add(change(one.effect()));
    cells.add(change(one.lower()) + " to " + change(one.upper()));
    cells.add(one.change() + (one.singleLaunch() ? " (single launch)" : ""));
    return cells;
  }

  /** An effect as the percentage that the value became more. */
  static String change(double effect) {
    double percent = PERCENT * (effect - 1);
    return (percent >= 0 ? "+" : "") + percent(percent);
  }

  private static String percent(double percent) {
    double rounded = Math.rint(percent * 10) / 10;
    return new Quantity(rounded + 0.0, Unit.PERCENT).toString();
  }
}
