package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a queue small, safe and sound. */
class UpkeepCommandsTest {

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void start() {
    arborist = new CommandLineFixture(directory);
    arborist.environment.put("USER", "you");
    arborist.done("init");
  }

  private void endSome() {
    arborist.done("add", "Grow");
    arborist.done("add", "Sow", "--parent", "1");
    arborist.done("add", "Water", "--parent", "2");
    arborist.done("add", "Harvest");
    arborist.done("cancel", "2");
    arborist.done("cancel", "3");
  }

  @Test
  void aPreviewThatNobodyReadsToItsEndIsNoFailure() {
    endSome();
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = {"prune", "--status", "cancelled", "--dry-run"};
    assertEquals(ExitCode.DONE, Main.run(arborist.terminal(closed, err), words));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    assertEquals(
        ExitCode.STORAGE,
        Main.run(arborist.terminal(closed, err), "prune", "--status", "cancelled"));
    assertEquals(
        "arborist: the change was made, but the output could not be written: Broken pipe\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void whatWouldBePrunedIsShownAsATree() {
    endSome();
    String preview = arborist.done("prune", "--status", "cancelled", "--dry-run");
    assertTrue(preview.startsWith("would prune 2 tasks\n⊘ #2 Sow"), preview);
    assertTrue(preview.contains("\n└─ ⊘ #3 Water"), preview);
    assertTrue(arborist.done("list").contains("#3"), "nothing is deleted");
    assertEquals("pruned 2 tasks: #2 #3\n", arborist.done("prune", "--status", "cancelled"));
    arborist.fails(ExitCode.NOT_FOUND, "show", "3");
    assertTrue(
        arborist.done("events").endsWith("cancelled -> gone  pruned by you\n"), arborist.out);
  }

  @Test
  void tasksArePrunedByNumberAgeAndDate() {
    endSome();
    assertEquals("pruned 1 task: #3\n", arborist.done("prune", "3"));
    String nothing = "nothing is to be pruned\n";
    assertEquals(nothing, arborist.done("prune", "--older-than", "30d"));
    assertEquals(nothing, arborist.done("prune", "--before", "2020-01-01"));
    assertEquals(nothing, arborist.done("prune", "--older-than", "1y", "--before", "+1d"));
    assertTrue(
        arborist
            .done("prune", "--older-than", "0d", "--recursive", "--json", "--vacuum", "always")
            .contains("\"compacted\" : true"),
        arborist.out);
    assertEquals(nothing, arborist.done("prune", "--before", "-9999w"));
    for (String age : new String[] {"4w", "6m", "60y"}) {
      assertEquals(nothing, arborist.done("prune", "--older-than", age, "--limit", "3"));
    }
  }

  @Test
  void whatIsInUseIsNotPruned() {
    endSome();
    arborist.fails(ExitCode.REFUSED, "prune", "1");
    arborist.fails(ExitCode.REFUSED, "prune", "2");
    arborist.fails(ExitCode.NOT_FOUND, "prune", "9");
    arborist.fails(ExitCode.USAGE, "prune");
    arborist.fails(ExitCode.USAGE, "prune", "--status", "ready");
    arborist.fails(ExitCode.USAGE, "prune", "--older-than", "30");
    arborist.fails(ExitCode.USAGE, "prune", "--older-than", "30h");
    arborist.fails(ExitCode.USAGE, "prune", "--vacuum", "often");
    arborist.fails(ExitCode.USAGE, "prune", "3", "--limit", "-1");
    assertEquals(4, arborist.done("list").lines().count());
  }

  @Test
  void aBackupIsAQueue() {
    endSome();
    assertEquals(
        "wrote a verified copy to " + directory.resolve("copy.db") + "\n",
        arborist.done("backup", "copy.db"));
    assertEquals(arborist.done("export"), arborist.done("export", "--db", "copy.db"));
    arborist.fails(ExitCode.STORAGE, "backup", "copy.db");
    arborist.fails(ExitCode.USAGE, "backup");
  }

  @Test
  void aSoundQueueIsSaidToBe() {
    endSome();
    assertEquals("examined 4 tasks: nothing is wrong\n", arborist.done("doctor"));
    assertEquals("examined 4 tasks: nothing is wrong\n", arborist.done("doctor", "--repair"));
    assertTrue(arborist.done("doctor", "--json").contains("\"sound\" : true"), arborist.out);
  }

  @Test
  void theDoctorFindsWhatIsWrongAndMendsWhatIsDerived() throws Exception {
    endSome();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(".arborist/queue.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE task SET priority = 99 WHERE number = 4");
    }
    assertEquals(ExitCode.STORAGE, arborist.run("doctor"));
    assertTrue(arborist.out.startsWith("examined 4 tasks: "), arborist.out);
    assertTrue(arborist.out.contains(" (repairable)\n"), arborist.out);
    assertEquals("", arborist.err);
    assertTrue(arborist.done("doctor", "--repair").contains(" (repaired)\n"), arborist.out);
    assertEquals("examined 4 tasks: nothing is wrong\n", arborist.done("doctor"));
  }

