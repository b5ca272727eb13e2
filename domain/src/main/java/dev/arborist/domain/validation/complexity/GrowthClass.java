package dev.arborist.domain.validation.complexity;

import java.util.Locale;

/** How cost grows with size, in words. */
public enum GrowthClass {
  /** The cost does not depend on the size. */
  CONSTANT,
  /** The cost grows more slowly than the size. */
  SUB_LINEAR,
  /** The cost grows as the size does; up to 5,000 items n·log n looks the same. */
  LINEAR,
  /** The cost grows as the square of the size. */
  QUADRATIC,
  /** The measurements do not tell. */
  UNDETERMINED;

  /** The class as people read it, such as {@code sub-linear}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
