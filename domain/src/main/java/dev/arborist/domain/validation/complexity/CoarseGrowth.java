package dev.arborist.domain.validation.complexity;

import java.util.Locale;

/** How cost grows with size, in the few words that other programs are given. */
public enum CoarseGrowth {
  /** The cost does not depend on the size. */
  CONSTANT,
  /** The cost grows more slowly than the size. */
  SUB_LINEAR,
  /** The cost grows as the size does, but for a logarithm. */
  LINEAR,
  /** The cost grows as the square of the size. */
  QUADRATIC,
  /** The measurements do not tell, or it is none of these. */
  UNDETERMINED;

  /** The word as it is written, such as {@code sub-linear}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
