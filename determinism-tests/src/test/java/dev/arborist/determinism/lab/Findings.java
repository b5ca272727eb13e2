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
import org.junit.platform.engine.TestExecutionResult.Status;

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
  private final Map<String, Done> done = new TreeMap<>();
  private final Map<String, Boolean> canaries = new TreeMap<>();
  private final Map<String, List<String>> survivors = new TreeMap<>();
  private final Map<String, String> failed = new TreeMap<>();
  private final Map<String, String> leftOut = new TreeMap<>();
  private int passed;

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
   * What an experiment did, which is printed too.
   *
   * @param experiment a short name
   */
  public synchronized void did(String experiment, Done what) {
    System.out.println(experiment + ": " + what);
    done.put(experiment, what);
  }

  /** A fault that was planted, and whether it was found. */
  public synchronized void planted(String canary, boolean wasFound) {
    canaries.put(canary, wasFound);
  }

  /** The mutants of some code that no test has killed. */
  public synchronized void survived(String code, List<String> mutants) {
    survivors.put(code, List.copyOf(mutants));
  }

  /** How a test has ended, or a class of them. */
  synchronized void ended(String test, Status how, String why) {
    switch (how) {
      case SUCCESSFUL -> passed++;
      case FAILED -> failed.put(test, why);
      case ABORTED -> leftOut.put(test, why);
    }
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
    json.writeObjectFieldStart("tests");
    json.writeNumberField("passed", passed);
    writeTexts(json, "failed", failed);
    writeTexts(json, "leftOut", leftOut);
    json.writeEndObject();
    json.writeObjectFieldStart("repetitions");
    json.writeNumberField("tests", repetitions.size());
    json.writeNumberField("runs", runs());
    json.writeNumberField("passRate", passRate());
    writeList(json, "flaky", flaky());
    json.writeEndObject();
    json.writeObjectFieldStart("experiments");
    for (Map.Entry<String, Done> experiment : done.entrySet()) {
      json.writeObjectFieldStart(experiment.getKey());
      for (Map.Entry<String, Long> count : experiment.getValue().counts().entrySet()) {
        json.writeNumberField(count.getKey(), count.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("canaries");
    for (Map.Entry<String, Boolean> canary : canaries.entrySet()) {
      json.writeBooleanField(canary.getKey(), canary.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("survivors");
    for (Map.Entry<String, List<String>> code : survivors.entrySet()) {
      writeList(json, code.getKey(), code.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeList(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void writeTexts(JsonGenerator json, String name, Map<String, String> texts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      json.writeStringField(text.getKey(), text.getValue());
    }
    json.writeEndObject();
  }

  private String markdown(@Nullable WorkTree tree) {
    StringBuilder text = new StringBuilder("# Determinism and crash laboratory\n\n");
    String commit =
        tree == null ? "unknown" : tree.commit() + (tree.dirty() ? " with changes" : "");
    text.append("- commit ").append(commit).append('\n');
    text.append("- JVM ").append(System.getProperty("java.vm.version"));
    text.append(Lab.isLong() ? ", the long run\n" : ", a build's share\n");
    text.append("- ").append(passed).append(" tests passed, ");
    text.append(failed.size()).append(" failed, ");
    text.append(leftOut.size()).append(" left out\n");
    failed.forEach((test, why) -> text.append("  - failed: ").append(line(test, why)));
    leftOut.forEach((test, why) -> text.append("  - left out: ").append(line(test, why)));
    if (!repetitions.isEmpty()) {
      text.append("- ").append(runs()).append(" repetitions of ").append(repetitions.size());
      text.append(" tests, ").append(passRate()).append(" % passed");
      text.append(flaky().isEmpty() ? "; none is flaky" : "; flaky: " + flaky());
      text.append(
          ". Repetition in one JVM finds what depends on threads and on state left behind,");
      text.append(" and nothing that differs between JVMs.\n");
    }
    text.append("\n| experiment | what was done |\n|---|---|\n");
    done.forEach(
        (experiment, what) ->
            text.append("| ").append(experiment).append(" | ").append(what).append(" |\n"));
    text.append("\n## Planted faults\n\n");
    canaries.forEach(
        (canary, wasFound) ->
            text.append(wasFound ? "- found: " : "- **missed**: ").append(canary).append('\n'));
    if (canaries.isEmpty()) {
      text.append("Not run.\n");
    }
    survivors.forEach(
        (code, mutants) -> {
          text.append("\n## Mutants of ").append(code).append(" that survived\n\n");
          mutants.forEach(mutant -> text.append("- ").append(mutant).append('\n'));
        });
    return text.toString();
  }

  private static String line(String test, String why) {
    return test + ": " + why.lines().findFirst().orElse("") + "\n";
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
