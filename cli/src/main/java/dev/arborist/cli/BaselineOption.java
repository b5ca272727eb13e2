package dev.arborist.cli;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.regression.ComparisonSettings;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.RegressionAnalysis;
import dev.arborist.domain.validation.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How a run is compared with its baseline. */
final class BaselineOption {

  private static final double PERCENT = 100;

  @Option(
      names = "--fail-if",
      paramLabel = "RULE",
      completionCandidates = Words.FailRules.class,
      description =
          "Fail when a benchmark got worse: 'regressed' (beyond doubt), or mean, median, min, max,"
              + " p95 or p99 of its launches by a percentage, such as median:5%%. May be repeated.")
  private List<String> failIf = new ArrayList<>();

  @Option(
      names = "--alpha",
      paramLabel = "PERCENT",
      description = "How often a suite without a change may be called changed; 1 by default.")
  private double alpha = 1;

  @Option(
      names = "--min-effect",
      paramLabel = "PERCENT",
      description = "The least change that is called one; 3 by default.")
  private double minimumEffect = 3;

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      description = "How large a change 'unchanged' may hide; 5 by default.")
  private double margin = 5;

  /**
   * How two runs are compared.
   *
   * @param rules what fails the build; none to show the comparison only
   */
  record Comparing(List<FailRule> rules, ComparisonSettings settings) {

    /** The verdict with its comparison. */
    Verdict compare(PerfRuns.Named baseline, Verdict verdict) {
      Verdict earlier = baseline.measured("compare").verdict();
      return verdict.comparedWith(
          RegressionAnalysis.of(baseline.name(), earlier, verdict, settings, rules));
    }

    /** Whether a comparison was asked for that must be made. */
    boolean mustCompare() {
      return !rules.isEmpty();
    }
  }

  /**
   * What the options say, which is checked whether or not there is something to compare with.
   *
   * @param singleLaunchLogSd what the logarithms of the launches' values are taken to spread by
   *     when there is only one launch
   */
  Comparing parse(double singleLaunchLogSd) {
    List<FailRule> rules = failIf.stream().map(FailRule::parse).toList();
    require(alpha > 0 && alpha < PERCENT, "--alpha", "more than 0 and less than 100", alpha);
    require(minimumEffect >= 0, "--min-effect", "0 or more", minimumEffect);
    require(margin > 0, "--margin", "more than 0", margin);
    return new Comparing(
        rules,
        new ComparisonSettings(
            alpha / PERCENT, minimumEffect / PERCENT, margin / PERCENT, singleLaunchLogSd));
  }

  private static void require(boolean valid, String option, String allowed, double given) {
    if (!valid || !Double.isFinite(given)) {
      throw new InvalidInputException(
          option + " " + given + " is out of range: give a percentage of " + allowed);
    }
  }
}
