package dev.arborist.perf.campaign;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes a machine noisy: threads that work and rest for times drawn by a seed, on the processors
 * and on memory that fits in no cache. A program of its own, which ends with its standard input.
 */
public final class LoadGenerator {

  private static final double MEAN_WORK_MILLIS = 150;
  private static final double MEAN_REST_MILLIS = 350;
  private static final int MEMORY = 8 << 20;

  /** What the JVM itself needs. */
  private static final int OWN_MEGABYTES = 64;

  private LoadGenerator() {}

  /** The heap that it needs. */
  static int megabytes() {
    int each = (MEMORY * Integer.BYTES) >> 20;
    return OWN_MEGABYTES + each * Runtime.getRuntime().availableProcessors();
  }

  /**
   * Works until standard input ends.
   *
   * @param arguments the seed
   */
  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[0]);
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Random random = new Random(seed + i);
      Thread worker = new Thread(() -> disturb(random), "load-" + i);
      worker.setDaemon(true);
      worker.setUncaughtExceptionHandler((thread, e) -> Runtime.getRuntime().halt(1));
      worker.start();
    }
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
  }

  private static void disturb(Random random) {
    int[] memory = new int[MEMORY];
    while (true) {
      long end = System.nanoTime() + nanos(MEAN_WORK_MILLIS, random);
      while (System.nanoTime() < end) {
        for (int i = random.nextInt(1_024); i < MEMORY; i += 1_024) {
          memory[i]++;
        }
      }
      LockSupport.parkNanos(nanos(MEAN_REST_MILLIS, random));
    }
  }

  private static long nanos(double meanMillis, Random random) {
    return (long)
        (-Math.log1p(-random.nextDouble()) * TimeUnit.MILLISECONDS.toNanos(1) * meanMillis);
  }
}
