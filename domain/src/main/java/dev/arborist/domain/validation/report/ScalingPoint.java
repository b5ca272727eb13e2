package dev.arborist.domain.validation.report;

import java.util.List;

/**
 * What was measured at one size.
 *
 * @param size the size
 * @param launchValues the mean of each launch, in ns
 */
public record ScalingPoint(long size, List<Double> launchValues) {

  /** Keeps its own copy of the values. */
  public ScalingPoint {
    launchValues = List.copyOf(launchValues);
  }
}
