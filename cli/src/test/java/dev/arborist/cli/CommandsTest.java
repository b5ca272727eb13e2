package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  private static final Path EXAMPLE = Path.of("../examples/beads-small.jsonl").toAbsolutePath();

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
  }

  @Test
  void aTaskGoesFromAddToComplete() {
    assertTrue(arborist.done("init").startsWith("created an empty queue at "));
    assertEquals("added #1 (ready)\n", arborist.done("add", "Write the parser"));
    assertEquals(
        "added #2 (blocked)\n",
        arborist.done("add", "Test it", "--prerequisites", "1", "--parent", "#1"));
    assertEquals("◎ #1 Write the parser  21.5\n└─ ⊗ #2 Test it  22.5\n", arborist.done("tree"));
    assertTrue(arborist.done("list").contains("#2  blocked    22.5  Test it\n"), arborist.out);
    String claimed = arborist.done("claim", "--worker", "me", "--lease", "10m");
    assertTrue(claimed.contains("arborist complete 1 --token 1\n"), claimed);
    assertEquals("nothing is ready\n", arborist.done("claim", "--worker", "me"));
    assertEquals(
        "completed #1\n", arborist.done("complete", "1", "--token", "1", "--result", "{}"));
    assertTrue(arborist.done("show", "1").contains("status         completed\n"));
    assertTrue(arborist.done("list", "--status", "ready").contains("#2"));
    assertFalse(arborist.done("list", "--status", "ready").contains("#1"));
  }

  @Test
  void failuresAndCancellationsSayWhatFollows() {
    arborist.done("init");
    arborist.done("add", "a");
    arborist.done("add", "b", "--prerequisites", "1");
    arborist.done("claim", "--worker", "me");
    assertTrue(arborist.done("fail", "1", "--token", "1", "--error", "x").contains("due again at"));
    assertEquals("cancelled #1 and what waited for it: #2\n", arborist.done("cancel", "1"));
    assertTrue(arborist.done("show", "2").contains("cancelled by   #1\n"), arborist.out);
    assertTrue(arborist.done("show", "1").contains("\nerror\n  x\n"), arborist.out);
  }

  @Test
  void jsonIsForPrograms() {
    arborist.done("init");
    assertEquals("[ ]\n", arborist.done("list", "--json"));
    assertEquals("[ ]\n", arborist.done("claim", "--worker", "me", "--json"));
    String added = arborist.done("add", "a", "--json", "--branch", "x", "--agent-type", "t");
    assertTrue(added.contains("\"number\" : 1,"), added);
    assertEquals(
        added.replace("{", "[ {").replace("}\n", "} ]\n"), arborist.done("list", "--json"));
    assertEquals(added, arborist.done("show", "1", "--json"));
    String claims = arborist.done("claim", "--worker", "me", "--json");
    assertTrue(claims.contains("\"task\" : {"), claims);
    Matcher lease = Pattern.compile("\"leaseUntil\" : ([0-9]+)").matcher(claims);
    List<String> leases = new ArrayList<>();
    while (lease.find()) {
      leases.add(lease.group(1));
    }
    assertEquals(2, leases.size(), claims);
    assertEquals(leases.get(0), leases.get(1));
  }

  @Test
  void exitCodesSayWhatKindOfProblem() {
    assertEquals(
        "arborist: there is no queue here or above: create one with 'arborist init', or name one"
            + " with --db",
        arborist.fails(ExitCode.STORAGE, "list"));
    arborist.done("init");
    arborist.done("add", "a");
    arborist.fails(ExitCode.STORAGE, "init");
    arborist.fails(ExitCode.STORAGE, "list", "--db", "none.db");
    arborist.fails(ExitCode.NOT_FOUND, "show", "9");
    arborist.fails(ExitCode.REFUSED, "complete", "1", "--token", "1");
    assertEquals(
        "arborist: Missing required parameter: 'TASK'; see 'arborist show --help'",
        arborist.fails(ExitCode.USAGE, "show"));
    arborist.fails(ExitCode.USAGE, "show", "x");
    arborist.fails(ExitCode.USAGE, "nonsense");
    arborist.fails(ExitCode.USAGE, "list", "--nonsense");
    arborist.fails(ExitCode.USAGE, "list", "--limit", "-1");
    arborist.fails(ExitCode.USAGE, "list", "--status", "done");
    arborist.fails(ExitCode.USAGE, "list", "--color", "pink");
    arborist.fails(ExitCode.USAGE, "tree", "--width", "-1");
    arborist.fails(ExitCode.USAGE, "add", "");
    arborist.fails(ExitCode.USAGE, "add", "a", "--priority", "11");
    arborist.fails(ExitCode.USAGE, "claim", "--worker", "me", "--lease", "soon");
    arborist.fails(ExitCode.USAGE, "complete", "1", "--token", "1", "--result", "no json");
    arborist.fails(ExitCode.USAGE, "import", "none.jsonl");
    arborist.fails(ExitCode.USAGE, "import", ".");
    arborist.fails(ExitCode.USAGE, "import", "--format", "xml", "none.jsonl");
    arborist.fails(ExitCode.STORAGE, "export", "--output", "/dev/null/x");
  }

  @Test
  void aStackTraceIsShownOnlyWhenItIsAskedFor() {
    assertFalse(arborist.fails(ExitCode.STORAGE, "list").contains("\tat "));
    assertEquals(ExitCode.STORAGE, arborist.run("list", "--debug"));
    assertTrue(arborist.err.contains("\tat "), arborist.err);
  }

  @Test
  void theQueueIsNamedOrFoundUpwards() throws IOException {
    arborist.done("init");
    Path below = Files.createDirectories(directory.resolve("a/b"));
    CommandLineFixture deep = new CommandLineFixture(below);
    assertEquals("added #1 (ready)\n", deep.done("add", "x"));
    arborist.environment.put("ARBORIST_DB", "other.db");
    arborist.done("init");
    assertEquals("", arborist.done("list"));
    assertTrue(arborist.done("list", "--db", ".arborist/queue.db").contains("#1"));
  }

  @Test
  void everyCommandHasAHelpWithAnExample() {
    List<String> commands =
        CommandGroups.GROUPS.stream().flatMap(group -> group.names().stream()).toList();
    String overview = arborist.done();
    assertEquals(overview, arborist.done("--help"));
    for (String command : commands) {
      assertTrue(overview.contains("  " + command + " "), command);
      String help = arborist.done(command, "--help");
      assertTrue(help.contains("Example"), help);
      assertTrue(help.contains("arborist " + command), help);
      assertTrue(
          List.of("spec", "perf", "completion", "man", "schema").contains(command)
              || help.contains("--db=FILE"),
          help);
      assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
    }
    assertTrue(overview.lines().allMatch(line -> line.length() <= 80), overview);
    assertTrue(arborist.done("--version").startsWith("arborist "));
  }

  @Test
  void coloursAreForTerminals() {
    arborist.done("init");
    arborist.done("add", "a");
    for (String command : new String[] {"tree", "list"}) {
      assertFalse(arborist.done(command).contains("\u001b"), arborist.out);
      assertTrue(arborist.done(command, "--color=always").contains("\u001b["), arborist.out);
      arborist.onTerminal = true;
      assertTrue(arborist.done(command).contains("\u001b["), arborist.out);
      assertFalse(arborist.done(command, "--color=never").contains("\u001b"), arborist.out);
      arborist.environment.put("NO_COLOR", "1");
      assertFalse(arborist.done(command).contains("\u001b"), arborist.out);
      arborist.environment.put("NO_COLOR", "");
      arborist.environment.put("TERM", "dumb");
      assertFalse(arborist.done(command).contains("\u001b"), arborist.out);
      arborist.environment.clear();
      arborist.onTerminal = false;
    }
  }

  @Test
  void aPromptIsReadFromStandardInput() {
    arborist.done("init");
    arborist.in = "First line\nand more\n";
    arborist.done("add", "-");
    assertTrue(arborist.done("show", "1").contains("\nprompt\n  First line\n  and more\n"));
  }

  @Test
  void theExampleIsImportedAndShown() {
    arborist.done("init");
    assertEquals(
        "imported 8 tasks as #1 to #8\n",
        arborist.done("import", "--format", "beads", EXAMPLE.toString()));
    assertEquals(
        "dropped 1 edge:\n  gd-3 -> gd-9 (related): the queue has no edges of this kind\n",
        arborist.err);
    assertEquals(
        """
        ◎ #2 Open the garden café  29.0
        ├─ ⊗ #8 Serve a trial breakfast  37.5
        ├─ ◎ #3 Build the kitchen  30.5
        │  ├─ ◎ #5 Connect the stove  31.5
        │  └─ ✓ #4 Lay the floor  20.0
        └─ ◎ #6 Write the menu  21.5
        ⊘ #1 Rent a food truck  14.0
        ◎ #7 Try the 日本茶 supplier  5.0
        """,
        arborist.done("tree"));
    arborist.fails(ExitCode.USAGE, "import", "--format", "beads", EXAMPLE.toString());
  }

  @Test
  void anExportIsImportedUnchanged() throws IOException {
    arborist.done("init");
    arborist.done("import", "--format", "beads", EXAMPLE.toString());
    arborist.done("claim", "--worker", "me", "--lease", "10m");
    arborist.done("export", "--output", "backup.jsonl");
    String exported = Files.readString(directory.resolve("backup.jsonl"));
    assertEquals(exported, arborist.done("export"));
    assertEquals(8, exported.lines().count());
    arborist.environment.put("ARBORIST_DB", "copy.db");
    arborist.done("init");
    arborist.done("import", "backup.jsonl");
    assertEquals(exported, arborist.done("export"));
    arborist.environment.put("ARBORIST_DB", "third.db");
    arborist.done("init");
    arborist.in = exported;
    arborist.done("import", "-");
    assertEquals(exported, arborist.done("export"));
  }

  @Test
  void oneBadLineStoresNothingAndIsNamed() throws IOException {
    arborist.done("init");
    Path file = directory.resolve("bad.jsonl");
    Files.writeString(file, "{\"number\":1,\"prompt\":\"a\"}\n{\"number\":2,\"promt\":\"b\"}\n");
    String error = arborist.fails(ExitCode.USAGE, "import", "bad.jsonl");
    assertTrue(error.startsWith("arborist: line 2: 'promt' is not a field"), error);
    assertEquals("", arborist.done("tree"));
    Files.writeString(file, "{\"number\":1,\"prompt\":\"a\",\"parent\":7}\n");
    error = arborist.fails(ExitCode.USAGE, "import", "bad.jsonl");
    assertEquals("arborist: line 1: the parent #7 is not among the imported tasks", error);
    Files.writeString(file, "");
    assertEquals(
        "imported nothing: the file holds no task\n", arborist.done("import", "bad.jsonl"));
  }

  @ParameterizedTest
  @ValueSource(strings = {".arborist/queue.db", "link.db"})
  void theQueueItselfIsNeverOpenedAsAnotherFile(String name) throws IOException {
    arborist.done("init");
    arborist.done("add", "a");
    Files.createSymbolicLink(directory.resolve("link.db"), directory.resolve(".arborist/queue.db"));
    String error = arborist.fails(ExitCode.USAGE, "import", name);
    assertTrue(error.contains("is the queue itself"), error);
    arborist.fails(ExitCode.USAGE, "export", "--output", name);
    assertTrue(arborist.done("list").contains("#1"));
  }

  @Test
  void whatIsWrongIsOneSafeLineWhateverTheFileHolds() throws IOException {
    arborist.done("init");
    Files.writeString(directory.resolve("evil.jsonl"), "{\"a\\nb\\u001b[31mX\":1}\n");
    String error = arborist.fails(ExitCode.USAGE, "import", "evil.jsonl");
    assertFalse(error.contains("\u001b"), error);
    error = arborist.fails(ExitCode.USAGE, "add", "x", "--source", "a\nb");
    assertTrue(error.contains("a␊b"), error);
    arborist.fails(ExitCode.STORAGE, "list", "--db", "z\n\u001b[31m.db");
  }

  @ParameterizedTest
  @ValueSource(classes = {NoClassDefFoundError.class, AssertionError.class})
  void anErrorOfOursIsOneLineAndItsOriginOnlyWhenAskedFor(Class<? extends Error> type)
      throws Exception {
    arborist.done("init");
    Error broken = type.getDeclaredConstructor().newInstance();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int one) {
            throw broken;
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(ExitCode.BUG, Main.run(arborist.terminal(out, err), "status"));
    assertEquals(
        "arborist: this is a bug: "
            + type.getName()
            + "; run again with --debug and report what it prints\n",
        err.toString(StandardCharsets.UTF_8));
    assertEquals(ExitCode.BUG, Main.run(arborist.terminal(out, err), "status", "--debug"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("\tat dev.arborist."));
  }

  @Test
  void anArgumentThatBeginsWithAnAtSignIsATextAsAnyOther() throws IOException {
    arborist.done("init");
    Files.writeString(directory.resolve("file"), "--json");
    arborist.done("add", "@file");
    assertTrue(arborist.done("tree").contains("@file"), arborist.out);
  }

  @Test
  void theQueueIsGuardedUnderEveryName() throws IOException {
    Files.createDirectories(directory.resolve("far/deep"));
    Files.createSymbolicLink(directory.resolve("dd"), directory.resolve("far/deep"));
    arborist.environment.put("ARBORIST_DB", "dd/../n.db");
    arborist.done("init");
    assertTrue(Files.exists(directory.resolve("far/n.db")), "links are followed, not text");
    for (String name : new String[] {"far/n.db", "far/n.db-wal", "dd/../n.db-journal"}) {
      arborist.fails(ExitCode.USAGE, "export", "--output", name);
    }
    arborist.done("export", "--output", "n.db");
    arborist.done("add", "still a queue");
  }

  @Test
  void aLinkThatLeadsNowhereIsNotPassedByForTheQueueAbove() throws IOException {
    arborist.done("init");
    CommandLineFixture within = new CommandLineFixture(directory.resolve("inner"));
    Path holder = Files.createDirectories(within.directory.resolve(".arborist"));
    Path link = Files.createSymbolicLink(holder.resolve("queue.db"), directory.resolve("usb/q.db"));
    String line = within.fails(ExitCode.STORAGE, "add", "lost");
    assertTrue(line.startsWith("arborist: there is no queue at " + link), line);
    Files.delete(link);
    Files.delete(holder);
    Files.createSymbolicLink(holder, directory.resolve("usb"));
    line = within.fails(ExitCode.STORAGE, "add", "lost");
    assertTrue(line.startsWith("arborist: " + holder + " is a link that leads nowhere"), line);
    Files.delete(holder);
    within.done("add", "found");
    assertFalse(arborist.done("list").contains("lost"), arborist.out);
  }

  @Test
  void anExportFollowsLinksAndLeavesDevicesAlone() throws IOException {
    arborist.done("init");
    arborist.done("add", "a");
    Path target = Files.writeString(directory.resolve("target.jsonl"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link.jsonl"), target);
    arborist.done("export", "--output", "link.jsonl");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(1, Files.readString(target).lines().count());
    arborist.done("export", "--output", "/dev/null");
    assertFalse(Files.isRegularFile(Path.of("/dev/null")));
    Files.createDirectory(directory.resolve("empty"));
    arborist.fails(ExitCode.USAGE, "export", "--output", "empty");
    assertTrue(Files.isDirectory(directory.resolve("empty")));
  }

  @Test
  void theRealGraphIsImportedAndEachTaskShownOnce() {
    Path beads = Path.of("../../shared/data/beads-1825.jsonl").toAbsolutePath();
    assumeTrue(Files.exists(beads), "no real graph here");
    arborist.done("init");
    assertEquals(
        "imported 1825 tasks as #1 to #1825\n",
        arborist.done("import", "--format", "beads", beads.toString()));
    assertTrue(arborist.err.startsWith("dropped 317 edges:\n"), arborist.err);
    String tree = arborist.done("tree");
    assertEquals(1_825, tree.lines().count());
    Pattern number = Pattern.compile("^[^#]*#([0-9]+) ");
    assertEquals(
        1_825,
        tree.lines()
            .map(
                line -> {
                  Matcher matcher = number.matcher(line);
                  assertTrue(matcher.find(), line);
                  return matcher.group(1);
                })
            .distinct()
            .count());
    assertFalse(tree.contains("\u001b"));
    assertEquals(tree, arborist.done("tree"));
    assertEquals(100, arborist.done("list").lines().count());
    assertEquals(1_825, arborist.done("list", "--limit", "0").lines().count());
  }

  /** Each time that it is said it is another instant, but the same task. */
  @Test
  void aRelativeTimeUnderAKeyIsThatOfTheFirstTime() {
    arborist.done("init");
    String[] add = {"add", "Water", "--not-before", "+1d", "--deadline", "+2d", "--key", "water"};
    assertEquals("added #1 (pending)\n", arborist.done(add));
    assertEquals("#1 has this key already (pending)\n", arborist.done(add));
    String[] other = {"add", "Water", "--not-before", "+1d", "--deadline", "2030-01-01"};
    List<String> conflict = new ArrayList<>(List.of(other));
    conflict.addAll(List.of("--key", "water"));
    arborist.fails(ExitCode.REFUSED, conflict.toArray(String[]::new));
    arborist.done("add", "Sow", "--key", "sow");
    arborist.fails(ExitCode.REFUSED, "add", "Sow", "--not-before", "+1d", "--key", "sow");
  }

  @Test
  void aQueueWeighsPrioritiesAsItWasCreated() {
    arborist.done("init", "--weights", "base=100, depth=0,urgency=0,blocking=0,source=0");
    arborist.done("add", "Dig", "--priority", "7");
    assertEquals("◎ #1 Dig  70.0\n", arborist.done("tree"));
    String status = arborist.done("status");
    assertTrue(status.contains("\nweights             base=100,depth=0,"), status);
    String exported = arborist.done("export");
    arborist.environment.put("ARBORIST_DB", "other.db");
    arborist.done("init", "--weights", "source=55,base=0,depth=5");
    arborist.in = exported;
    arborist.done("import", "-");
    assertEquals("◎ #1 Dig  55.0\n", arborist.done("tree"));
    assertEquals("examined 1 task: nothing is wrong\n", arborist.done("doctor"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          base=40               | the weights of a priority must sum to 100 %
          base=101              | a weight of a priority is 101 %: give 0 to 100
          base                  | 'base' is not a weight: write base, depth
          base=-1               | 'base=-1' is not a weight
          base=30,              | '' is not a weight
          luck=10               | 'luck=10' is not a weight
          base=30,base=30       | the weight 'base' stands twice: write it once
          base=99999999999      | 'base=99999999999' is not a weight
          """)
  void weightsThatMakeNoSenseCreateNothing(String weights, String message) {
    String error = arborist.fails(ExitCode.USAGE, "init", "--weights", weights);
    assertTrue(error.contains(message), error);
    assertFalse(Files.exists(directory.resolve(".arborist")));
  }
}
