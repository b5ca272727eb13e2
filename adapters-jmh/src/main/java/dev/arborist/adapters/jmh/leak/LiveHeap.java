package dev.arborist.adapters.jmh.leak;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What this JVM holds alive.
 *
 * <p>The JVM's own histogram collects all garbage first and counts what is left object by object;
 * the difference of total and free memory, by contrast, moves with the regions of the collector.
 */
final class LiveHeap {

  /** Collections in a row must agree this well; the JVM's own book-keeping moves a little. */
  private static final long STABLE_BYTES = 256;

  /** Something that never settles, such as a thread that works on, is measured nevertheless. */
  private static final int MAX_COLLECTIONS = 10;

  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

  private LiveHeap() {}

  /**
   * Collects garbage until it makes no difference any more, and tells how many bytes are left.
   *
   * <p>One collection is not enough: what waits for a reference handler or a cleaner goes later. No
   * histogram is kept from one to the next, or it would be counted itself.
   */
  static long settledBytes() {
    long bytes = histogram().bytes();
    for (int i = 1; i < MAX_COLLECTIONS; i++) {
      Runtime.getRuntime().gc();
      long before = bytes;
      bytes = histogram().bytes();
      if (Math.abs(bytes - before) <= STABLE_BYTES) {
        return bytes;
      }
    }
    return bytes;
  }

  /** What is live now, after a collection. */
  static HeapHistogram histogram() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      Object text =
          server.invoke(
              new ObjectName(COMMANDS),
              "gcClassHistogram",
              new Object[] {new String[0]},
              new String[] {String[].class.getName()});
      return HeapHistogram.parse(String.valueOf(text));
    } catch (JMException e) {
      throw new IllegalStateException("this JVM has no histogram of its heap: " + e, e);
    }
  }
}
