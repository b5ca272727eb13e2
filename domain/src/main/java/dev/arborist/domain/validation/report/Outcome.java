package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.Requirement;

/** What the measurements say about a requirement. */
public enum Outcome {
  /** The bound keeps the limit. */
  PASS,
  /** The opposite bound is beyond the limit, or nothing was measured. */
  FAIL,
  /** The measurements are too few or too scattered to tell. */
  INCONCLUSIVE;

  /**
   * What a value within two bounds says about a limit.
   *
   * @param near the bound on the side of the limit
   * @param far the opposite bound
   */
  static Outcome of(Requirement requirement, double near, double far) {
    if (requirement.keeps(near)) {
      return PASS;
    }
    return requirement.keeps(far) ? INCONCLUSIVE : FAIL;
  }
}
