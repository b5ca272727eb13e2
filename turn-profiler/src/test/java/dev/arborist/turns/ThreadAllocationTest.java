package dev.arborist.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadAllocationTest {

  private static final int MEGABYTE = 1 << 20;

  private volatile byte[] kept = new byte[0];

  @Test
  void whatOtherThreadsAllocateIsCountedAndWhatTheAskingOneAllocatesIsNot() throws Exception {
    CountDownLatch allocated = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Thread worker =
        new Thread(
            () -> {
              kept = new byte[MEGABYTE];
              allocated.countDown();
              awaitQuietly(asked);
            });
    ThreadAllocation allocation = new ThreadAllocation();
    allocation.begin();
    worker.start();
    allocated.await();
    kept = new byte[16 * MEGABYTE];

    long bytes = allocation.bytes();

    asked.countDown();
    worker.join();
    assertEquals(16 * MEGABYTE, kept.length);
    assertTrue(bytes >= MEGABYTE && bytes < 8 * MEGABYTE, bytes + " bytes");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
