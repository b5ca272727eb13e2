package dev.arborist.adapters.jmh.machine;

/** Integer and double arithmetic over data that the first-level cache holds, 16 kB. */
final class CpuRuler implements Ruler {

  private static final int LENGTH = 1024;
  private static final int PASSES = 4_000;

  private final long[] whole = new long[LENGTH];
  private final double[] real = new double[LENGTH];

  CpuRuler() {
    for (int i = 0; i < LENGTH; i++) {
      whole[i] = i * 0x9E3779B97F4A7C15L;
      real[i] = 1 + 1.0 / (i + 1);
    }
  }

  @Override
  public int warmUps() {
    return 15;
  }

  @Override
  public int unitsPerRepetition() {
    return PASSES;
  }

  @Override
  public double work() {
    double sum = 0;
    for (int i = 0; i < PASSES; i++) {
      sum += pass(i);
    }
    return sum;
  }

  /**
   * Each step needs the one before it, so that the time is that of the steps, not of their number.
   */
  private double pass(long seed) {
    long hash = seed;
    double product = 1;
    for (int i = 0; i < LENGTH; i++) {
      hash = (hash ^ whole[i]) * 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 29;
      product = product * 0.5 + real[i];
    }
    return hash + product;
  }

  @Override
  public void close() {
    // holds nothing but memory
  }
}
