package dev.arborist.adapters.jmh.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.report.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

  @TempDir Path root;
  private FakeSystem system;

  @BeforeEach
  void setUp() {
    system = new FakeSystem(root);
  }

  private String fingerprint() {
    return new Machine(system.files(), FakeSystem.jvm()).fingerprint();
  }

  private Optional<String> fact(String name, String... flags) {
    return new Machine(system.files(), FakeSystem.jvm(flags))
        .facts().stream().filter(fact -> fact.name().equals(name)).map(Fact::value).findFirst();
  }

  @Test
  void theFingerprintIsOneLineThatNamesWhatTimesDependOn() throws IOException {
    system.quiet();
    assertEquals("Fast CPU 3000, 2 cores, 4.0 GB, Linux, amd64", fingerprint());
    system.file(".dockerenv", "").file("proc/loadavg", "9.00 1 1\n");
    assertEquals("Fast CPU 3000, 2 cores, 4.0 GB, Linux, amd64, container docker", fingerprint());
  }

  @Test
  void aSystemWithoutTheFilesOfLinuxIsKnownByItsJvm() {
    assertEquals("amd64, 2 cores, 1.0 GB, Linux, amd64", fingerprint());
    assertEquals(Optional.of("none"), fact("Container"));
  }

  @Test
  void thisMachineHasAlwaysTheSameFingerprint() {
    String fingerprint = new Machine().fingerprint();
    assertEquals(fingerprint, new Machine().fingerprint());
    assertEquals(1, fingerprint.lines().count());
  }

  @Test
  void theKindOfContainerIsFound() throws IOException {
    assertEquals(Optional.empty(), Container.kind(system.files()));
    system.file("proc/1/cgroup", "0::/kubepods/besteffort/pod1\n");
    assertEquals(Optional.of("kubepods"), Container.kind(system.files()));
    system.file("run/.containerenv", "");
    assertEquals(Optional.of("podman"), Container.kind(system.files()));
  }

  @Test
  void theTightestLimitOfVersion2Counts() throws IOException {
    system
        .file("proc/self/cgroup", "0::/a/b\n")
        .file("sys/fs/cgroup/a/cpu.max", "150000 100000\n")
        .file("sys/fs/cgroup/a/b/cpu.max", "max 100000\n")
        .file("sys/fs/cgroup/a/memory.max", "2000000000\n")
        .file("sys/fs/cgroup/a/b/memory.max", "max\n")
        .file("sys/fs/cgroup/a/b/cpu.stat", "nr_periods 9\nnr_throttled 4\n");
    ControlGroup group = new ControlGroup(system.files());
    assertEquals(OptionalDouble.of(1.5), group.processors());
    assertEquals(OptionalLong.of(2_000_000_000L), group.memoryBytes());
    assertEquals(4, group.throttled());
    assertEquals(Optional.of("1.50 CPUs and 2.0 GB"), fact("Limits"));
  }

  @Test
  void limitsOfVersion1AreFoundAtTheRootOfAContainer() throws IOException {
    system
        .file("proc/self/cgroup", "4:memory:/docker/x\n2:cpu,cpuacct:/docker/x\n0::/\n")
        .file("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000\n")
        .file("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n")
        .file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    ControlGroup group = new ControlGroup(system.files());
    assertEquals(OptionalDouble.of(0.5), group.processors());
    assertEquals(OptionalLong.empty(), group.memoryBytes());
    system.file("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
    assertEquals(OptionalDouble.empty(), group.processors());
  }

  @Test
  void factsNameTheJvmWithoutItsProperties() throws IOException {
    system.file("proc/cpuinfo", "flags\t\t: fpu hypervisor\n");
    assertEquals(Optional.of("Some VM 17.0.1+1"), fact("JVM"));
    assertEquals(Optional.of("Copy, MarkSweepCompact"), fact("Garbage collector"));
    assertEquals(
        Optional.of("-Xmx1g"), fact("JVM flags of the examiner", "-Xmx1g", "-Dpassword=secret"));
    assertEquals(Optional.of("yes"), fact("Virtual machine"));
  }

  @Test
  void debuggersAndAgentsAreTold() {
    assertTrue(FakeSystem.jvm("-agentlib:jdwp=server=y").isDebugged());
    assertTrue(FakeSystem.jvm("-Xdebug").isDebugged());
    assertFalse(FakeSystem.jvm("-javaagent:/a/jacoco.jar=x").isDebugged());
    assertEquals(
        List.of("jacoco.jar", "hprof"),
        FakeSystem.jvm("-javaagent:/a/jacoco.jar=x", "-agentlib:jdwp=y", "-agentlib:hprof")
            .agents());
  }
}
