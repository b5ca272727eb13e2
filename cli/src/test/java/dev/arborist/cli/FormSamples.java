package dev.arborist.cli;

import static dev.arborist.cli.MadeResults.around;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.adapters.files.validation.LaboratoryJson;
import dev.arborist.adapters.files.validation.VerdictJson;
import dev.arborist.adapters.jmh.duet.ForeignJar;
import dev.arborist.adapters.sqlite.history.SqliteRunHistory;
import dev.arborist.domain.validation.report.Laboratory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;

/** What every command with {@code --json} printed in the life of a queue. */
final class FormSamples {

  /**
   * One value that was printed.
   *
   * @param command as the form names it
   */
  record Sample(JsonForm form, String command, Object value) {}

  private static final String BATCH =
      """
      {"ref": "tests", "prompt": "Run the tests", "branch": "main", "agentType": "tester"}
      {"ref": "all", "prompt": "Release", "parent": 1, "prerequisites": ["tests", 2], "timeout": "2h"}
      {"prompt": "Say so", "parent": "all", "source": null, "deadline": 1900000000000000, "payload": [1],\
       "summary": "Say", "session": "s", "basePriority": 5, "estimate": 60000000, "maxRetries": 0,\
       "notBefore": "2026-01-31T12:00:00Z", "idempotencyKey": "said"}
      """;

  private final Path directory;
  private final CommandLineFixture arborist;
  private final List<Sample> samples = new ArrayList<>();

  private FormSamples(Path directory) {
    this.directory = directory;
    arborist = new CommandLineFixture(directory);
  }

  static List<Sample> collect(Path directory) throws IOException, SQLException {
    FormSamples samples = new FormSamples(directory);
    samples.tasks();
    samples.work();
    samples.answers();
    samples.trees();
    samples.upkeep();
    samples.examinations();
    return List.copyOf(samples.samples);
  }

  private void one(JsonForm form, String command, String text) {
    samples.add(new Sample(form, command, FormValidator.parse(text)));
  }

  private void lines(JsonForm form, String command, String text) {
    text.lines().forEach(line -> one(form, command, line));
  }

  /** Runs a command whose first words are those by which the form knows it. */
  private void print(JsonForm form, String command, String... rest) {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.addAll(List.of(rest));
    words.add("--json");
    one(form, command, arborist.done(words.toArray(String[]::new)));
  }

  private void tasks() throws IOException {
    arborist.done("init");
    print(JsonForm.TASKS, "list");
    print(JsonForm.CLAIMS, "claim", "--worker", "me");
    print(JsonForm.STATISTICS, "status");
    print(JsonForm.TASK, "add", "Build \"it\"\n☃ \u0007");
    String[] everything = {
      "Paint it",
      "--parent",
      "1",
      "--prerequisites",
      "1",
      "--priority",
      "8",
      "--deadline",
      "2030-01-01",
      "--estimate",
      "2h",
      "--not-before",
      "2029-01-01",
      "--agent-type",
      "painter",
      "--branch",
      "wall",
      "--session",
      "s",
      "--source",
      "agent_planner",
      "--key",
      "k",
      "--payload",
      "{\"deep\": [{\"number\": null}]}"
    };
    print(JsonForm.TASK, "add", everything);
    Files.writeString(directory.resolve("batch.jsonl"), BATCH);
    lines(JsonForm.BATCH, "add --batch", BATCH);
    one(JsonForm.TASKS, "add --batch", arborist.done("add", "--batch", "batch.jsonl", "--json"));
    print(JsonForm.TASK, "update", "3", "--priority", "9");
    print(JsonForm.TASK, "link", "5", "3");
    print(JsonForm.TASK, "unlink", "5", "3");
    for (int number = 6; number <= 9; number++) {
      arborist.done("add", "task " + number, "--retries", "1", "--priority", "10");
    }
  }

