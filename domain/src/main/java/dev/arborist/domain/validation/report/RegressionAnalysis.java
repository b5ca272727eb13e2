package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.Compared;
import dev.arborist.domain.validation.regression.Comparison;
import dev.arborist.domain.validation.regression.ComparisonInput;
import dev.arborist.domain.validation.regression.ComparisonSettings;
import dev.arborist.domain.validation.regression.FailCondition;
import dev.arborist.domain.validation.regression.SequentialComparison;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Metric.Kind;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares the benchmarks of two runs, and says what keeps their times from being compared.
 *
 * <p>Compared are the scores. What the runs measured of the machine itself, the rulers, is not
 * compared but shows whether it was the same machine in the same state.
 */
public final class RegressionAnalysis {

  /** How the benchmarks that measure the machine itself are named. */
  public static final String RULERS = "arborist.ruler.";

  private static final double PERCENT = 100;

  private final Verdict baseline;
  private final Verdict candidate;
  private final SortedMap<String, Series> before;
  private final SortedMap<String, Series> after;

  private RegressionAnalysis(Verdict baseline, Verdict candidate) {
    this.baseline = baseline;
    this.candidate = candidate;
    before = scores(baseline);
    after = scores(candidate);
  }

  /**
   * Compares a run with its baseline.
   *
   * @param baselineName what to call the baseline
   * @param rules what fails the build; none to show the comparison only
   */
  public static Regressions of(
      String baselineName,
      Verdict baseline,
      Verdict candidate,
      ComparisonSettings settings,
      List<FailRule> rules) {
    RegressionAnalysis analysis = new RegressionAnalysis(baseline, candidate);
    List<ComparisonInput> inputs = analysis.inputs();
    Comparison comparison = SequentialComparison.of(inputs, settings);
    return new Regressions(
        baselineName,
        baseline.origin(),
        comparison,
        inputs.stream().map(analysis::values).toList(),
        analysis.uncomparable(inputs),
        missing(analysis.before, analysis.after),
        missing(analysis.after, analysis.before),
        analysis.notes(),
        analysis.obstacles(),
        rules,
        met(rules, comparison, inputs));
  }

  private static SortedMap<String, Series> scores(Verdict verdict) {
    SortedMap<String, Series> scores = new TreeMap<>();
    for (Series series : verdict.series()) {
      if (series.measure().equals(Metric.SCORE) && !series.benchmark().startsWith(RULERS)) {
        scores.put(name(series), series);
      }
    }
    return scores;
  }

  private static String name(Series series) {
    StringBuilder name = new StringBuilder(series.benchmark());
    series.params().forEach((key, value) -> name.append(' ').append(key).append('=').append(value));
    return series.mode().isEmpty() ? name.toString() : name + " (" + series.mode() + ")";
  }

  private static List<String> missing(
      SortedMap<String, Series> in, SortedMap<String, Series> from) {
    return in.keySet().stream().filter(name -> !from.containsKey(name)).toList();
  }

  /** What both have in one dimension, with values that have logarithms. */
  private List<ComparisonInput> inputs() {
    List<ComparisonInput> inputs = new ArrayList<>();
    for (Map.Entry<String, Series> entry : after.entrySet()) {
      Series old = before.get(entry.getKey());
      Series now = entry.getValue();
      if (old != null && old.dimension() == now.dimension() && isPositive(old) && isPositive(now)) {
        inputs.add(
            new ComparisonInput(
                entry.getKey(),
                LaunchValues.of(old, Kind.MEAN),
                LaunchValues.of(now, Kind.MEAN),
                now.dimension() == Dimension.RATE));
      }
    }
    return inputs;
  }

  private List<String> uncomparable(List<ComparisonInput> inputs) {
    List<String> compared = inputs.stream().map(ComparisonInput::key).toList();
    return after.keySet().stream()
        .filter(name -> before.containsKey(name) && !compared.contains(name))
        .toList();
  }

  private Regressions.Values values(ComparisonInput input) {
    return new Regressions.Values(
        Objects.requireNonNull(after.get(input.key())).dimension(),
        Summary.of(input.baseline()).mean(),
        Summary.of(input.candidate()).mean());
  }

  private static boolean isPositive(Series series) {
    return series.launches().stream()
        .flatMap(List::stream)
        .allMatch(value -> value > 0 && Double.isFinite(value));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    Origin old = baseline.origin();
    Origin now = candidate.origin();
    if (old.machine().isEmpty() || now.machine().isEmpty()) {
      notes.add("it is not known whether both ran on the same machine");
    }
    if (!old.jvm().equals(now.jvm()) && !old.jvm().isEmpty() && !now.jvm().isEmpty()) {
      notes.add("the baseline ran on another JVM: " + old.jvm() + ", now " + now.jvm());
    }
    return notes;
  }

  private List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    String old = baseline.origin().machine();
    String now = candidate.origin().machine();
    if (!old.isEmpty() && !now.isEmpty() && !old.equals(now)) {
      obstacles.add("the baseline ran on another machine: " + old + "; now " + now);
    }
    MachineState.changed(baseline, candidate).stream()
        .map(ruler -> "the machine was not in the same state: " + ruler.text())
        .forEach(obstacles::add);
    return obstacles;
  }

  private static List<Regressions.RuleMet> met(
      List<FailRule> rules, Comparison comparison, List<ComparisonInput> inputs) {
    List<Regressions.RuleMet> met = new ArrayList<>();
    for (FailRule rule : rules) {
      for (int i = 0; i < inputs.size(); i++) {
        ComparisonInput input = inputs.get(i);
        Compared compared = comparison.benchmarks().get(i);
        FailCondition condition = rule.condition();
        boolean isMet =
            condition == null
                ? compared.change() == Change.REGRESSED
                : condition.isMet(input.baseline(), input.candidate(), input.largerIsBetter());
        if (isMet) {
          met.add(
              new Regressions.RuleMet(rule, input.key(), percentWorse(condition, input, compared)));
        }
      }
    }
    return met;
  }

  private static double percentWorse(
      @Nullable FailCondition condition, ComparisonInput input, Compared compared) {
    double times =
        condition == null
            ? (input.largerIsBetter() ? 1 / compared.effect() : compared.effect())
            : condition.timesWorse(input.baseline(), input.candidate(), input.largerIsBetter());
    return PERCENT * (times - 1);
  }
}
