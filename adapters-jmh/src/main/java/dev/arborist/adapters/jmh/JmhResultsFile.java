package dev.arborist.adapters.jmh;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody else's JMH has measured, read from the JSON that it wrote. */
public final class JmhResultsFile implements MeasurementSource {

  /** What a results file says of how it came about: our words and JMH's. */
  private static final List<Fact> SETTINGS =
      List.of(
          new Fact("JMH", "jmhVersion"),
          new Fact("JDK", "jdkVersion"),
          new Fact("JVM", "vmName"),
          new Fact("JVM version", "vmVersion"),
          new Fact("JVM flags", "jvmArgs"),
          new Fact("Launches", "forks"),
          new Fact("Threads", "threads"),
          new Fact("Warm-up iterations", "warmupIterations"),
          new Fact("Warm-up time", "warmupTime"),
          new Fact("Measured iterations", "measurementIterations"),
          new Fact("Measured time", "measurementTime"));

  private final Path file;
  private final List<JmhEntry> entries;

  private JmhResultsFile(Path file, List<JmhEntry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /**
   * Reads a results file.
   *
   * @throws InvalidSamplesException when it is not JMH's JSON or holds nothing
   */
  public static JmhResultsFile read(Path file) {
    return new JmhResultsFile(file, JmhResults.read(file));
  }

  @Override
  public SortedSet<String> benchmarks() {
    return entries.stream().map(JmhEntry::benchmark).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Measurements measure() {
    return Measurements.of(
        entries.stream().flatMap(entry -> entry.series().stream()).toList(), facts(), warnings());
  }

  /** How each benchmark was measured, in the order of the file. */
  public List<JmhSetup> setups() {
    return entries.stream().map(JmhSetup::of).toList();
  }

  /** What is missing or weak about the measurements, a sentence each that says what to do. */
  public List<String> findings() {
    return Advice.on(setups());
  }

  /**
   * Where the measurements come from: the time is the file's, and the machine is not known, because
   * JMH does not write it.
   */
  public Origin origin() {
    try {
      return new Origin(
          Files.getLastModifiedTime(file).toInstant(), "", "", false, "", values(this::jvm));
    } catch (IOException e) {
      throw new StorageException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private String jvm(JmhEntry entry) {
    String version = entry.setting("vmVersion");
    return (entry.setting("vmName")
            + " "
            + (version.isEmpty() ? entry.setting("jdkVersion") : version))
        .strip();
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (Fact setting : SETTINGS) {
      String values = values(entry -> entry.setting(setting.value()));
      if (!values.isEmpty()) {
        facts.add(new Fact(setting.name(), values));
      }
    }
    return facts;
  }

  /** The different values of all benchmarks. */
  private String values(Function<JmhEntry, String> of) {
    return entries.stream()
        .map(of)
        .filter(value -> !value.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    count("forks", "0", "ran in JMH's own JVM, not in a fresh one (forks 0)", warnings);
    count("warmupIterations", "0", "were not warmed up", warnings);
    if (values(this::jvm).contains(";")) {
      warnings.add("the benchmarks ran on different JVMs");
    }
    return warnings;
  }

  private void count(String setting, String value, String what, List<String> warnings) {
    long found = entries.stream().filter(entry -> entry.setting(setting).equals(value)).count();
    if (found > 0) {
      warnings.add(found + " of " + entries.size() + " benchmarks " + what);
    }
  }
}
