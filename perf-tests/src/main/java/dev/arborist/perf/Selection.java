package dev.arborist.perf;

import dev.arborist.adapters.jmh.FreshJvmProbes.Probe;
import dev.arborist.domain.validation.report.RegressionAnalysis;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Yardstick;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The benchmarks that are measured and the requirements on them: all, or those whose name matches
 * the regular expression {@code -Dperf.only}.
 */
final class Selection {

  private static final String PROPERTY = "perf.only";

  private final Pattern pattern;

  private Selection(Pattern pattern) {
    this.pattern = pattern;
  }

  static Selection chosen() {
    String given = System.getProperty(PROPERTY, "");
    try {
      return new Selection(Pattern.compile(given));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "-D" + PROPERTY + "=" + given + " is no regular expression: " + e.getDescription(), e);
    }
  }

  /** Whether only some benchmarks were asked for. */
  static boolean isPartial() {
    return !System.getProperty(PROPERTY, "").isEmpty();
  }

  /** The regular expression of both. */
  String narrow(String included) {
    return "(?=.*(?:" + pattern + "))" + included;
  }

  List<Probe> of(List<Probe> probes) {
    return probes.stream().filter(probe -> matches(probe.benchmark())).toList();
  }

  /**
   * Whether what the requirement is about, and what it is relative to, is measured. Of all, each is
   * wanted, and one that is about nothing is found out.
   *
   * @param measured the whole names of the benchmarks that are measured
   */
  static boolean isWanted(Requirement requirement, Collection<String> measured) {
    Yardstick yardstick = requirement.yardstick();
    return !isPartial()
        || (measured.stream().anyMatch(requirement::isAboutName)
            && (yardstick == null || measured.stream().anyMatch(yardstick::isAboutName)));
  }

  /** What an earlier run has of these benchmarks; the rulers are measured in any case. */
  Verdict of(Verdict earlier) {
    return earlier.only(name -> name.startsWith(RegressionAnalysis.RULERS) || matches(name));
  }

  private boolean matches(String benchmark) {
    return pattern.matcher(benchmark).find();
  }
}
