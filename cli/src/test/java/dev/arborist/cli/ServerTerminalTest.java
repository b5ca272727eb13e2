package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.cli.tui.TmuxPane;
import dev.arborist.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal UI and a worker on a queue that is on a server, while others change it. */
class ServerTerminalTest {

  @TempDir Path directory;
  @TempDir Path home;

  private static String newQueue() {
    PostgresServer postgres = PostgresServer.shared();
    return postgres.address("terminal_" + postgres.newSchema());
  }

  @Test
  void theScreenFollowsWhatOthersDo() throws Exception {
    CommandLineFixture server = new CommandLineFixture(directory);
    String address = newQueue();
    server.environment.put("ARBORIST_DB", address);
    server.done("init");
    server.done("add", "Write the parser");
    String script = new Shell(directory, home).scriptOf("arborist --db '" + address + "' tui");
    try (TmuxPane pane = new TmuxPane(home, 80, 24, script)) {
      pane.awaitScreen("Write the parser");
      server.done("add", "Test it", "--prerequisites", "1");
      pane.awaitScreen("Test it");
      pane.press("q");
      assertEquals("0\n", pane.awaitFile("code"));
    }
  }

  @Test
  void aWorkerThatWaitsIsWoken() throws Exception {
    CommandLineFixture server = new CommandLineFixture(directory);
    String address = newQueue();
    server.environment.put("ARBORIST_DB", address);
    server.done("init");
    String work = "arborist --db '" + address + "' work --poll 1h --max-tasks 2 -- true";
    String script = new Shell(directory, home).scriptOf(work);
    try (TmuxPane pane = new TmuxPane(home, 80, 24, script)) {
      server.done("add", "Write the parser"); // it may be there before the worker is
      pane.awaitScreen("completed #1");
      Thread.sleep(1_000); // it asks once more, and waits then
      server.done("add", "Test it");
      assertEquals("0\n", pane.awaitFile("code"));
    }
  }
}
