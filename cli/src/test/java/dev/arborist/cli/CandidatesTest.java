package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidatesTest {

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
  }

  /** What is answered, which is never an error. */
  private List<String> answer(String style, String query, String typed, String... words) {
    List<String> arguments = new ArrayList<>(List.of("__complete", style, query, typed));
    arguments.addAll(List.of(words));
    String out = arborist.done(arguments.toArray(String[]::new));
    assertEquals("", arborist.err);
    return out.lines().toList();
  }

  private List<String> values(String query, String typed) {
    return answer("plain", query, typed).stream().map(line -> line.split("\t", -1)[0]).toList();
  }

  @Test
  void tasksComeWithTheirSummaries() {
    arborist.done("init");
    arborist.done("add", "Write the parser");
    arborist.done("add", "x".repeat(70));
    assertEquals(
        List.of("1\tWrite the parser", "2\t" + "x".repeat(59) + "…"), answer("plain", "tasks", ""));
  }

  @Test
  void onlyTasksOfTheStatusesThatAreWantedAreOffered() {
    ExampleQueue.create(directory);
    assertEquals(List.of("12", "14"), values("tasks:failed,cancelled", ""));
    assertEquals(List.of("17"), values("tasks:running", ""));
    assertEquals(List.of("13"), values("tasks:completed", ""));
    assertEquals(17, values("tasks", "").size());
  }

  @Test
  void aTaskThatStandsOnTheLineIsNotOfferedAgain() {
    arborist.done("init");
    for (int i = 1; i <= 3; i++) {
      arborist.done("add", "x");
    }
    assertEquals(3, answer("plain", "tasks", "", "arborist", "link", "").size());
    assertEquals(1, answer("plain", "tasks", "1", "arborist", "link", "1").size());
    assertEquals(
        List.of("2\tx", "3\tx"), answer("plain", "tasks", "", "arborist", "link", "1", ""));
    assertEquals(List.of(), answer("plain", "tasks", "1", "arborist", "link", "1", "1"));
    assertEquals(
        3, answer("plain", "tasks", "", "arborist", "list", "--limit", "1", "--parent", "").size());
  }

  @Test
  void aNumberIsContinuedFromItsFirstDigits() {
    arborist.done("init");
    for (int i = 0; i < 112; i++) {
      arborist.done("add", "x", "--durability", "normal");
    }
    assertEquals(List.of("11", "110", "111", "112"), values("tasks", "11"));
    assertEquals(List.of("112"), values("tasks", "112"));
    assertEquals(1 + 10 + 13, values("tasks:ready", "1").size());
    for (String none : new String[] {"0", "113", "x", "-1", "9".repeat(30), "1.", "٣"}) {
      assertEquals(List.of(), values("tasks", none));
    }
  }

  @Test
  void thereAreNeverMoreThanAScreenCanShow() throws IOException {
    arborist.done("init");
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= 1_500; i++) {
      lines.append("{\"number\":" + i + ",\"prompt\":\"task\",\"branch\":\"b" + i + "\"}\n");
    }
    Files.writeString(directory.resolve("many.jsonl"), lines);
    arborist.done("import", "many.jsonl");
    assertEquals(200, values("tasks", "").size());
    assertEquals(200, values("tasks", "1").size());
    arborist.done("update", "7", "--priority", "9");
    assertTrue(values("tasks", "").contains("7"), "what comes first is among them");
    assertEquals(
        List.of("7", "70", "79"),
        values("tasks", "7").subList(0, 12).stream().filter(n -> n.matches("7|70|79")).toList());
    assertEquals(500, values("branches", "").size());
    assertTrue(values("branches", "b15").contains("b1500"), "what is new is among them");
    arborist.done("claim", "--worker", "me", "--lease", "1h");
    assertEquals(List.of("b7"), values("branches", "b7"));
    assertEquals(List.of("me"), values("workers", ""));
  }

  @Test
  void namesAreOfferedOnceAndInOrder() {
    ExampleQueue.create(directory);
    arborist.done("add", "a", "--agent-type", "tester", "--branch", "feature/x");
    assertEquals(List.of("tester", "writer"), values("agent-types", ""));
    assertEquals(List.of("tester"), values("agent-types", "t"));
    assertEquals(List.of("feature/x"), values("branches", ""));
    assertEquals(List.of("me"), values("workers", ""));
  }

  @Test
  void theQueueIsTheOneThatTheLineNames() {
    arborist.done("init");
    arborist.done("add", "here");
    arborist.done("init", "--db", "my queue.db");
    arborist.done("add", "there", "--db", "my queue.db");
    String[][] lines = {
      {"plain", "arborist", "show", "--db", "my queue.db", ""},
      {"plain", "arborist", "--db=my queue.db", "show", ""},
      {"plain", "arborist", "show", "--db", "~/my queue.db"},
      {"quoted", "arborist", "show", "--db", "my\\ queue.db", ""},
      {"quoted", "arborist", "show", "--db='my queue.db'"},
      {"quoted", "arborist", "show", "--db", "\"my queue.db\""},
      {"quoted", "arborist", "show", "--db", "~/my\" \"queue.db"},
      {"quoted", "arborist", "--db", "other.db", "show", "--db", "my\\ queue.db"},
    };
    arborist.environment.put("HOME", directory.toString());
    for (String[] line : lines) {
      String[] words = List.of(line).subList(1, line.length).toArray(String[]::new);
      assertEquals(
          List.of("1\tthere"), answer(line[0], "tasks", "", words), List.of(line)::toString);
    }
    assertEquals(List.of("1\there"), answer("plain", "tasks", "", "arborist", "show", ""));
    assertEquals(List.of(), answer("quoted", "tasks", "", "arborist", "--db", "\"$HOME/q.db\""));
    arborist.environment.put("ARBORIST_DB", "my queue.db");
    assertEquals(List.of("1\tthere"), answer("plain", "tasks", "", "arborist", "show", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasks", "tasks:ready", "branches", "agent-types", "workers", "runs"})
  void whereThereIsNothingNothingIsSaid(String query) throws IOException {
    assertEquals(List.of(), answer("plain", query, ""));
    assertFalse(Files.exists(directory.resolve(".arborist")));
    Files.writeString(directory.resolve("no.db"), "this is no queue");
    assertEquals(List.of(), answer("plain", query, "", "arborist", "--db", "no.db"));
    assertEquals(List.of(), answer("plain", query, "", "arborist", "--db", "."));
    assertEquals(List.of(), answer("plain", query, "", "arborist", "--db", "a\0b"));
    assertEquals(List.of(), answer("plain", "tasks:nonsense", ""));
    assertEquals(List.of(), answer("plain", "nonsense", ""));
    assertEquals("", arborist.done("__complete"));
    assertEquals("", arborist.done("__complete", "plain", query));
  }

  @Test
  void runsAreThoseOfTheHistory() throws IOException {
    ExampleQueue.copyMeasurements(directory);
    arborist.done("perf", "init", "jmh.json", "--output", "r.toml");
    arborist.done("perf", "import", "jmh-old.json", "--label", "nightly");
    List<String> runs = answer("plain", "runs", "", "arborist", "perf", "show", "");
    assertEquals(1, runs.size(), runs::toString);
    assertTrue(runs.get(0).matches("0001\t2.*Z nightly"), runs::toString);
    assertEquals(List.of(), values("runs", "1"));
  }
}
