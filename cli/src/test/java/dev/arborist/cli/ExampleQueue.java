package dev.arborist.cli;

import dev.arborist.adapters.files.validation.VerdictJson;
import dev.arborist.adapters.sqlite.history.SqliteRunHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A directory in which every example of a command's help makes sense. */
final class ExampleQueue {

  private static final int TASKS = 17;

  private static final String PLAN = "{\"phases\": [{\"name\": \"dig\"}, {\"name\": \"plant\"}]}\n";

  /** What JMH's generator writes of a benchmark. */
  private static final String BENCHMARK =
      "JMH S 25 org.example.GateBenchmark S 52 org.example.jmh_generated.GateBenchmark_open_jmhTest"
          + " S 4 open S 11 AverageTime E A 1 1 1 E E E E E E E E E E E E E E U 12 MICROSECONDS E E ";

  private static final String BATCH =
      """
      {"ref": "tests", "prompt": "Run the tests"}
      {"ref": "release", "prompt": "Release 2.0", "prerequisites": ["tests"]}
      """;

  private ExampleQueue() {}

  /** Creates the queue that the others are copies of. */
  static Path create(Path directory) {
    CommandLineFixture arborist = new CommandLineFixture(directory);
    arborist.done("init");
    for (int i = 1; i <= TASKS; i++) {
      arborist.done("add", "Task " + i + " of the parser", "--agent-type", "writer");
    }
    arborist.done("update", "4", "--parent", "3");
    arborist.done("update", "17", "--priority", "10");
    arborist.done("link", "8", "5");
    arborist.done("claim", "--worker", "me", "--lease", "1h");
    for (String number : new String[] {"12", "13"}) {
      arborist.done("update", number, "--priority", "10");
      arborist.done("claim", "--worker", "me");
    }
    arborist.done("fail", "12", "--token", "1", "--permanent");
    arborist.done("complete", "13", "--token", "1");
    arborist.done("cancel", "14");
    arborist.done("spec", "put", "garden", "plan", write(directory, "plan.json", PLAN));
    return directory;
  }

  /** Fills a directory with a queue, unless the example makes one, and the files that are named. */
  static void prepare(Path directory, Path original, String example) throws IOException {
    write(directory, "plan.json", PLAN);
    write(directory, "release.jsonl", BATCH);
    WorkerProcess.script(directory, "run.sh", "echo $1");
    write(directory, "backup.jsonl", "{\"number\":1,\"prompt\":\"a\"}\n");
    Files.createDirectories(directory.resolve(".beads"));
    Files.copy(Path.of("../examples/beads-small.jsonl"), directory.resolve(".beads/issues.jsonl"));
    if (example.contains("arborist import")) {
      new CommandLineFixture(directory).done("init");
    } else if (!example.contains("arborist init")) {
      Files.createDirectories(directory.resolve(".arborist"));
      new CommandLineFixture(original)
          .done("backup", directory.resolve(".arborist/queue.db").toString());
    }
    if (example.contains("arborist perf")) {
      prepareMeasurements(directory, example);
    }
  }

  /** Results of JMH, requirements, and a history with two runs, of which one is pinned. */
  private static void prepareMeasurements(Path directory, String example) throws IOException {
    copyMeasurements(directory);
    if (example.contains("arborist perf duet")) {
      listBenchmarks(directory.resolve("old.jar"));
      listBenchmarks(directory.resolve("new.jar"));
      return;
    }
    if (example.contains("arborist perf init")) {
      Files.delete(directory.resolve("requirements.toml"));
      return;
    }
    Path history = directory.resolve(".arborist/history.db");
    SqliteRunHistory.create(history, new VerdictJson()).close();
    CommandLineFixture arborist = new CommandLineFixture(directory);
    arborist.done("perf", "import", "jmh-old.json", "--label", "nightly");
    arborist.done("perf", "import", "jmh.json", "--label", "nightly");
    arborist.done("perf", "baseline", "pin", "0001");
  }

  /** A jar that names a benchmark and does not hold it. */
  private static void listBenchmarks(Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("META-INF/BenchmarkList"));
      out.write(BENCHMARK.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The small results and requirements that the project ships as examples. */
  static void copyMeasurements(Path directory) throws IOException {
    for (String name : List.of("jmh-old.json", "jmh.json", "requirements.toml")) {
      Files.copy(Path.of("../examples", name), directory.resolve(name));
    }
  }

  private static String write(Path directory, String name, String content) {
    try {
      return Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8).toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
