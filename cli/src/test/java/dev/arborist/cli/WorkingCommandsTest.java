package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workers and operators do: claim, heartbeat, release, fail, cancel and retry. */
class WorkingCommandsTest {

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
    arborist.environment.put("USER", "you");
    arborist.done("init");
  }

  @Test
  void aClaimTakesWhatTheWorkerCanDo() {
    arborist.done("add", "a", "--agent-type", "writer");
    arborist.done("add", "b", "--branch", "main");
    arborist.done("add", "c", "--source", "agent_planner");
    String nothing = "nothing is ready\n";
    assertEquals(nothing, arborist.done("claim", "--worker", "me", "--agent-type", "painter"));
    assertEquals(nothing, arborist.done("claim", "--worker", "me", "--branch", "other"));
    assertTrue(
        arborist
            .done("claim", "--worker", "me", "--source", "agent_planner")
            .startsWith("claimed #3"));
    assertTrue(
        arborist.done("claim", "--worker", "me", "--branch", "main").startsWith("claimed #2"));
    assertTrue(
        arborist
            .done("claim", "--worker", "me", "--agent-type", "writer")
            .startsWith("claimed #1"));
    arborist.fails(ExitCode.USAGE, "claim", "--worker", "me", "--source", "nobody");
    arborist.fails(ExitCode.USAGE, "claim");
    arborist.fails(ExitCode.USAGE, "claim", "--worker", "me", "--count", "0");
  }

  @Test
  void aLeaseIsRenewedAndGivenBack() {
    arborist.done("add", "a");
    arborist.done("claim", "--worker", "me");
    String held = arborist.done("heartbeat", "1", "--token", "1", "--lease", "10m");
    assertTrue(held.startsWith("#1 is held until 20"), held);
    assertTrue(
        arborist.done("heartbeat", "1", "--token", "1", "--json").contains("\"leaseUntil\" : 1"),
        arborist.out);
    arborist.fails(ExitCode.REFUSED, "heartbeat", "1", "--token", "2");
    arborist.fails(ExitCode.USAGE, "heartbeat", "1");
    arborist.fails(ExitCode.USAGE, "heartbeat", "1", "--token", "x");
    assertEquals("released #1\n", arborist.done("release", "1", "--token", "1"));
    assertTrue(arborist.done("show", "1").contains("status         ready\n"), arborist.out);
    assertFalse(arborist.out.contains("failures"), arborist.out);
    arborist.fails(ExitCode.REFUSED, "release", "1", "--token", "1");
  }

  @Test
  void aFailureIsRetriedUntilItIsPermanent() {
    arborist.done("add", "a");
    arborist.done("add", "b", "--retries", "0", "--priority", "1");
    arborist.done("add", "c", "--prerequisites", "1", "--priority", "0");
    arborist.done("claim", "--worker", "me", "--count", "2");
    assertEquals(
        "failed #1; it is not run again\n",
        arborist.done("fail", "1", "--token", "1", "--permanent", "--error", "x"));
    assertEquals("failed #2; no retry is left\n", arborist.done("fail", "2", "--token", "1"));
    String explained = arborist.done("explain", "3");
    assertTrue(explained.contains("it waited for #1 (failed)"), explained);
    arborist.fails(ExitCode.REFUSED, "retry", "3");
    assertEquals("retried #1 (ready); revived #3\n", arborist.done("retry", "1"));
    arborist.fails(ExitCode.REFUSED, "retry", "1");
    arborist.fails(ExitCode.NOT_FOUND, "retry", "9");
    assertTrue(arborist.done("retry", "2", "--json").startsWith("[ {"), arborist.out);
  }

  @Test
  void aRetrySaysWhatItLeaves() {
    arborist.done("add", "a");
    arborist.done("add", "b");
    arborist.done("add", "c", "--prerequisites", "1,2");
    arborist.done("cancel", "1");
    arborist.done("cancel", "2");
    assertEquals(
        "retried #1 (ready); left, for another prerequisite is lost: #3\n",
        arborist.done("retry", "1"));
  }

  @Test
  void whatIsSoAlreadyIsNotCalledImpossible() {
    arborist.done("add", "a");
    refused("#1 is ready: there is nothing to retry; only failed and cancelled tasks", "retry");
    refused("#1 is ready, not running: nobody holds it", "release", "--token", "1");
    refused("#1 is ready, not running: nobody holds it", "heartbeat", "--token", "1");
    arborist.done("cancel", "1");
    refused("#1 is cancelled already", "cancel");
    refused("#1 is cancelled and cannot become completed", "complete", "--token", "1");
  }

  private void refused(String words, String command, String... options) {
    List<String> line = new ArrayList<>(List.of(command, "1"));
    line.addAll(List.of(options));
    String error = arborist.fails(ExitCode.REFUSED, line.toArray(String[]::new));
    assertTrue(error.startsWith("arborist: task " + words), error);
  }

  @Test
  void aSubtreeIsCancelledButForWhatHasEnded() {
    arborist.done("add", "a");
    arborist.done("add", "b", "--parent", "1");
    arborist.done("add", "c", "--parent", "2");
    arborist.done("add", "d", "--prerequisites", "3");
    arborist.done("cancel", "2");
    assertEquals(
        "cancelled #1 #3 #4; 1 task had come to an end before\n",
        arborist.done("cancel", "1", "--subtree"));
    assertEquals(
        "cancelled nothing; 3 tasks had come to an end before\n",
        arborist.done("cancel", "1", "--subtree"));
    assertEquals(
        "arborist: a token holds one task: give --token or --subtree",
        arborist.fails(ExitCode.USAGE, "cancel", "1", "--subtree", "--token", "1"));
    arborist.fails(ExitCode.REFUSED, "cancel", "1");
    arborist.done("add", "e");
    assertTrue(arborist.done("cancel", "5", "--json").startsWith("[ {"), arborist.out);
  }

  @Test
  void aChangeIsMadeInSomebodysName() {
    arborist.done("add", "a");
    assertTrue(arborist.done("events").endsWith("enqueued by you\n"), arborist.out);
    arborist.environment.put("ARBORIST_ACTOR", "team");
    arborist.done("add", "b");
    assertTrue(arborist.done("events").endsWith("enqueued by team\n"), arborist.out);
    arborist.done("add", "c", "--actor", "boss");
    assertTrue(arborist.done("events").endsWith("enqueued by boss\n"), arborist.out);
    arborist.environment.clear();
    arborist.done("cancel", "3");
    assertTrue(arborist.done("events").endsWith("cancelled by cli\n"), arborist.out);
    arborist.fails(ExitCode.USAGE, "add", "d", "--actor", " ");
  }

  @Test
  void howDurableAChangeIsCanBeChosen() {
    assertEquals("added #1 (ready)\n", arborist.done("add", "a", "--durability", "normal"));
    arborist.environment.put("ARBORIST_DURABILITY", "normal");
    assertEquals("added #2 (ready)\n", arborist.done("add", "b"));
    arborist.environment.put("ARBORIST_DURABILITY", "some");
    assertEquals(
        "arborist: ARBORIST_DURABILITY is 'some': set it to full or normal",
        arborist.fails(ExitCode.USAGE, "add", "c"));
    arborist.fails(ExitCode.USAGE, "add", "c", "--durability", "some");
    assertTrue(arborist.done("add", "--help").contains("survives a"), arborist.out);
    assertTrue(arborist.out.contains("not a power cut"), arborist.out);
  }
}
