package dev.arborist.adapters.jmh.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds what makes measurements less trustworthy; each warning is a sentence's part. */
final class Disturbances {

  private static final double BUSY_LOAD_PER_CORE = 1.5;
  private static final double STOLEN_PERCENT = 1;
  private static final double MEMORY_PRESSURE_PERCENT = 1;
  private static final long LITTLE_MEMORY_PERCENT = 10;
  private static final double PERCENT = 100;

  private final SystemFiles files;
  private final Jvm jvm;

  Disturbances(SystemFiles files, Jvm jvm) {
    this.files = files;
    this.jvm = jvm;
  }

  /** What disturbs however long it is measured, and what disturbed between two moments. */
  List<String> between(MachineState start, MachineState end) {
    List<String> warnings = new ArrayList<>();
    if (start.load() > BUSY_LOAD_PER_CORE * jvm.processors()) {
      warnings.add("the machine was busy before measuring began (load " + start.load() + ")");
    }
    addFrequency(warnings);
    addPower(warnings);
    addJvm(warnings);
    addLost(warnings, start, end);
    addMemory(warnings, start, end);
    for (String file : files.unreadable()) {
      warnings.add(file + " cannot be read, so what it tells is not known");
    }
    return warnings;
  }

  private void addFrequency(List<String> warnings) {
    Set<String> governors = new TreeSet<>();
    for (String name : files.names("sys/devices/system/cpu")) {
      if (name.matches("cpu\\d+")) {
        files
            .firstLine("sys/devices/system/cpu/" + name + "/cpufreq/scaling_governor")
            .ifPresent(governors::add);
      }
    }
    governors.remove("performance");
    governors.forEach(governor -> warnings.add("the CPU frequency governor is '" + governor + "'"));
    boolean intel = isNumber("sys/devices/system/cpu/intel_pstate/no_turbo", 0);
    if (intel || isNumber("sys/devices/system/cpu/cpufreq/boost", 1)) {
      warnings.add("the CPU may raise its frequency while it is cool (turbo is on)");
    }
  }

  private boolean isNumber(String file, long number) {
    var found = files.number(file);
    return found.isPresent() && found.getAsLong() == number;
  }

  private void addPower(List<String> warnings) {
    for (String supply : files.names("sys/class/power_supply")) {
      String directory = "sys/class/power_supply/" + supply;
      boolean battery = files.firstLine(directory + "/type").filter("Battery"::equals).isPresent();
      boolean discharging =
          files.firstLine(directory + "/status").filter("Discharging"::equals).isPresent();
      if (battery && discharging) {
        warnings.add("the machine runs on its battery");
      }
    }
  }

  private void addJvm(List<String> warnings) {
    if (jvm.isDebugged()) {
      warnings.add("the examining JVM runs under a debugger");
    }
    if (!jvm.agents().isEmpty()) {
      warnings.add("the examining JVM runs with agents: " + String.join(", ", jvm.agents()));
    }
  }

  private static void addLost(List<String> warnings, MachineState start, MachineState end) {
    long throttled = end.throttled() - start.throttled();
    if (throttled > 0) {
      warnings.add("a limit of processor time held the measurements back " + throttled + " times");
    }
    long all = end.allTicks() - start.allTicks();
    double stolen = all <= 0 ? 0 : PERCENT * (end.stolenTicks() - start.stolenTicks()) / all;
    if (stolen > STOLEN_PERCENT) {
      warnings.add(
          String.format(
              Locale.ROOT, "the host gave %.1f %% of the processor time to other guests", stolen));
    }
  }

  private void addMemory(List<String> warnings, MachineState start, MachineState end) {
    long swapped = end.swappedPages() - start.swappedPages();
    if (swapped > 0) {
      warnings.add("memory was swapped while measuring (" + swapped + " pages)");
    }
    double pressure = Math.max(start.memoryPressure(), end.memoryPressure());
    if (pressure > MEMORY_PRESSURE_PERCENT) {
      warnings.add("programs waited for memory " + pressure + " % of the time");
    }
    var available = files.number("proc/meminfo", "MemAvailable");
    long all = files.number("proc/meminfo", "MemTotal").orElse(0);
    if (available.isPresent() && 100 * available.getAsLong() < LITTLE_MEMORY_PERCENT * all) {
      warnings.add("less than " + LITTLE_MEMORY_PERCENT + " % of the memory is available");
    }
    long swapKib =
        files.number("proc/meminfo", "SwapTotal").orElse(0)
            - files.number("proc/meminfo", "SwapFree").orElse(0);
    if (swapKib > 0) {
      warnings.add("swap space is in use (" + swapKib + " KiB)");
    }
  }
}