  @Test
  void documentsAreStoredAndFoundByVersionAndPointer() throws Exception {
    Files.writeString(directory.resolve("plan.json"), "{\"phases\": [{\"n\": 1}, {\"n\": 2}]}\n");
    assertEquals("", arborist.done("spec", "list"));
    assertEquals(
        "stored garden plan version 1\n",
        arborist.done("spec", "put", "garden", "plan", "plan.json"));
    arborist.in = "[1]";
    assertEquals(
        "stored garden plan version 2\n", arborist.done("spec", "put", "garden", "plan", "-"));
    assertEquals("[1]\n", arborist.done("spec", "get", "garden", "plan"));
    assertEquals(
        "{\"n\": 2}\n",
        arborist.done("spec", "get", "garden", "plan", "--version", "1", "--pointer", "/phases/1"));
    assertTrue(arborist.done("spec", "list").startsWith("garden  plan  version 2  20"));
    assertEquals("", arborist.done("spec", "list", "other"));
    assertTrue(arborist.done("spec", "list", "--json").contains("\"version\" : 2"));
    assertTrue(arborist.done("spec").contains("  put "), arborist.out);
  }

  @Test
  void aDocumentThatIsNotThereIsNotFound() {
    assertEquals(
        "arborist: there is no document garden plan",
        arborist.fails(ExitCode.NOT_FOUND, "spec", "get", "garden", "plan"));
    arborist.in = "{}";
    arborist.done("spec", "put", "garden", "plan", "-");
    arborist.fails(ExitCode.NOT_FOUND, "spec", "get", "garden", "plan", "--version", "2");
    assertEquals(
        "arborist: document garden plan has nothing at /a",
        arborist.fails(ExitCode.NOT_FOUND, "spec", "get", "garden", "plan", "--pointer", "/a"));
    arborist.fails(ExitCode.USAGE, "spec", "get", "garden", "plan", "--pointer", "a");
    arborist.in = "no json";
    arborist.fails(ExitCode.USAGE, "spec", "put", "garden", "plan", "-");
    arborist.fails(ExitCode.USAGE, "spec", "put", "garden", "plan", "none.json");
    arborist.fails(ExitCode.USAGE, "spec", "put", " ", "plan", "-");
    arborist.fails(ExitCode.USAGE, "spec", "nonsense");
  }

  @Test
  void aDocumentIsSafeToLookAt() {
    arborist.in = "{\"a\": \"\u202e\"}";
    arborist.done("spec", "put", "garden", "plan", "-");
    arborist.onTerminal = true;
    assertEquals("{\"a\": \"<U+202E>\"}\n", arborist.done("spec", "get", "garden", "plan"));
  }

  @Test
  void aRestoreBringsHistoryAndDocumentsBack() throws Exception {
    endSome();
    arborist.in = "{}";
    arborist.done("spec", "put", "garden", "plan", "-");
    arborist.done("prune", "3");
    String exported = arborist.done("export");
    String events = arborist.done("events");
    Files.writeString(directory.resolve("all.jsonl"), exported);
    arborist.environment.put("ARBORIST_DB", "copy.db");
    arborist.done("init");
    assertEquals(
        "imported 3 tasks as #1 to #4, with 5 events and 1 document\n",
        arborist.done("import", "all.jsonl"));
    assertEquals(exported, arborist.done("export"));
    assertEquals(events.lines().count(), arborist.done("events").lines().count());
  }