  private void work() throws IOException {
    print(JsonForm.CLAIMS, "claim", "--worker", "me", "--count", "3", "--lease", "1h");
    print(JsonForm.TASK, "heartbeat", "6", "--token", "1", "--lease", "30m");
    print(JsonForm.TASK, "complete", "6", "--token", "1", "--result", "{\"a\": [ ]}");
    print(JsonForm.TASK, "fail", "7", "--token", "1", "--error", "red");
    print(JsonForm.TASK, "release", "8", "--token", "1");
    arborist.done("link", "9", "8");
    print(JsonForm.EXPLANATION, "explain", "9");
    print(JsonForm.EXPLANATION, "explain", "7");
    print(JsonForm.TASKS, "cancel", "8");
    print(JsonForm.EXPLANATION, "explain", "9");
    print(JsonForm.TASK, "show", "9");
    print(JsonForm.TASKS, "retry", "8");
    print(JsonForm.TASKS, "cancel", "9");
    arborist.done("work", "--once", "--quiet", "--", "sh", "-c", "cat > claim.json");
    one(JsonForm.CLAIM, "work", Files.readString(directory.resolve("claim.json")));
  }

  private void answers() {
    arborist.done("claim", "--worker", "you", "--lease", "1h");
    print(JsonForm.TASKS, "list", "--limit", "0");
    for (String sort : new String[] {"priority", "number", "created", "updated", "deadline"}) {
      print(JsonForm.PAGE, "list --page", "--sort", sort, "--reverse", "--limit", "2");
    }
    print(JsonForm.PAGE, "list --page");
    print(JsonForm.TASK, "show", "2");
    print(JsonForm.TASKS, "prerequisites", "4");
    print(JsonForm.TASKS, "dependents", "1");
    print(JsonForm.EXPLANATION, "explain", "8");
    print(JsonForm.STATISTICS, "status");
    print(JsonForm.PLAN, "plan");
    print(JsonForm.EVENTS, "events", "--limit", "0");
    print(JsonForm.FORMS, "schema");
    follow();
  }

