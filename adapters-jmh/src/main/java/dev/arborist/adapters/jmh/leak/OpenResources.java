package dev.arborist.adapters.jmh.leak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What this process holds open besides memory.
 *
 * @param counts how many there are of each kind
 */
record OpenResources(SortedMap<String, Long> counts) {

  private static final String THREADS = "threads";
  private static final String FILE_DESCRIPTORS = "fileDescriptors";

  /** What is open now; file descriptors only on systems that tell. */
  static OpenResources now() {
    SortedMap<String, Long> counts = new TreeMap<>();
    counts.put(THREADS, (long) ManagementFactory.getThreadMXBean().getThreadCount());
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      counts.put(FILE_DESCRIPTORS, unix.getOpenFileDescriptorCount());
    }
    return new OpenResources(counts);
  }

  /** How many more there are than earlier, by counter; never below zero. */
  Map<String, Long> leftSince(OpenResources earlier) {
    Map<String, Long> left = new LinkedHashMap<>();
    counts.forEach(
        (kind, count) ->
            left.put(
                "counter:" + kind + "Left",
                Math.max(0, count - earlier.counts.getOrDefault(kind, 0L))));
    return left;
  }
}