  /** The doctor would call it broken, and no repair could mend it. */
  @Test
  void anImportWithAGapInAHistoryIsRefused() throws Exception {
    endSome();
    String from = ",\"reason\":\"enqueued\",\"from\":null";
    String exported = arborist.done("export");
    String gap = exported.replaceFirst(from, from.replace("null", "\"running\""));
    assertNotEquals(exported, gap);
    Files.writeString(directory.resolve("gap.jsonl"), gap);
    arborist.environment.put("ARBORIST_DB", "copy.db");
    arborist.done("init");
    String refused = arborist.fails(ExitCode.USAGE, "import", "gap.jsonl");
    assertTrue(refused.contains("line 1: the history of task #1 is broken"), refused);
    assertEquals("", arborist.done("export"));
  }

  /** The doctor would find nothing, but an export could be restored nowhere. */
  @Test
  void whatAPrunedTaskLeftIsTakenOnce() throws Exception {
    endSome();
    arborist.done("prune", "3");
    Files.writeString(directory.resolve("all.jsonl"), arborist.done("export"));
    Files.writeString(
        directory.resolve("pruned.jsonl"),
        arborist.out.lines().filter(line -> line.startsWith("{\"pruned\"")).findFirst().get());
    String pruned = "line 1: the queue has pruned task #3 already";
    assertTrue(arborist.fails(ExitCode.USAGE, "import", "pruned.jsonl").contains(pruned));
    arborist.environment.put("ARBORIST_DB", "copy.db");
    arborist.done("init");
    arborist.done("import", "pruned.jsonl");
    assertTrue(arborist.fails(ExitCode.USAGE, "import", "pruned.jsonl").contains(pruned));
    assertEquals(1, arborist.done("export").lines().count());
  }

  /** What the next claim, failure or event counts up must find room. */
  @Test
  void anImportLeavesRoomBehindEveryCount() throws Exception {
    for (String field :
        List.of(
            "\"token\":1000000001",
            "\"failures\":1000000001",
            "\"events\":[{\"sequence\":4503599627370496,\"at\":0,\"actor\":\"me\",\"reason\":\"enqueued\","
                + "\"from\":null,\"to\":\"ready\",\"token\":0,\"note\":null}]")) {
      refusedImport("{\"number\":1,\"prompt\":\"x\"," + field + "}");
    }
    refusedImport(
        "{\"specification\":{\"namespace\":\"n\",\"key\":\"k\",\"version\":1073741824,"
            + "\"createdAt\":0,\"createdBy\":\"me\",\"json\":\"[]\"}}");
  }

  private void refusedImport(String line) {
    arborist.in = line;
    String refused = arborist.fails(ExitCode.USAGE, "import", "-");
    assertTrue(refused.contains("line 1: the "), refused);
    assertTrue(refused.contains(": at most "), refused);
  }

  /** The form cannot tell it from no payload. */
  @Test
  void aPayloadThatIsNullIsNone() throws Exception {
    arborist.done("add", "x", "--payload", "null");
    Files.writeString(directory.resolve("all.jsonl"), arborist.done("export"));
    arborist.environment.put("ARBORIST_DB", "copy.db");
    arborist.done("init");
    arborist.done("import", "all.jsonl");
    assertEquals(Files.readString(directory.resolve("all.jsonl")), arborist.done("export"));
    String copied = arborist.done("show", "1");
    arborist.environment.remove("ARBORIST_DB");
    assertEquals(arborist.done("show", "1"), copied);
  }

  @Test
  void tasksComeFromTaskwarrior() {
    arborist.in =
        """
        [
        {"uuid":"01890a5d-ac96-774b-bcce-b302099a8057","description":"Mow","status":"pending",
         "entry":"20260101T080000Z"},
        {"uuid":"01890a5d-ac96-774b-bcce-b302099a8058","description":"Rake","status":"pending",
         "entry":"20260101T090000Z","depends":["01890a5d-ac96-774b-bcce-b302099a8057"]}
        ]
        """;
    assertEquals(
        "imported 2 tasks as #1 to #2\n", arborist.done("import", "--format", "taskwarrior", "-"));
    assertTrue(arborist.done("prerequisites", "2").contains("Mow"), arborist.out);
    arborist.in = "[{\"description\": 1}]";
    arborist.fails(ExitCode.USAGE, "import", "--format", "taskwarrior", "-");
  }
}