  /** A reader who goes when some events have come. */
  private void follow() {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    OutputStream reader =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            if (seen.size() > 0) {
              throw new IOException("Broken pipe");
            }
            seen.write(bytes, from, length);
          }
        };
    String[] words = {"events", "--follow", "--json", "--limit", "3"};
    assertEquals(ExitCode.DONE, Main.run(arborist.terminal(reader, System.err), words));
    assertEquals(3, seen.toString(StandardCharsets.UTF_8).lines().count());
    lines(JsonForm.EVENT, "events --follow", seen.toString(StandardCharsets.UTF_8));
  }

  private void trees() {
    print(JsonForm.TREE, "tree", "--depth", "1");
    for (String view : new String[] {"tree", "dependency", "timeline", "branch", "flat"}) {
      print(JsonForm.TREE, "tree", "--view", view);
      print(JsonForm.TREE, "tree", "--view", view, "--status", "blocked");
    }
  }

  private void upkeep() throws IOException, SQLException {
    Files.writeString(directory.resolve("plan.json"), "{\"phases\": [1, {\"x\": null}]}");
    print(JsonForm.DOCUMENTS, "spec put", "garden", "plan", "plan.json");
    print(JsonForm.DOCUMENTS, "spec list");
    print(JsonForm.PRUNES, "prune", "--status", "cancelled", "--dry-run");
    print(JsonForm.PRUNES, "prune", "--status", "completed");
    print(JsonForm.EVENTS, "events", "6");
    lines(JsonForm.EXPORT, "export", arborist.done("export"));
    print(JsonForm.DIAGNOSIS, "doctor");
    imports();
    String place = "jdbc:sqlite:" + directory.resolve(".arborist/queue.db");
    try (Connection connection = DriverManager.getConnection(place);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE task SET priority = 99 WHERE number = 4");
    }
    assertEquals(ExitCode.STORAGE, arborist.run("doctor", "--json"));
    one(JsonForm.DIAGNOSIS, "doctor", arborist.out);
    print(JsonForm.DIAGNOSIS, "doctor", "--repair");
  }

  private void imports() throws IOException {
    Files.writeString(directory.resolve("empty.jsonl"), "");
    print(JsonForm.IMPORTED, "import", "empty.jsonl");
    Path beads = Path.of("../examples/beads-small.jsonl").toAbsolutePath();
    print(JsonForm.IMPORTED, "import", beads.toString(), "--format", "beads");
  }

  /** What others have measured, and what the project's own benchmarks have. */
  private void examinations() throws IOException {
    ExampleQueue.copyMeasurements(directory);
    Path history = directory.resolve(".arborist/history.db");
    SqliteRunHistory.create(history, new VerdictJson()).close();
    arborist.done("perf", "import", "jmh-old.json", "--label", "nightly");
    arborist.done("perf", "baseline", "pin", "0001");
    examination(JsonForm.REPORT, " --format json");
    examination(JsonForm.DELIVERABLE, " --format deliverable");
    new MadeResults().time("B.run", around(10, 10)).write(directory.resolve("old.json"));
    new MadeResults().time("B.run", around(20, 10)).write(directory.resolve("slower.json"));
    String[] rule = {"old.json", "slower.json", "--fail-if", "median:10%"};
    perf(JsonForm.REPORT, "perf compare --format json", rule);
    duets();
    String own = withACliffAndALaboratory();
    perf(JsonForm.REPORT, "perf export --format json", own);
    perf(JsonForm.DELIVERABLE, "perf report --format deliverable", own);
    print(JsonForm.RUNS, "perf history");
  }

  /** A short one that is really held, which decides nothing, and one that is full. */
  private void duets() throws IOException {
    ForeignJar.of(
        directory,
        "gate",
        "Gate",
        ForeignJar.source("Gate", "@Benchmark public byte[] open() { return new byte[9]; }"));
    String jar = directory.resolve("gate.jar").toString();
    String[] words = {"--baseline", jar, "--candidate", jar, "--budget", "1s"};
    perf(JsonForm.REPORT, "perf duet --format json", words);
    perf(JsonForm.DELIVERABLE, "perf duet --format deliverable", words);
    MadeDuets.write(directory.resolve("duet.json"));
    perf(JsonForm.REPORT, "perf report --format json", "duet.json");
    perf(JsonForm.DELIVERABLE, "perf report --format deliverable", "duet.json");
  }

  /** The project's own results, in one of which there is a cliff, beside a laboratory's. */
  private String withACliffAndALaboratory() throws IOException {
    JSONObject run = new JSONObject(Files.readString(Path.of("../perf-tests/baseline.json")));
    JSONObject cliff = new JSONObject(Map.of("smaller", 1, "larger", 2, "localExponent", 3.5));
    run.getJSONArray("scaling").getJSONObject(0).getJSONArray("cliffs").put(cliff);
    run.put("laboratory", laboratory());
    return Files.writeString(directory.resolve("own.json"), run.toString()).toString();
  }

  private static JSONObject laboratory() throws IOException {
    Laboratory found =
        new Laboratory(
            "",
            "abc",
            "",
            "17",
            false,
            new Laboratory.Tests(3, List.of("A.b: lost"), List.of("no strace")),
            new Laboratory.Repetitions(2, 20, 19, List.of("A.c")),
            List.of(
                new Laboratory.Experiment(
                    "calls", List.of(new Laboratory.Experiment.Count("kills", 40)))),
            List.of("damage"),
            List.of(new Laboratory.Canary("a tie", true)),
            List.of("task: a mutant"));
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    LaboratoryJson.write(found, json);
    JSONObject written = new JSONObject(json.toString(StandardCharsets.UTF_8));
    written.remove("version"); // of a document of its own
    return written;
  }

  private void examination(JsonForm form, String format) {
    perf(form, "perf check" + format, "jmh.json", "--fail-if", "median:50%");
    perf(form, "perf compare" + format, "jmh-old.json", "jmh.json");
    perf(form, "perf report" + format, "latest");
  }

  /** Judges as well as prints: what it finds is no failure of the printing. */
  private void perf(JsonForm form, String command, String... rest) {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.addAll(List.of(rest));
    arborist.run(words.toArray(String[]::new));
    one(form, command, arborist.out);
  }
}
