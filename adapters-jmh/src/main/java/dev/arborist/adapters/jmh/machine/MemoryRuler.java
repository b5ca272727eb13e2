package dev.arborist.adapters.jmh.machine;

import java.util.Arrays;

/**
 * A walk over 64 MiB, more than caches hold, in which each step depends on what the last one read.
 *
 * <p>The walk is a linear congruential generator whose increment is read from the memory that it
 * visits. All increments are 1, so by Hull and Dobell (1962) it visits every element before it
 * repeats; but no processor or compiler can know where it goes next.
 */
final class MemoryRuler implements Ruler {

  private static final int LENGTH = 1 << 24;
  private static final int STEPS = 60_000;
  private static final int MULTIPLIER = 1_664_525;

  private final int[] increments = new int[LENGTH];
  private int position;

  MemoryRuler() {
    Arrays.fill(increments, 1);
  }

  @Override
  public int warmUps() {
    return 3;
  }

  @Override
  public int unitsPerRepetition() {
    return STEPS;
  }

  @Override
  public double work() {
    int at = position;
    for (int i = 0; i < STEPS; i++) {
      at = (at * MULTIPLIER + increments[at]) & (LENGTH - 1);
    }
    position = at;
    return at;
  }

  @Override
  public void close() {
    // holds nothing but memory
  }
}
