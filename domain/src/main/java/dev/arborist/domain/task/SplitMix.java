package dev.arborist.domain.task;

/**
 * The finaliser of SplitMix64: a bijection of 64 bits in which every bit of the input changes half
 * of the output.
 *
 * <p>Source: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".
 */
final class SplitMix {

  private SplitMix() {}

  static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
