package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MisuseTest {

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
  }

  private void refused(String message, String... arguments) {
    assertEquals("arborist: " + message, arborist.fails(ExitCode.USAGE, arguments));
  }

  @Test
  void aMisspeltCommandIsAskedAbout() {
    refused("'clam' is no command: did you mean 'claim'? see 'arborist --help'", "clam");
    refused(
        "'clam' is no command: did you mean 'claim'? see 'arborist --help'",
        "clam",
        "--worker",
        "me");
    refused(
        "'shwo' is no command of 'arborist perf': did you mean 'show'? see 'arborist perf --help'",
        "perf",
        "shwo");
    refused("'nonsense' is no command; see 'arborist --help'", "nonsense");
  }

  @Test
  void aMisspeltOptionIsAskedAbout() {
    for (String[] line :
        new String[][] {{"list", "--stauts", "ready"}, {"list", "--stauts=ready"}}) {
      refused(
          "'--stauts' is no option of 'arborist list': did you mean '--status'?"
              + " see 'arborist list --help'",
          line);
    }
    refused(
        "'--nonsense' is no option of 'arborist list'; see 'arborist list --help'",
        "list",
        "--nonsense");
  }

  @Test
  void aMisspeltValueIsAskedAboutAndTheOthersAreListed() {
    refused(
        "'runing' is no value of --status: did you mean 'running'? it takes pending, blocked,"
            + " ready, running, completed, failed or cancelled; see 'arborist list --help'",
        "list",
        "--status",
        "ready,runing");
    refused(
        "'done' is no value of --status: use completed, failed or cancelled;"
            + " see 'arborist prune --help'",
        "prune",
        "--status=done");
    for (List<String> line :
        List.of(
            List.of("humen", "human", "add", "x", "--source"),
            List.of("prio", "priority", "list", "--sort"),
            List.of("dependancy", "dependency", "tree", "--view"),
            List.of("htm", "html", "tree", "--format"),
            List.of("markdwon", "markdown", "perf", "report", "latest", "--format"),
            List.of("bead", "beads", "import", "x", "--format"),
            List.of("nevre", "never", "list", "--color"),
            List.of("norml", "normal", "add", "x", "--durability"),
            List.of("alway", "always", "prune", "--vacuum"),
            List.of("meen", "mean", "perf", "show", "x", "--sort"),
            List.of("wran", "warn", "perf", "check", "x", "--inconclusive"),
            List.of("unpinn", "unpin", "perf", "baseline"),
            List.of("zhs", "zsh", "completion"))) {
      List<String> command = new java.util.ArrayList<>(line.subList(2, line.size()));
      command.add(line.get(0));
      String error = arborist.fails(ExitCode.USAGE, command.toArray(String[]::new));
      assertTrue(error.contains("did you mean '" + line.get(1) + "'? it takes "), error);
    }
  }

  @Test
  void anOptionOfTwoNamesIsCalledByTheOneThatWasTyped() {
    for (String name : List.of("--color", "--colour")) {
      String wrong = "'foo' is no value of " + name + ": use auto, always or never";
      refused(wrong + "; see 'arborist tree --help'", "tree", name, "foo");
      refused(wrong + "; see 'arborist list --help'", "list", name + "=foo");
    }
  }

  @Test
  void anEmptyNameOfTheQueueIsNoDirectory() {
    refused("--db is empty: name a file", "list", "--db", "");
    refused("--db is empty: name a file", "--db", "", "list");
    refused("--db is empty: name a file", "init", "--db=");
    refused("--history is empty: name a file", "perf", "history", "--history", "");
  }

  @Test
  void whatIsNoNumberIsToldSoInWords() {
    String add = "; see 'arborist add --help'";
    refused(
        "'high' is no value of --priority: give a whole number" + add,
        "add",
        "x",
        "--priority",
        "high");
    refused("'99999999999' is too large for --retries" + add, "add", "x", "--retries=99999999999");
    refused(
        "'abc' is no value of --token: give a whole number; see 'arborist complete --help'",
        "complete",
        "2",
        "--token",
        "abc");
    refused(
        "'x' is no value of --permanent-exit: give a whole number; see 'arborist work --help'",
        "work",
        "--permanent-exit",
        "3,x",
        "--",
        "true");
    refused(
        "'x' is no value of --margin: give a number; see 'arborist perf init --help'",
        "perf",
        "init",
        "--margin",
        "x");
  }

  @Test
  void aDurationIsNamedAsItIsTyped() {
    arborist.done("init");
    arborist.done("add", "a");
    String range = ": give at least a millisecond and at most ten years";
    refused("the lease is 0s" + range, "claim", "--worker", "w", "--lease", "0s");
    refused("the lease is 100000d" + range, "claim", "--worker", "w", "--lease", "100000d");
    refused(
        "the timeout is 10ms: give at least 1s and at most ten years",
        "add",
        "x",
        "--timeout",
        "10ms");
    String large = "99999999999999d' is too large: write at most 9 digits; see";
    String error = arborist.fails(ExitCode.USAGE, "add", "x", "--deadline", "+99999999999999d");
    assertTrue(error.contains(large), error);
    assertTrue(arborist.done("show", "1").contains("timeout        1h\n"), arborist.out);
  }

  @Test
  void whatCannotHoldTheOutputIsWrongUsage() throws Exception {
    arborist.done("init");
    Path file = Files.createFile(directory.resolve("file"));
    for (String command : List.of("tree", "export", "completion bash")) {
      String[] line = (command + " --output " + directory).split(" ", -1);
      refused(directory + " is a directory: name a file in it", line);
    }
    Path queue = directory.resolve(".arborist/queue.db");
    refused(
        queue + " belongs to a database: name another file",
        "completion",
        "zsh",
        "--output",
        queue.toString());
    assertEquals("", arborist.done("tree"));
    refused(file + " is not a directory: name one", "man", "--output", file.toString());
    String error =
        arborist.fails(ExitCode.STORAGE, "export", "--output", directory + "/file/below/it");
    assertEquals("arborist: cannot read or write " + file + "/below: Not a directory", error);
  }

  @Test
  void valuesAreTakenInEitherCase() {
    arborist.done("init");
    arborist.done("add", "a", "--source", "Agent_Planner");
    assertTrue(arborist.done("list", "--status", "READY", "--sort", "Number").contains("#1"));
    arborist.done("tree", "--view", "FLAT", "--format", "Html");
  }

  @Test
  void helpIsGivenWhateverElseIsWrong() {
    assertTrue(arborist.done("list", "--status", "runing", "--help").startsWith("Usage:"));
  }

  @Test
  void anOptionInTheWrongPlaceIsToldWhereItGoes() {
    refused(
        "'--json' stands behind the command that it is for: 'arborist COMMAND --json';"
            + " see 'arborist --help'",
        "--json",
        "list");
    refused(
        "'2' is one argument too many for 'arborist show'; see 'arborist show --help'",
        "show",
        "1",
        "2");
  }

  @Test
  void theQueueCanBeNamedBeforeTheCommand() {
    arborist.done("init", "--db", "one.db");
    arborist.done("--db", "two.db", "init");
    arborist.done("--db=one.db", "add", "first");
    arborist.done("--db", "two.db", "add", "second");
    arborist.environment.put("ARBORIST_DB", "two.db");
    assertTrue(arborist.done("--db", "one.db", "list").contains("first"));
    assertTrue(arborist.done("list").contains("second"));
    assertTrue(arborist.done("--db", "two.db", "list", "--db", "one.db").contains("first"));
    assertTrue(arborist.done("--db", "one.db", "--debug", "spec", "list").isEmpty());
    refused(
        "'arborist perf history' needs no queue: leave --db out; see 'arborist perf history --help'",
        "--db",
        "one.db",
        "perf",
        "history");
  }

  @Test
  void theQueueOfDocumentsCanBeNamedBeforeTheCommandToo() throws Exception {
    ExampleQueue.copyMeasurements(directory);
    arborist.done("init", "--db", "one.db");
    String error =
        arborist.fails(
            ExitCode.NOT_FOUND,
            "--db",
            "one.db",
            "perf",
            "check",
            "jmh.json",
            "--spec",
            "a/b",
            "--no-save");
    assertEquals("arborist: there is no document a/b", error);
  }

  @Test
  void whatIsTypedIsShownSafely() {
    String error = arborist.fails(ExitCode.USAGE, "x\u001b[31m\ny");
    assertTrue(error.startsWith("arborist: 'x␛[31m␊y' is no command"), error);
    error = arborist.fails(ExitCode.USAGE, "list", "--status", "x\u001b[31m\ny");
    assertTrue(error.startsWith("arborist: 'x␛[31m␊y' is no value of --status"), error);
  }

  /** Picocli would say more on the process's own standard error, and name our classes. */
  @Test
  void onlyOurLineIsSaidOfAQuoteThatIsNotClosed() {
    arborist.fails(ExitCode.USAGE, "perf", "show", "jmh.json", "--columns", "'\"\\");
    assertTrue(picocli.CommandLine.tracer().isOff());
  }
}
