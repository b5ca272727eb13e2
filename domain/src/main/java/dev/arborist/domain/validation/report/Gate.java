package dev.arborist.domain.validation.report;

/** What a build makes of a verdict. */
public enum Gate {
  /** Something was required, and nothing stands against the build. */
  PASSED,
  /** A requirement failed, something regressed that must not, or nothing was required. */
  FAILED,
  /** Nothing failed, and something that must be proven is not. */
  INCONCLUSIVE;

  /** What a build makes of two things together: failed if either is, then undecided. */
  public Gate and(Gate other) {
    if (this == FAILED || other == FAILED) {
      return FAILED;
    }
    return this == INCONCLUSIVE ? this : other;
  }
}
