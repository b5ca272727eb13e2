package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked of the queue. */
class LookingCommandsTest {

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
    arborist.environment.put("USER", "you");
    arborist.done("init");
  }

  /** The numbers that a list shows, in its order. */
  private String listed(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "list";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    StringBuilder numbers = new StringBuilder();
    arborist.done(all).lines().forEach(line -> numbers.append(line.strip().split(" ", 2)[0]));
    return numbers.toString();
  }

  private void addSome() {
    arborist.done("add", "Dig the pond", "--branch", "Water", "--priority", "9");
    arborist.done("add", "Plant", "--parent", "1", "--agent-type", "gardener", "--key", "k");
    arborist.done("add", "Water it", "--parent", "2", "--deadline", "2030-01-01");
    arborist.done("add", "Rest", "--prerequisites", "3", "--source", "agent_planner");
  }

  @Test
  void aListIsFiltered() {
    addSome();
    assertEquals("#4", listed("--status", "blocked"));
    assertEquals("#4", listed("--not-status", "ready"));
    assertEquals("#4", listed("--source", "agent_planner,agent_requirements"));
    assertEquals("#2", listed("--agent-type", "gardener"));
    assertEquals("#1", listed("--branch", "wAt"));
    assertEquals("#3", listed("--text", "WATER"));
    assertEquals("#2", listed("--parent", "1"));
    assertEquals("#1#2#3", listed("--within", "1", "--sort", "number"));
    assertEquals("#2", listed("--key", "k"));
    assertEquals("", listed("--worker", "me"));
    arborist.done("claim", "--worker", "me");
    assertEquals("#1", listed("--worker", "me"));
    assertEquals("", listed("--created-before", "-1h"));
    assertEquals("#1#2#3#4", listed("--created-from", "-1h", "--sort", "created"));
    assertEquals("", listed("--created-from=+1h"));
    arborist.fails(ExitCode.USAGE, "list", "--status", "ready", "--not-status", "ready");
    arborist.fails(ExitCode.USAGE, "list", "--source", "me");
    arborist.fails(ExitCode.USAGE, "list", "--text", "");
    arborist.fails(ExitCode.USAGE, "list", "--sort", "colour");
  }

  @Test
  void aPersonIsToldThatNothingIsThere() {
    nothing("there are no tasks", "list");
    nothing("there are no tasks", "tree");
    nothing("there are no documents", "spec", "list");
    nothing("this namespace has no documents", "spec", "list", "garden");
    addSome();
    nothing("no task meets the filter", "list", "--text", "nothinghere");
    nothing("no task meets the filter", "tree", "--text", "nothinghere");
    nothing("nothing stands behind this cursor", "list", "--after", "number:4:4");
    arborist.done("add", "alone");
    nothing("nothing waits for #5", "dependents", "5");
    nothing("#5 waits for nothing", "prerequisites", "5");
  }

  /** A terminal is told on standard error, where a pipe gets nothing. */
  private void nothing(String said, String... command) {
    assertEquals("", arborist.done(command));
    assertEquals("", arborist.err, "no word into a pipe");
    arborist.onTerminal = true;
    assertEquals("", arborist.done(command));
    assertEquals(said + "\n", arborist.err);
    List<String> forPrograms = new ArrayList<>(List.of(command));
    forPrograms.addAll(command[0].equals("tree") ? List.of("--format", "json") : List.of("--json"));
    arborist.done(forPrograms.toArray(String[]::new));
    assertEquals("", arborist.err);
    arborist.onTerminal = false;
  }

  @Test
  void aListHasOrdersAndPages() {
    addSome();
    assertEquals("#1#2#3#4", listed("--sort", "number"));
    assertEquals("#4#3#2#1", listed("--sort", "number", "--reverse"));
    assertEquals("#3#1#2#4", listed("--sort", "deadline"));
    arborist.done("update", "2", "--priority", "6");
    assertEquals("#2", listed("--sort", "updated", "--reverse", "--limit", "1"));
    arborist.onTerminal = true;
    arborist.done("list", "--color", "never", "--sort", "number", "--reverse", "--limit", "3");
    assertEquals("the next page: --after number-:2:2\n", arborist.err);
    assertEquals("#1", listed("--color", "never", "--after", "number-:2:2"));
    assertEquals("", arborist.err);
    arborist.fails(ExitCode.USAGE, "list", "--after", "number-:2:2", "--sort", "created");
    arborist.fails(ExitCode.USAGE, "list", "--after", "there");
  }

  @Test
  void aPageForProgramsHasItsCursor() {
    addSome();
    String page = arborist.done("list", "--json", "--page", "--sort", "number", "--limit", "2");
    assertTrue(page.contains("\"next\" : \"number:2:2\""), page);
    assertTrue(page.contains("\"tasks\" : [ {"), page);
    page = arborist.done("list", "--json", "--page");
    assertTrue(page.contains("\"next\" : null"), page);
    assertEquals(
        "arborist: --page is a form of the JSON: give --json too",
        arborist.fails(ExitCode.USAGE, "list", "--page"));
  }

  @Test
  void neighboursPlansAndReasonsAreTold() {
    addSome();
    assertTrue(arborist.done("prerequisites", "4").startsWith("#3  ready "), arborist.out);
    assertTrue(arborist.done("dependents", "3").startsWith("#4  blocked "), arborist.out);
    assertEquals("", arborist.done("dependents", "4"));
    assertEquals("[ ]\n", arborist.done("dependents", "4", "--json"));
    arborist.fails(ExitCode.NOT_FOUND, "prerequisites", "9");
    assertEquals("1  #3\n2  #4\n", arborist.done("plan", "4"));
    assertTrue(arborist.done("plan").endsWith("\n2  #4\n"), arborist.out);
    assertEquals(
        "[ [ 3 ], [ 4 ] ]\n",
        arborist.done("plan", "4", "--json").replaceAll("\\s+", " ").strip() + "\n");
    arborist.fails(ExitCode.NOT_FOUND, "plan", "9");
    assertEquals("#1 is ready: the next claim takes it.\n", arborist.done("explain", "1"));
    assertEquals("#4 is blocked: it waits for #3 (ready).\n", arborist.done("explain", "4"));
    assertTrue(arborist.done("explain", "4", "--json").contains("\"rootCauses\""), arborist.out);
    arborist.fails(ExitCode.NOT_FOUND, "explain", "9");
  }

  @Test
  void theStatusOfTheQueueIsOneTable() {
    addSome();
    String table = arborist.done("status");
    assertTrue(table.contains("\nready                  3\n"), table);
    assertTrue(table.contains("\ntotal                  4\n"), table);
    assertTrue(table.contains("\noldest ready        #1 since 20"), table);
    assertTrue(arborist.done("status", "--json").contains("\"total\" : 4"), arborist.out);
    assertTrue(arborist.done("status", "--color", "always").contains("\u001b[32mready"));
  }

  @Test
  void eventsAreShownAfterWhatWasSeen() {
    addSome();
    arborist.done("cancel", "3");
    assertEquals(6, arborist.done("events").lines().count(), arborist.out);
    assertTrue(arborist.out.startsWith("1  20"), arborist.out);
    assertTrue(
        arborist.out.endsWith("#4  blocked -> cancelled  cascaded by queue: #3\n"), arborist.out);
    assertEquals(1, arborist.done("events", "--after", "5").lines().count());
    assertEquals(2, arborist.done("events", "--limit", "2").lines().count());
    assertEquals(2, arborist.done("events", "3").lines().count());
    String all = arborist.done("events");
    assertTrue(all.endsWith(arborist.done("events", "--last", "2")), arborist.out);
    assertEquals(2, arborist.out.lines().count());
    assertEquals(all, arborist.done("events", "--last", "7"));
    assertEquals(1, arborist.done("events", "--last", "7", "--after", "5").lines().count());
    assertTrue(arborist.done("events", "3", "--last", "1").contains("ready -> cancelled"));
    assertTrue(arborist.done("events", "3", "--json").contains("\"reason\" : \"cancelled\""));
    arborist.onTerminal = true;
    arborist.done("events", "--limit", "2");
    assertEquals("more: --after 2\n", arborist.err);
    arborist.done("events", "--last", "2");
    assertEquals("", arborist.err);
    arborist.onTerminal = false;
    arborist.fails(ExitCode.NOT_FOUND, "events", "9");
    arborist.fails(ExitCode.NOT_FOUND, "events", "9", "--after", "5");
    arborist.fails(ExitCode.NOT_FOUND, "events", "9", "--follow");
    arborist.fails(ExitCode.USAGE, "events", "--after", "-1");
    arborist.fails(ExitCode.USAGE, "events", "--last", "0");
    arborist.fails(ExitCode.USAGE, "events", "--last", "-1", "--follow");
    arborist.fails(ExitCode.USAGE, "events", "--last", "2", "--limit", "2");
  }

  @Test
  void whoFollowsSeesWhatHappensNext(@TempDir Path home) throws Exception {
    addSome();
    Shell.Result result =
        new Shell(directory, home)
            .run(
                """
                arborist events 1 --follow > seen & follower=$!
                arborist cancel 1
                for i in $(seq 300); do grep -q cancelled seen && break; sleep 0.1; done
                kill $follower; wait $follower; echo $?; cat seen""");
    assertTrue(result.output().startsWith("cancelled #1\n143\n"), result.output());
    assertEquals(4, result.output().lines().count(), result.output());
  }

  @Test
  void whoFollowsFromTheEndSeesOnlyWhatHappensNext(@TempDir Path home) throws Exception {
    addSome();
    Shell.Result result =
        new Shell(directory, home)
            .run(
                """
                arborist events --last 1 --follow > one & follower=$!
                for i in $(seq 300); do [ -s one ] && break; sleep 0.1; done
                arborist cancel 1
                for i in $(seq 300); do grep -q cancelled one && break; sleep 0.1; done
                kill $follower; wait $follower; cut -d ' ' -f 1 one
                arborist events --last 0 --follow > none & follower=$!
                for i in $(seq 100); do arborist add more > added; [ -s none ] && break; done
                kill $follower; wait $follower
                [ $(head -n 1 none | cut -d ' ' -f 1) -gt 5 ] && echo later""");
    assertEquals("cancelled #1\n4\n5\nlater\n", result.output());
  }
}
