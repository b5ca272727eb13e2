package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.leak.LeakFinding;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.util.Comparator;
import java.util.List;

/**
 * Whether an operation that was repeated keeps memory, launch by launch.
 *
 * @param operation what was repeated
 * @param findings one a launch
 * @param suspects the classes whose objects grew most, those that grew most first
 */
public record LeakReport(SeriesKey operation, List<LeakFinding> findings, List<Suspect> suspects) {

  /** Keeps its own copies. */
  public LeakReport {
    findings = List.copyOf(findings);
    suspects = List.copyOf(suspects);
  }

  /** Whether any launch leaks. */
  public boolean leaks() {
    return findings.stream().anyMatch(LeakFinding::leaks);
  }

  /**
   * The finding that weighs most: of those that leak, else of all, the one that surely grows most.
   */
  public LeakFinding worst() {
    Comparator<LeakFinding> byGrowth =
        Comparator.comparing(LeakFinding::leaks).thenComparingDouble(LeakFinding::lower);
    return findings.stream().max(byGrowth).orElseThrow();
  }
}
