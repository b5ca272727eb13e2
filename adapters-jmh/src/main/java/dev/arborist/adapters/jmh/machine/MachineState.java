package dev.arborist.adapters.jmh.machine;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What changes while a machine works, at one moment.
 *
 * @param load how many processes were running or waiting in the last minute
 * @param throttled how often a limit of processor time has held this process back so far
 * @param stolenTicks the processor time that the host has given to other guests so far
 * @param allTicks all processor time so far
 * @param swappedPages the pages that were moved out to or in from swap space so far
 * @param memoryPressure the share of the last ten seconds in which something waited for memory, in
 *     percent
 */
record MachineState(
    double load,
    long throttled,
    long stolenTicks,
    long allTicks,
    long swappedPages,
    double memoryPressure) {

  private static final int STEAL = 8;

  /** Guests' time is counted in that of users already, so it is not added again. */
  private static final int COUNTED = 8;

  /** The state now. */
  static MachineState now(SystemFiles files) {
    long[] ticks = ticks(files);
    long all = 0;
    for (long one : ticks) {
      all += one;
    }
    return new MachineState(
        files
            .firstLine("proc/loadavg")
            .map(MachineState::firstNumber)
            .orElseGet(MachineState::loadOfJvm),
        new ControlGroup(files).throttled(),
        ticks[STEAL - 1],
        all,
        files.number("proc/vmstat", "pswpin").orElse(0)
            + files.number("proc/vmstat", "pswpout").orElse(0),
        pressure(files));
  }

  /** User, nice, system, idle, I/O wait, interrupts, soft interrupts and steal, see proc(5). */
  private static long[] ticks(SystemFiles files) {
    long[] ticks = new long[COUNTED];
    String[] words = files.firstLine("proc/stat").orElse("").split("\\s+", -1);
    for (int i = 0; i < COUNTED && i + 1 < words.length; i++) {
      ticks[i] = Long.parseLong(words[i + 1]);
    }
    return ticks;
  }

  /** On systems without that file, as far as the JVM knows. */
  private static double loadOfJvm() {
    return Math.max(0, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static double firstNumber(String line) {
    return Double.parseDouble(line.split(" ", -1)[0]);
  }

  /** From a line such as {@code some avg10=0.00 avg60=0.00 avg300=0.00 total=0}. */
  private static double pressure(SystemFiles files) {
    List<String> words = List.of(files.firstLine("proc/pressure/memory").orElse("").split(" ", -1));
    return words.stream()
        .filter(word -> word.startsWith("avg10="))
        .mapToDouble(word -> Double.parseDouble(word.substring("avg10=".length())))
        .findFirst()
        .orElse(0);
  }
}
