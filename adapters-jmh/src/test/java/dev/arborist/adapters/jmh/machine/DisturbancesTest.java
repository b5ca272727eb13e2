package dev.arborist.adapters.jmh.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisturbancesTest {

  private static final String CPUS = "sys/devices/system/cpu/";

  @TempDir Path root;
  private FakeSystem system;
  private MachineState start;

  @BeforeEach
  void setUp() throws IOException {
    system = new FakeSystem(root).quiet();
    start = MachineState.now(system.files());
  }

  private List<String> warnings(String... flags) {
    SystemFiles files = system.files();
    return new Disturbances(files, FakeSystem.jvm(flags)).between(start, MachineState.now(files));
  }

  private void assertWarned(String about) {
    List<String> warnings = warnings();
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains(about), warnings.toString());
  }

  @Test
  void aQuietMachineIsNoReasonToWarn() throws IOException {
    assertEquals(List.of(), warnings("-Xmx1g"));
    system
        .file(CPUS + "cpu0/cpufreq/scaling_governor", "performance\n")
        .file(CPUS + "intel_pstate/no_turbo", "1\n")
        .file(CPUS + "cpufreq/boost", "0\n")
        .file("sys/class/power_supply/BAT0/type", "Battery\n")
        .file("sys/class/power_supply/BAT0/status", "Charging\n")
        .file("proc/stat", "cpu  1100 0 100 800 0 0 0 20 0 0\n");
    assertEquals(List.of(), warnings());
  }

  @Test
  void aBusyStartIsWarnedOf() throws IOException {
    system.file("proc/loadavg", "3.50 0 0\n");
    start = MachineState.now(system.files());
    assertWarned("load 3.5");
  }

  @Test
  void anyProcessorsGovernorCounts() throws IOException {
    system
        .file(CPUS + "cpu0/cpufreq/scaling_governor", "performance\n")
        .file(CPUS + "cpu1/cpufreq/scaling_governor", "powersave\n");
    assertWarned("'powersave'");
  }

  @Test
  void turboIsWarnedOfOnIntelAndOthers() throws IOException {
    system.file(CPUS + "intel_pstate/no_turbo", "0\n");
    assertWarned("turbo");
    system.file(CPUS + "intel_pstate/no_turbo", "1\n").file(CPUS + "cpufreq/boost", "1\n");
    assertWarned("turbo");
  }

  @Test
  void aDischargingBatteryIsWarnedOf() throws IOException {
    system
        .file("sys/class/power_supply/AC/type", "Mains\n")
        .file("sys/class/power_supply/BAT0/type", "Battery\n")
        .file("sys/class/power_supply/BAT0/status", "Discharging\n");
    assertWarned("battery");
  }

  @Test
  void throttlingIsWarnedOfWhenItHappenedWhileMeasuring() throws IOException {
    system.file("proc/self/cgroup", "0::/\n").file("sys/fs/cgroup/cpu.stat", "nr_throttled 7\n");
    start = MachineState.now(system.files());
    assertEquals(List.of(), warnings());
    system.file("sys/fs/cgroup/cpu.stat", "nr_throttled 9\n");
    assertWarned("2 times");
  }

  @Test
  void stolenTimeIsWarnedOfAboveOnePercent() throws IOException {
    system.file("proc/stat", "cpu  1080 0 100 800 0 0 0 30 0 0\n");
    assertWarned("2.0 %");
  }

  @Test
  void wantOfMemoryIsWarnedOf() throws IOException {
    system.file("proc/vmstat", "pswpin 3\npswpout 4\n");
    assertWarned("7 pages");
    system.quiet().file("proc/pressure/memory", "some avg10=5.00 avg60=0 avg300=0 total=0\n");
    assertWarned("5.0 %");
    system.quiet().file("proc/pressure/memory", "some avg10=0.00 avg60=0 avg300=0 total=0\n");
    system.file("proc/meminfo", "MemTotal: 1000 kB\nMemAvailable: 99 kB\n");
    assertWarned("less than 10 %");
    system.file(
        "proc/meminfo",
        "MemTotal: 1000 kB\nMemAvailable: 900 kB\nSwapTotal: 500 kB\nSwapFree: 400 kB\n");
    assertWarned("100 KiB");
  }

  @Test
  void debuggersAndAgentsAreWarnedOf() {
    List<String> warnings = warnings("-agentlib:jdwp=server=y", "-javaagent:/a/b.jar=c");
    assertEquals(2, warnings.size(), warnings.toString());
    assertTrue(warnings.get(1).endsWith("b.jar"), warnings.toString());
  }

  @Test
  void whatCannotBeReadIsToldNotHidden() throws IOException {
    Files.createDirectories(root.resolve("proc/pressure/memory"));
    assertWarned("/proc/pressure/memory cannot be read");
  }
}
