package dev.arborist.turns;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/**
 * What the threads of this JVM allocate, but for the thread that asks: it is JMH's own.
 *
 * <p>JMH's profiler "gc" counts that one too, and waits half a second after each iteration up to
 * version 1.35. What threads allocate that end before they are asked for is not seen, as there.
 */
final class ThreadAllocation {

  private Map<Long, Long> before = new HashMap<>();

  /** Remembers what was allocated until now. */
  void begin() {
    before = allocated();
  }

  /** How many bytes were allocated since; -1 when this JVM does not tell. */
  long bytes() {
    if (!isKnown()) {
      return -1;
    }
    long bytes = 0;
    for (Map.Entry<Long, Long> thread : allocated().entrySet()) {
      bytes += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
    }
    return bytes;
  }

  private static boolean isKnown() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads instanceof com.sun.management.ThreadMXBean
        && ((com.sun.management.ThreadMXBean) threads).isThreadAllocatedMemoryEnabled();
  }

  private static Map<Long, Long> allocated() {
    Map<Long, Long> allocated = new HashMap<>();
    if (isKnown()) {
      com.sun.management.ThreadMXBean threads =
          (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
      long[] ids = threads.getAllThreadIds();
      long[] bytes = threads.getThreadAllocatedBytes(ids);
      long own = Thread.currentThread().getId();
      for (int i = 0; i < ids.length; i++) {
        if (ids[i] != own && bytes[i] >= 0) {
          allocated.put(ids[i], bytes[i]);
        }
      }
    }
    return allocated;
  }
}
