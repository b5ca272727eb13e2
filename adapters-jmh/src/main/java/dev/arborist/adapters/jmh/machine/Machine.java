package dev.arborist.adapters.jmh.machine;

import dev.arborist.domain.validation.report.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the machine and the JVM are: what does not change while they run. */
public final class Machine {

  private static final double BYTES_PER_GB = 1e9;
  private static final int KIB = 1024;

  private final SystemFiles files;
  private final Jvm jvm;
  private final ControlGroup group;

  /** The machine that this runs on. */
  public Machine() {
    this(new SystemFiles(Path.of("/")), Jvm.thisOne());
  }

  Machine(SystemFiles files, Jvm jvm) {
    this.files = files;
    this.jvm = jvm;
    group = new ControlGroup(files);
  }

  /**
   * What must be the same for times to compare, in one line: processor, cores, memory, system,
   * architecture, container. The same in every run on one machine.
   */
  public String fingerprint() {
    return cpu()
        + ", "
        + jvm.processors()
        + (jvm.processors() == 1 ? " core, " : " cores, ")
        + gigabytes(memoryBytes())
        + ", "
        + jvm.system()
        + ", "
        + jvm.architecture()
        + Container.kind(files).map(kind -> ", container " + kind).orElse("")
        + limits().map(limits -> ", limited to " + limits).orElse("");
  }

  /** The name and the version of the JVM. */
  public String jvm() {
    return jvm.title();
  }

  /** What a reader of results should know. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("CPU", cpu()));
    facts.add(new Fact("Cores", String.valueOf(jvm.processors())));
    facts.add(new Fact("Memory", gigabytes(memoryBytes())));
    facts.add(new Fact("System", jvm.system() + " " + jvm.systemVersion()));
    facts.add(new Fact("Container", Container.kind(files).orElse("none")));
    limits().ifPresent(limits -> facts.add(new Fact("Limits", limits)));
    if (isVirtual()) {
      facts.add(new Fact("Virtual machine", "yes"));
    }
    facts.add(new Fact("JVM", jvm.title()));
    facts.add(new Fact("JVM vendor", jvm.vendor()));
    facts.add(new Fact("Garbage collector", String.join(", ", jvm.collectors())));
    facts.add(new Fact("JVM flags of the examiner", shownFlags()));
    return facts;
  }

  /** Properties are left out: their values may be what nobody should read in a report. */
  private String shownFlags() {
    String flags =
        jvm.arguments().stream()
            .filter(argument -> !argument.startsWith("-D"))
            .collect(Collectors.joining(" "));
    return flags.isEmpty() ? "none" : flags;
  }

  private String cpu() {
    return files.lines("proc/cpuinfo").stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(jvm.architecture());
  }

  private boolean isVirtual() {
    return files.lines("proc/cpuinfo").stream()
        .filter(line -> line.startsWith("flags"))
        .anyMatch(line -> List.of(line.split("\\s+", -1)).contains("hypervisor"));
  }

  private long memoryBytes() {
    var kib = files.number("proc/meminfo", "MemTotal");
    return kib.isPresent() ? kib.getAsLong() * KIB : jvm.memoryBytes();
  }

  private Optional<String> limits() {
    List<String> limits = new ArrayList<>();
    group
        .processors()
        .ifPresent(count -> limits.add(String.format(Locale.ROOT, "%.2f CPUs", count)));
    group.memoryBytes().ifPresent(bytes -> limits.add(gigabytes(bytes)));
    return limits.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", limits));
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / BYTES_PER_GB);
  }
}
