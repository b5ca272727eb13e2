package dev.arborist.domain.validation.regression;

/** What became of a benchmark since its baseline. */
public enum Change {
  /** It is slower than the baseline, and by enough to matter. */
  REGRESSED,
  /** It is faster than the baseline, and by enough to matter. */
  IMPROVED,
  /** If it changed at all, then within the margin. */
  UNCHANGED,
  /** The launches are too few or too scattered to tell. */
  INCONCLUSIVE;

  /** Whether something has changed, for the worse or the better. */
  public boolean isChange() {
    return this == REGRESSED || this == IMPROVED;
  }
}
