package dev.arborist.determinism.fuzz;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskLinesWriter;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.cli.CommandsInProcess;
import dev.arborist.cli.CommandsInProcess.Outcome;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every case finds when it begins, byte for byte.
 *
 * @param queues a database for each start, closed and without a log
 * @param exports the same as lines
 * @param files all other files by their paths
 */
record Template(
    Map<FuzzCase.Start, byte[]> queues,
    Map<FuzzCase.Start, String> exports,
    Map<String, byte[]> files) {

  /** Where commands find the queue. */
  static final String QUEUE = ".arborist/queue.db";

  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final String HISTORY = ".arborist/history.db";

  private static final FileTime MEASURED = FileTime.fromMillis(1_767_225_600_500L);

  /** Nobody's lease or time comes while cases are run. */
  private static final Duration LONG = Duration.ofDays(3_600);

  /** Makes it in an empty directory. */
  static Template make(Path directory) throws IOException {
    Map<FuzzCase.Start, byte[]> queues = new TreeMap<>();
    Map<FuzzCase.Start, String> exports = new TreeMap<>();
    for (FuzzCase.Start start : FuzzCase.Start.values()) {
      Path queue = directory.resolve(start + ".db");
      Arborist.create(queue);
      try (Arborist arborist = open(queue)) {
        if (start == FuzzCase.Start.FILLED) {
          fill(arborist);
        }
        exports.put(start, export(arborist));
      }
      queues.put(start, Files.readAllBytes(queue));
    }
    return new Template(queues, exports, files(directory, exports));
  }

  /** Opens a queue; nobody waits for the disk. */
  static Arborist open(Path queue) {
    return Arborist.at(queue)
        .clock(new TestClock())
        .ids(new SequentialIds())
        .durability(Durability.NORMAL)
        .open();
  }

  /** Everything that a queue holds, as lines. */
  static String export(Arborist arborist) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream bytes = out;
        TaskLinesWriter lines = new TaskLinesWriter(bytes)) {
      arborist.browser().export(lines);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The content of a file. */
  String text(String file) {
    return new String(files.get(file), StandardCharsets.UTF_8);
  }

  private static void fill(Arborist arborist) {
    TaskQueue queue = arborist.queue();
    for (int i = 1; i <= 12; i++) {
      NewTask.Builder task =
          NewTask.of("Task " + i + " — 日本\nand more").timeout(LONG).basePriority(i % 11);
      if (i > 3) {
        task.parent(TaskNumber.of(i / 3)).payload("{\"i\": " + i + ".50}");
      }
      if (i > 8) {
        task.prerequisites(List.of(TaskNumber.of(i - 4), TaskNumber.of(i - 5)));
      }
      if (i % 4 == 0) {
        task.idempotencyKey("key-" + i).branch("main").agentType("writer").session("s");
        task.deadline(Instant.parse("2100-01-01T00:00:00.123456Z")).estimate(Duration.ofHours(4));
      }
      queue.enqueue(task.build());
    }
    queue.enqueue(NewTask.of("Later").notBefore(Instant.parse("2100-03-01T00:00:00Z")).build());
    List<Claim> claims = queue.claim("w-1", 5, LONG);
    end(queue, claims);
    queue.cancel(queue.enqueue(NewTask.of("Never").build()).number(), null);
    arborist.specifications().put("task:1:specs", "plan", "{\"phases\": [{\"a\": 1}]}");
    arborist.specifications().put("task:1:specs", "plan", "{\"phases\": [{\"a\": 2}]}");
    arborist
        .upkeep()
        .prune(PruneRequest.where().statuses(List.of(TaskStatus.CANCELLED)).limit(1).build());
  }

  private static void end(TaskQueue queue, List<Claim> claims) {
    for (int i = 0; i < claims.size(); i++) {
      TaskNumber number = claims.get(i).details().task().number();
      long token = claims.get(i).token();
      switch (i) {
        case 0 -> queue.complete(number, token, "{\"ok\": true}");
        case 1 -> queue.failPermanently(number, token, "exit code 1");
        case 2 -> queue.release(number, token);
        default -> queue.heartbeat(number, token, LONG);
      }
    }
  }

  private static Map<String, byte[]> files(Path directory, Map<FuzzCase.Start, String> exports)
      throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("files/jmh.json", example("jmh.json"));
    files.put("files/requirements.toml", example("requirements.toml"));
    files.put("files/batch.jsonl", example("shop.jsonl"));
    files.put("files/beads.jsonl", example("beads-small.jsonl"));
    files.put("files/taskwarrior.json", example("taskwarrior-small.json"));
    files.put(
        "files/own.jsonl", exports.get(FuzzCase.Start.FILLED).getBytes(StandardCharsets.UTF_8));
    files.put("files/document.json", "{\"a\": [1]}".getBytes(StandardCharsets.UTF_8));
    Path place = Files.createDirectory(directory.resolve("runs"));
    Path results = Files.write(place.resolve("jmh.json"), files.get("files/jmh.json"));
    Files.setLastModifiedTime(results, MEASURED); // which stands in what is spoilt then
    done(place, "perf", "init", "jmh.json");
    done(place, "perf", "import", "jmh.json", "--label", "one");
    done(place, "perf", "import", "jmh.json");
    done(place, "perf", "baseline", "pin", "1");
    done(place, "perf", "export", "2", "--format", "json", "--output", "run.json");
    files.put("files/run.json", Files.readAllBytes(place.resolve("run.json")));
    files.put(HISTORY, Files.readAllBytes(place.resolve(HISTORY)));
    return files;
  }

  private static byte[] example(String name) throws IOException {
    return Files.readAllBytes(EXAMPLES.resolve(name));
  }

  private static void done(Path directory, String... arguments) {
    Outcome outcome =
        CommandsInProcess.outcome(directory, Map.of(), new byte[0], List.of(arguments));
    Violation.unless(outcome.exitCode() == 0, outcome.err());
  }
}
