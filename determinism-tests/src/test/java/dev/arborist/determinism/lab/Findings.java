package dev.arborist.determinism.lab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.adapters.jmh.machine.WorkTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the laboratory has done and found in one run.
 *
 * <p>Safe for use by several threads.
 */
public final class Findings {

  private static final int VERSION = 1;

  /** What came of the repetitions of one test. */
  private static final class Repetitions {
    private int passed;
    private int failed;
  }

  private final Map<String, Repetitions> repetitions = new TreeMap<>();
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();
  private final List<String> found = new ArrayList<>();

  /** One more repetition of a test. */
  public synchronized void repeated(String test, boolean passed) {
    Repetitions of = repetitions.computeIfAbsent(test, name -> new Repetitions());
    if (passed) {
      of.passed++;
    } else {
      of.failed++;
    }
  }

  /**
   * How much of something was done in an experiment.
   *
   * @param experiment a short name
   * @param what in the plural, such as {@code seeds}
   */
  public synchronized void count(String experiment, String what, long count) {
    counts.computeIfAbsent(experiment, name -> new TreeMap<>()).merge(what, count, Long::sum);
  }

  /** A fault that was planted and found. */
  public synchronized void found(String canary) {
    found.add(canary);
  }

  /** Writes {@code report.json} and {@code report.md}. */
  synchronized void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Optional<WorkTree> tree = WorkTree.of(Path.of(".."));
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(
                directory.resolve("report.json").toFile(),
                com.fasterxml.jackson.core.JsonEncoding.UTF8)
            .useDefaultPrettyPrinter()) {
      writeJson(json, tree.orElse(null));
    }
    Files.writeString(directory.resolve("report.md"), markdown(tree.orElse(null)));
  }

  private void writeJson(JsonGenerator json, @Nullable WorkTree tree) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    json.writeStringField("commit", tree == null ? null : tree.commit());
    json.writeBooleanField("dirty", tree == null || tree.dirty());
    json.writeStringField("jdk", System.getProperty("java.vm.version"));
    json.writeBooleanField("long", Lab.isLong());
    json.writeObjectFieldStart("repetitions");
    json.writeNumberField("tests", repetitions.size());
    json.writeNumberField("runs", runs());
    json.writeNumberField("passRate", passRate());
    json.writeArrayFieldStart("flaky");
    for (String name : flaky()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("experiments");
    for (Map.Entry<String, Map<String, Long>> experiment : counts.entrySet()) {
      json.writeObjectFieldStart(experiment.getKey());
      for (Map.Entry<String, Long> count : experiment.getValue().entrySet()) {
        json.writeNumberField(count.getKey(), count.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("canariesFound");
    for (String canary : found) {
      json.writeString(canary);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private String markdown(@Nullable WorkTree tree) {
    StringBuilder text = new StringBuilder("# Determinism and crash laboratory\n\n");
    String commit =
        tree == null ? "unknown" : tree.commit() + (tree.dirty() ? " with changes" : "");
    text.append("- commit ").append(commit).append('\n');
    text.append("- JVM ").append(System.getProperty("java.vm.version"));
    text.append(Lab.isLong() ? ", the long run\n" : ", a build's share\n");
    if (!repetitions.isEmpty()) {
      text.append("- ").append(runs()).append(" repetitions of ").append(repetitions.size());
      text.append(" tests, ").append(passRate()).append(" % passed");
      text.append(flaky().isEmpty() ? "; none is flaky" : "; flaky: " + flaky());
      text.append(
          ". Repetition in one JVM finds what depends on threads and on state left behind,");
      text.append(" and nothing that differs between JVMs.\n");
    }
    text.append("\n| experiment | what was done |\n|---|---|\n");
    for (Map.Entry<String, Map<String, Long>> experiment : counts.entrySet()) {
      List<String> done = new ArrayList<>();
      experiment.getValue().forEach((what, count) -> done.add(count + " " + what));
      text.append("| ").append(experiment.getKey()).append(" | ");
      text.append(String.join(", ", done)).append(" |\n");
    }
    text.append("\n## Planted faults that were found\n\n");
    found.forEach(canary -> text.append("- ").append(canary).append('\n'));
    if (found.isEmpty()) {
      text.append("Not run.\n");
    }
    return text.toString();
  }

  private int runs() {
    return repetitions.values().stream().mapToInt(of -> of.passed + of.failed).sum();
  }

  private double passRate() {
    int passed = repetitions.values().stream().mapToInt(of -> of.passed).sum();
    return runs() == 0 ? 0 : 100.0 * passed / runs();
  }

  private List<String> flaky() {
    List<String> flaky = new ArrayList<>();
    repetitions.forEach(
        (name, of) -> {
          if (of.passed > 0 && of.failed > 0) {
            flaky.add(name);
          }
        });
    return flaky;
  }
}
