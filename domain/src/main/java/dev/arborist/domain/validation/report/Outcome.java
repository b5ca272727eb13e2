package dev.arborist.domain.validation.report;

/** What the measurements say about a requirement. */
public enum Outcome {
  /** The bound keeps the limit. */
  PASS,
  /** The opposite bound is beyond the limit, or nothing was measured. */
  FAIL,
  /** The measurements are too few or too scattered to tell. */
  INCONCLUSIVE
}
