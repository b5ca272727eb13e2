package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.leak.LeakFinding;
import dev.arborist.domain.validation.leak.LeakTest;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what was repeated in batches with the live bytes after each, and judges its growth. */
final class LeakAnalysis {

  private static final String LIVE = Metric.parse("live").measure();
  private static final String OPERATIONS = Metric.parse("operations").measure();

  private LeakAnalysis() {}

  /**
   * Judges everything of which live bytes and operations were measured in enough batches.
   *
   * @param suspects the classes that grew, by what was repeated
   */
  static List<LeakReport> of(List<Series> measured, Map<SeriesKey, List<Suspect>> suspects) {
    List<LeakReport> reports = new ArrayList<>();
    for (Series live : measured) {
      if (live.measure().equals(LIVE)) {
        measured.stream()
            .filter(one -> one.measure().equals(OPERATIONS) && one.key().equals(live.key()))
            .filter(operations -> isComplete(live, operations))
            .findFirst()
            .ifPresent(
                operations ->
                    reports.add(
                        new LeakReport(
                            live.key(),
                            findings(live, operations),
                            suspects.getOrDefault(live.key(), List.of()))));
      }
    }
    return reports;
  }

  private static boolean isComplete(Series live, Series operations) {
    if (live.launches().size() != operations.launches().size()) {
      return false;
    }
    for (int i = 0; i < live.launches().size(); i++) {
      int batches = live.launches().get(i).size();
      if (batches < LeakTest.LEAST_BATCHES
          || operations.launches().get(i).size() != batches
          || !isRising(operations.launches().get(i))
          || !live.launches().get(i).stream().allMatch(Double::isFinite)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRising(List<Double> operations) {
    for (int i = 0; i < operations.size(); i++) {
      if (!Double.isFinite(operations.get(i))
          || (i > 0 && operations.get(i) <= operations.get(i - 1))) {
        return false;
      }
    }
    return true;
  }

  private static List<LeakFinding> findings(Series live, Series operations) {
    List<LeakFinding> findings = new ArrayList<>();
    for (int i = 0; i < live.launches().size(); i++) {
      findings.add(LeakTest.of(array(operations.launches().get(i)), array(live.launches().get(i))));
    }
    return findings;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
