package dev.arborist.domain.upkeep;

import java.util.List;

/**
 * What an examination of a queue found.
 *
 * @param tasks how many tasks were examined
 * @param findings what is wrong, in a defined order
 * @param repaired whether what is repairable among them was repaired
 */
public record Diagnosis(long tasks, List<Finding> findings, boolean repaired) {

  /** Keeps its own copy of the list. */
  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong, or everything that was has been repaired. */
  public boolean isSound() {
    return repaired ? findings.stream().allMatch(Finding::repairable) : findings.isEmpty();
  }
}
