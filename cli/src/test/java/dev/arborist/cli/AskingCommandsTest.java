package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of tasks: add, update, link and unlink. */
class AskingCommandsTest {

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
    arborist.environment.put("USER", "you");
    arborist.done("init");
  }

  private String shown(String task) {
    return arborist.done("show", task);
  }

  @Test
  void aTaskIsAddedWithEverythingThatCanBeSaidOfIt() {
    arborist.done("add", "parent");
    assertEquals(
        "added #2 (pending)\n",
        arborist.done(
            "add",
            "b",
            "--deadline",
            "2026-12-01",
            "--estimate",
            "2w",
            "--not-before",
            "+2d",
            "--retries",
            "0",
            "--timeout",
            "90m",
            "--payload",
            "{\"a\": 1}",
            "--session",
            "s-1",
            "--key",
            "k-1",
            "--parent",
            "1",
            "--branch",
            "main",
            "--agent-type",
            "writer",
            "--source",
            "agent_planner",
            "--priority",
            "9",
            "--summary",
            "B"));
    String card = shown("2");
    for (String line :
        new String[] {
          "#2 B\n",
          "deadline       2026-12-01T00:00:00Z\n",
          "estimate       14d\n",
          "max retries    0\n",
          "timeout        1h30m\n",
          "\npayload\n  {\"a\": 1}\n",
          "session        s-1\n",
          "key            k-1\n",
          "parent         #1\n",
          "branch         main\n",
          "agent type     writer\n",
          "source         agent_planner\n",
          "base priority  9\n",
          "not before     20"
        }) {
      assertTrue(card.contains(line), line + " is not in " + card);
    }
  }

  @Test
  void timesAreAbsoluteOrSeenFromNow() {
    arborist.done("add", "a", "--not-before", "+90m", "--deadline", "2030-06-01T10:00:00+02:00");
    assertTrue(shown("1").contains("deadline       2030-06-01T08:00:00Z\n"), arborist.out);
    arborist.done("add", "b", "--not-before", "-1w");
    assertTrue(shown("2").contains("status         ready\n"), arborist.out);
    for (String wrong : new String[] {"soon", "+2", "2026-13-01", "2026-12-01T08:00", "+", ""}) {
      String error = arborist.fails(ExitCode.USAGE, "add", "c", "--deadline", wrong);
      assertTrue(
          error.contains("write 2026-12-01T08:00:00Z, 2026-12-01, +2d or -2d")
              || error.contains("is not a duration"),
          error);
    }
  }

  @Test
  void aKeyAddsATaskOnce() {
    assertEquals("added #1 (ready)\n", arborist.done("add", "a", "--key", "k"));
    assertEquals("#1 has this key already (ready)\n", arborist.done("add", "a", "--key", "k"));
    arborist.fails(ExitCode.REFUSED, "add", "another", "--key", "k");
    assertEquals("added #2 (ready)\n", arborist.done("add", "b"));
  }

  @Test
  void aGraphIsAddedAllOrNone() throws Exception {
    arborist.done("add", "already here");
    Path file = directory.resolve("graph.jsonl");
    Files.writeString(
        file,
        """
        {"ref": "release", "prompt": "Release", "prerequisites": ["tests", 1]}
        {"ref": "tests", "prompt": "Test", "parent": "release", "payload": {"a": [1]}}
        """);
    assertEquals(
        "added #2 (blocked)\nadded #3 (ready)\n", arborist.done("add", "--batch", "graph.jsonl"));
    assertTrue(shown("2").contains("prerequisites  #1, #3\n"), arborist.out);
    assertTrue(shown("3").contains("\npayload\n  {\"a\": [1]}\n"), arborist.out);
    arborist.in = "{\"prompt\": \"from a pipe\"}\n";
    assertTrue(arborist.done("add", "--batch", "-", "--json").startsWith("[ {"), arborist.out);
    arborist.in = "";
    assertEquals("added nothing: the batch holds no task\n", arborist.done("add", "--batch", "-"));
    Files.writeString(
        file, "{\"prompt\": \"good\"}\n{\"prompt\": \"x\", \"prerequisites\": [99]}\n");
    arborist.fails(ExitCode.NOT_FOUND, "add", "--batch", "graph.jsonl");
    assertFalse(arborist.done("list").contains("good"), "all or none");
  }

  @Test
  void aBatchSaysEverythingItself() {
    arborist.in = "{\"prompt\": \"a\"}\n";
    assertEquals(
        "arborist: with --batch, each line says everything: leave --priority out",
        arborist.fails(ExitCode.USAGE, "add", "--batch", "-", "--priority", "3"));
    assertEquals(
        "arborist: with --batch, each line has a prompt: give no other",
        arborist.fails(ExitCode.USAGE, "add", "x", "--batch", "-"));
    assertEquals(
        "arborist: nothing is to be done: give a PROMPT, or --batch FILE",
        arborist.fails(ExitCode.USAGE, "add"));
    arborist.fails(ExitCode.USAGE, "add", "--batch", "none.jsonl", "--no-pager");
    assertTrue(arborist.err.contains("none.jsonl"), arborist.err);
    arborist.fails(ExitCode.USAGE, "add", "--batch", ".arborist/queue.db");
    arborist.fails(ExitCode.USAGE, "add", "x", "--payload", "no json");
    assertEquals("", arborist.done("list"));
  }

  @Test
  void everyFieldCanBeChangedAndCleared() {
    arborist.done("add", "parent");
    arborist.done("add", "b");
    assertEquals(
        "updated #2\n",
        arborist.done(
            "update",
            "2",
            "--summary",
            "B",
            "--prompt",
            "new",
            "--priority",
            "9",
            "--deadline",
            "2026-12-01",
            "--estimate",
            "4h",
            "--not-before",
            "+1d",
            "--agent-type",
            "writer",
            "--branch",
            "main",
            "--retries",
            "7",
            "--timeout",
            "2h",
            "--payload",
            "[1]",
            "--parent",
            "1"));
    String card = shown("2");
    for (String line :
        new String[] {
          "#2 B\n",
          "base priority  9\n",
          "deadline  ",
          "estimate       4h\n",
          "not before  ",
          "agent type     writer\n",
          "branch         main\n",
          "max retries    7\n",
          "timeout        2h\n",
          "\npayload\n  [1]\n",
          "parent         #1\n",
          "\nprompt\n  new\n",
          "status         pending\n"
        }) {
      assertTrue(card.contains(line), line + " is not in " + card);
    }
    arborist.done(
        "update",
        "2",
        "--no-deadline",
        "--no-estimate",
        "--no-not-before",
        "--no-agent-type",
        "--no-branch",
        "--no-payload",
        "--no-parent");
    card = shown("2");
    for (String name :
        new String[] {
          "deadline", "estimate", "not before", "agent type", "branch", "payload", "parent"
        }) {
      assertFalse(card.contains("\n" + name + " ") || card.contains("\n" + name + "\n"), card);
    }
  }

  @Test
  void anUpdateThatCannotBeIsRefused() {
    arborist.done("add", "a");
    arborist.done("add", "b", "--parent", "1");
    assertEquals(
        "arborist: give --deadline or --no-deadline, not both",
        arborist.fails(ExitCode.USAGE, "update", "1", "--deadline", "+1d", "--no-deadline"));
    arborist.fails(ExitCode.USAGE, "update", "1");
    arborist.fails(ExitCode.USAGE, "update", "1", "--priority", "11");
    arborist.fails(ExitCode.USAGE, "update", "1", "--payload", "{");
    arborist.fails(ExitCode.NOT_FOUND, "update", "9", "--priority", "1");
    arborist.fails(ExitCode.REFUSED, "update", "1", "--parent", "2");
    arborist.done("cancel", "1");
    arborist.fails(ExitCode.REFUSED, "update", "1", "--priority", "1");
    arborist.done("update", "1", "--summary", "still allowed", "--branch", "main");
  }

  @Test
  void tasksAreLinkedAndUnlinked() {
    arborist.done("add", "a");
    arborist.done("add", "b");
    assertEquals("#2 now waits for #1; it is blocked\n", arborist.done("link", "2", "1"));
    assertEquals(
        "arborist: the prerequisites would form a cycle: #1 -> #2 -> #1",
        arborist.fails(ExitCode.REFUSED, "link", "1", "2"));
    assertEquals("#2 no longer waits for #1; it is ready\n", arborist.done("unlink", "2", "1"));
    arborist.fails(ExitCode.REFUSED, "unlink", "2", "1");
    arborist.fails(ExitCode.NOT_FOUND, "link", "2", "7");
    arborist.fails(ExitCode.USAGE, "link", "2");
    assertTrue(
        arborist.done("link", "2", "1", "--json").contains("\"status\" : \"blocked\""),
        arborist.out);
  }

  @Test
  void aTaskIsMeantByItsNumberItsIdOrTheBeginningOfTheId() {
    String added = arborist.done("add", "a", "--json");
    String id = added.replaceAll("(?s).*\"id\" : \"([^\"]+)\".*", "$1");
    assertTrue(shown(id).startsWith("#1 a\n"));
    assertTrue(shown(id.substring(0, 18)).startsWith("#1 a\n"));
    assertTrue(shown("#1").startsWith("#1 a\n"));
    assertEquals("added #2 (blocked)\n", arborist.done("add", "b", "--prerequisites", id));
    assertEquals("updated #1\n", arborist.done("update", id, "--priority", "3"));
    arborist.fails(ExitCode.NOT_FOUND, "show", "ffff");
    arborist.fails(ExitCode.USAGE, "show", "x");
  }
}
