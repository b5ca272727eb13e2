package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.testkit.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on a queue that is on a PostgreSQL server, beside one in a file. */
class ServerQueueTest {

  private static final Path SMALL = Path.of("../examples/beads-small.jsonl").toAbsolutePath();

  @TempDir Path directory;

  private CommandLineFixture server;
  private CommandLineFixture file;

  @BeforeEach
  void open() {
    server = new CommandLineFixture(directory);
    server.environment.put("ARBORIST_DB", newQueue());
    file = new CommandLineFixture(directory);
  }

  private static String newQueue() {
    PostgresServer postgres = PostgresServer.shared();
    return postgres.address("cli_" + postgres.newSchema());
  }

  @Test
  void theRealGraphGoesThereAndBackUnchanged() throws Exception {
    Path real = ExportedQueues.REAL.toAbsolutePath();
    file.done("init");
    file.done("import", "--format", "beads", (Files.exists(real) ? real : SMALL).toString());
    String number = file.done("list", "--status", "ready", "--limit", "1").split("#", 2)[1];
    number = number.split("\\s", 2)[0];
    file.done("claim", "--worker", "w", "--lease", "1d");
    file.done("cancel", number);
    file.done("export", "--output", "first.jsonl");

    server.done("init");
    server.done("import", "first.jsonl");
    server.done("export", "--output", "second.jsonl");
    assertEquals(
        -1, Files.mismatch(directory.resolve("first.jsonl"), directory.resolve("second.jsonl")));

    CommandLineFixture back = new CommandLineFixture(Files.createDirectory(directory.resolve("b")));
    back.done("init");
    back.done("import", "../second.jsonl");
    back.done("export", "--output", "third.jsonl");
    assertEquals(
        -1, Files.mismatch(directory.resolve("first.jsonl"), directory.resolve("b/third.jsonl")));
    for (String view : List.of("tree", "dependency", "timeline", "branch", "flat")) {
      assertEquals(back.done("tree", "--view", view), server.done("tree", "--view", view));
    }
    assertEquals(back.done("plan"), server.done("plan"));
    assertEquals(back.done("list", "--text", "the"), server.done("list", "--text", "the"));
    assertEquals("", server.err);
  }

  @Test
  void aTaskLivesThere() {
    server.done("init");
    assertEquals("added #1 (ready)\n", server.done("add", "Write the parser"));
    assertEquals("added #2 (blocked)\n", server.done("add", "Test it", "--prerequisites", "1"));
    assertTrue(server.done("claim", "--worker", "w").startsWith("claimed #1"));
    server.done("complete", "1", "--token", "1", "--result", "{\"lines\": 7}");
    assertTrue(server.done("list", "--status", "ready").contains("#2"));
    assertTrue(server.done("events").contains("completed by w"));
    assertTrue(server.done("doctor").contains("nothing is wrong"));
  }

  @Test
  void whatGoesWrongIsToldInALineWithoutThePassword() {
    String address = String.valueOf(server.environment.get("ARBORIST_DB"));
    String none = server.fails(ExitCode.STORAGE, "list");
    assertTrue(none.contains("there is no queue at postgres://localhost:"), none);
    assertFalse(none.contains("postgres:postgres"), none);
    server.done("init");
    String twice = server.fails(ExitCode.STORAGE, "init");
    assertTrue(twice.contains("there is a queue already at"), twice);
    String backup = server.fails(ExitCode.STORAGE, "backup", "copy.db");
    assertTrue(backup.contains("pg_dump"), backup);
    String closed =
        server.fails(ExitCode.STORAGE, "--db", "postgres://me:s3cret@localhost:1/x", "list");
    assertTrue(closed.contains("the server cannot be reached"), closed);
    assertFalse(closed.contains("s3cret"), closed);
    String odd =
        server.fails(ExitCode.USAGE, "--db", "postgres://me:s3cret%zz@localhost/x", "list");
    assertFalse(odd.contains("s3cret"), odd);
    String schema = server.fails(ExitCode.USAGE, "--db", address + "%20; DROP", "list");
    assertFalse(schema.contains("postgres:postgres"), schema);
    String nonsense =
        server.fails(ExitCode.STORAGE, "--db", address.replace("cli_", "none_"), "list");
    assertTrue(nonsense.contains("create one with arborist init"), nonsense);
  }
}
