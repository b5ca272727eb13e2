package dev.arborist.domain.validation.complexity;

import java.util.Locale;

/** How cost grows with size, in words; in the order of growth. */
public enum GrowthClass {
  /** The cost does not depend on the size. */
  CONSTANT,
  /** The cost grows as the logarithm of the size does. */
  LOGARITHMIC,
  /** The cost grows as the size does. */
  LINEAR,
  /** The cost grows as the size times its logarithm does. */
  LINEARITHMIC,
  /** The cost grows as the square of the size. */
  QUADRATIC,
  /** The measurements do not tell, or it is none of these. */
  UNDETERMINED;

  /** The class as people read it, such as {@code linearithmic}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The coarser word of this class. */
  public CoarseGrowth coarse() {
    return switch (this) {
      case CONSTANT -> CoarseGrowth.CONSTANT;
      case LOGARITHMIC -> CoarseGrowth.SUB_LINEAR;
      case LINEAR, LINEARITHMIC -> CoarseGrowth.LINEAR;
      case QUADRATIC -> CoarseGrowth.QUADRATIC;
      case UNDETERMINED -> CoarseGrowth.UNDETERMINED;
    };
  }
}
