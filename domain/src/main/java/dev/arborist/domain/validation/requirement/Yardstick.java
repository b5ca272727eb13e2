package dev.arborist.domain.validation.requirement;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a relative requirement compares its benchmark with, in the same run.
 *
 * @param benchmark the other benchmark's name, whole or its last segments
 * @param params parameters in which the other one differs; all others are the same
 */
public record Yardstick(String benchmark, SortedMap<String, String> params) {

  /**
   * Checks that the name is not empty.
   *
   * @throws InvalidRequirementException when it is
   */
  public Yardstick {
    if (benchmark.isBlank()) {
      throw new InvalidRequirementException(
          "what a requirement is relative to is empty: name a benchmark");
    }
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** Whether this is about a benchmark of that whole name. */
  public boolean isAboutName(String wholeName) {
    return Requirement.names(benchmark, wholeName);
  }

  /**
   * Whether this is the run to compare another with: the same parameters but for those that are
   * named here. A parameter that this benchmark does not have is no difference.
   *
   * @param wholeName the name of the run that may be the yardstick
   * @param actualParams its parameters
   * @param comparedParams the parameters of what is compared with it
   */
  public boolean isAbout(
      String wholeName, Map<String, String> actualParams, Map<String, String> comparedParams) {
    SortedMap<String, String> wanted = new TreeMap<>(comparedParams);
    wanted.putAll(params);
    return isAboutName(wholeName)
        && actualParams.entrySet().containsAll(params.entrySet())
        && wanted.entrySet().containsAll(actualParams.entrySet());
  }
}
