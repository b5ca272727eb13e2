package dev.arborist.domain.validation.report;

/** What a build makes of a verdict. */
public enum Gate {
  /** Something was required, and nothing stands against the build. */
  PASSED,
  /** A requirement failed, something regressed that must not, or nothing was required. */
  FAILED,
  /** Nothing failed, and something that must be proven is not. */
  INCONCLUSIVE
}
