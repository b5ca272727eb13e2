package dev.arborist.domain.validation.regression;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Suites whose truth is known, compared as the examiner compares: what it finds, and what not. */
final class Campaign {

  static final int BENCHMARKS = 10;

  private static final double[] SPREADS = {0.02, 0.05, 0.08, 0.12};
  private static final double[] EFFECTS = {0.05, 0.10, 0.20};
  private static final double[] DRIFTS = {0, 0.01, 0.02, 0.03, 0.05};

  private final Random random;

  Campaign(long seed) {
    random = new Random(seed);
  }

  /**
   * How many of the suites without any change have a benchmark that regressed or improved.
   *
   * @param driftSd by how much the whole machine is slower or faster in the second run, as the
   *     standard deviation of a logarithm
   */
  int alarms(int suites, int launches, List<LaunchNoise> noises, double driftSd) {
    int alarms = 0;
    for (int suite = 0; suite < suites; suite++) {
      double drift = driftSd * random.nextGaussian();
      List<ComparisonInput> inputs = new ArrayList<>();
      for (int i = 0; i < BENCHMARKS; i++) {
        LaunchNoise noise = noises.get(i % noises.size());
        inputs.add(input(noise, SPREADS[i % SPREADS.length], launches, drift));
      }
      Comparison comparison = compare(inputs);
      alarms += found(comparison) > 0 ? 1 : 0;
    }
    return alarms;
  }

  private static int found(Comparison comparison) {
    return comparison.count(Change.REGRESSED) + comparison.count(Change.IMPROVED);
  }

  /** In how many suites the one benchmark of ten that became slower was found. */
  int found(int suites, int launches, double sd, double effect) {
    return verdicts(suites, launches, sd, effect).getOrDefault(Change.REGRESSED, 0);
  }

  /** What is said of one benchmark of ten, which became slower by the effect, or did not. */
  Map<Change, Integer> verdicts(int suites, int launches, double sd, double effect) {
    Map<Change, Integer> verdicts = new EnumMap<>(Change.class);
    for (int suite = 0; suite < suites; suite++) {
      List<ComparisonInput> inputs = new ArrayList<>();
      for (int i = 0; i < BENCHMARKS; i++) {
        double shift = i == 0 ? StrictMath.log1p(effect) : 0;
        inputs.add(input(LaunchNoise.CONTAMINATED, sd, launches, shift));
      }
      verdicts.merge(compare(inputs).benchmarks().get(0).change(), 1, Integer::sum);
    }
    return verdicts;
  }

  /** The table of the guide. */
  List<String> powerTable(int suites) {
    List<String> lines = new ArrayList<>();
    lines.add(
        """
        | launches a side | launch sd | unchanged at 0 % | inconclusive at 0 % | found at +5 % | \
        at +10 % | at +20 % |""");
    lines.add("|---|---|---|---|---|---|---|");
    for (int launches : new int[] {10, 30}) {
      for (double sd : SPREADS) {
        Map<Change, Integer> same = verdicts(suites, launches, sd, 0);
        Stream.Builder<String> cells = Stream.builder();
        cells.add(Integer.toString(launches));
        cells.add(String.format(Locale.ROOT, "%.2f", sd));
        cells.add(share(same.getOrDefault(Change.UNCHANGED, 0), suites));
        cells.add(share(same.getOrDefault(Change.INCONCLUSIVE, 0), suites));
        for (double effect : EFFECTS) {
          cells.add(share(found(suites, launches, sd, effect), suites));
        }
        lines.add("| " + String.join(" | ", cells.build().toList()) + " |");
      }
    }
    return List.copyOf(lines);
  }

  /** The other table of the guide. */
  List<String> driftTable(int suites) {
    List<String> lines = new ArrayList<>();
    lines.add("| the machine drifts by | suites with a false alarm |");
    lines.add("|---|---|");
    for (double drift : DRIFTS) {
      int alarms = alarms(suites, 30, List.of(LaunchNoise.CONTAMINATED), drift);
      lines.add(String.format(Locale.ROOT, "| %.0f %% | %s |", 100 * drift, share(alarms, suites)));
    }
    return List.copyOf(lines);
  }

  private static String share(int count, int of) {
    return String.format(Locale.ROOT, "%.0f %%", 100.0 * count / of);
  }

  private ComparisonInput input(LaunchNoise noise, double sd, int launches, double shift) {
    return new ComparisonInput(
        "B.run", launches(noise, sd, launches, 0), launches(noise, sd, launches, shift), false);
  }

  private List<Double> launches(LaunchNoise noise, double sd, int launches, double shift) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < launches; i++) {
      values.add(StrictMath.exp(shift + noise.draw(random, sd)));
    }
    return values;
  }

  private static Comparison compare(List<ComparisonInput> suite) {
    return SequentialComparison.of(suite, ComparisonSettings.standard());
  }
}
