package dev.arborist.adapters.jmh;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.domain.validation.report.Fact;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the machine is, and what on it may disturb the measurements that follow. */
public final class Machine implements MeasurementSource {

  private static final double BUSY_LOAD_PER_CORE = 1.5;

  /** Nothing that requirements can be about. */
  @Override
  public SortedSet<String> benchmarks() {
    return new TreeSet<>();
  }

  @Override
  public Measurements measure() {
    return Measurements.of(
            List.of(), facts(), warnings());
  }

  private static List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("CPU", cpuModel().orElse(System.getProperty("os.arch"))));
    facts.add(new Fact("Cores", String.valueOf(cores())));
    firstLine("/proc/meminfo")
        .ifPresent(line -> facts.add(new Fact("Memory", line.replaceAll("^\\S+\\s+", ""))));
    facts.add(
        new Fact("System", System.getProperty("os.name") + " " + System.getProperty("os.version")));
    facts.add(
        new Fact(
            "JVM",
            System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version")));
    facts.add(new Fact("Load at the start", String.valueOf(load())));
    return facts;
  }

  private static List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (load() > BUSY_LOAD_PER_CORE * cores()) {
      warnings.add("the machine was busy before measuring began (load " + load() + ")");
    }
    firstLine("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
        .filter(governor -> !governor.equals("performance"))
        .ifPresent(governor -> warnings.add("the CPU frequency governor is '" + governor + "'"));
    return warnings;
  }

  private static double load() {
    return Math.max(0, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static Optional<String> cpuModel() {
    return lines("/proc/cpuinfo").stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  private static Optional<String> firstLine(String file) {
    return lines(file).stream().findFirst();
  }

  /** The lines of a system file; none on a system that has no such file. */
  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return List.of();
    }
  }
}
