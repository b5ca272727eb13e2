package dev.arborist.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory in which every example of a command's help makes sense. */
final class ExampleQueue {

  private static final int TASKS = 17;

  private static final String PLAN = "{\"phases\": [{\"name\": \"dig\"}, {\"name\": \"plant\"}]}\n";

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
  }

  private static String write(Path directory, String name, String content) {
    try {
      return Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8).toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
