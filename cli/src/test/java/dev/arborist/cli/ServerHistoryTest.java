package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examiner's history on a PostgreSQL server, beside one in a file. */
class ServerHistoryTest {

  /** What is done with a history, in an order in which it leaves something to look at. */
  private static final List<String> COMMANDS =
      List.of(
          "check jmh-old.json --label nightly",
          "check jmh.json --label nightly",
          "import jmh.json jmh-old.json --label großer_Baum=🌳",
          "history",
          "history --label nightly --json",
          "history --label großer_Baum=🌳",
          "history --limit 1",
          "history Seed",
          "history layOut --all --limit 2",
          "history Reap",
          "baseline pin 1",
          "check jmh.json --fail-if median:90%",
          "baseline",
          "history",
          "compare pinned latest",
          "show 0001 latest --columns mean,launches",
          "report 0002 --format markdown",
          "export 0001 --format json",
          "histogram latest sow",
          "remove 0001 3",
          "baseline",
          "history",
          "baseline pin",
          "baseline unpin",
          "import jmh.json");

  @TempDir Path directory;

  private String address = "";
  private CommandLineFixture server;

  @BeforeEach
  void chooseASchema() throws IOException {
    ExampleQueue.copyMeasurements(directory);
    PostgresServer postgres = PostgresServer.shared();
    address = postgres.address("history_" + postgres.newSchema());
    server = new CommandLineFixture(directory);
    server.environment.put("ARBORIST_HISTORY", address);
  }

  private static String[] perf(String line, String... more) {
    List<String> arguments = new ArrayList<>(List.of("perf"));
    arguments.addAll(List.of(line.split(" ", -1)));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  @Test
  void everyCommandSaysOnAServerWhatItSaysOnAFile() {
    CommandLineFixture file = new CommandLineFixture(directory);
    file.done(perf("init jmh.json --output other.toml"));
    for (String line : COMMANDS) {
      assertEquals(file.done(perf(line)), server.done(perf(line)), line);
      assertEquals(file.err, server.err, line);
    }
    assertTrue(server.done(perf("history")).contains("0006"), server.out);
  }

  @Test
  void theOptionNamesItToo() {
    CommandLineFixture plain = new CommandLineFixture(directory);
    plain.done(perf("import jmh.json", "--history", address));
    assertTrue(plain.done(perf("show 0001", "--history", address)).contains("SeedBenchmark.sow"));
    assertTrue(server.done(perf("history")).contains("0001"));
    plain.fails(ExitCode.STORAGE, perf("history"));
  }

  @Test
  void itSharesItsSchemaWithAQueueWhicheverIsFirst() {
    server.environment.put("ARBORIST_DB", address);
    server.done("init");
    server.done("add", "Write the parser");
    assertEquals("the history is empty\n", server.done(perf("history")));
    server.done(perf("check jmh.json"));
    assertTrue(server.done("list").contains("Write the parser"));
    assertTrue(server.done("doctor").contains("nothing is wrong"));

    String other = address + "_other";
    server.environment.put("ARBORIST_DB", other);
    server.environment.put("ARBORIST_HISTORY", other);
    server.done(perf("import jmh.json"));
    assertTrue(server.fails(ExitCode.STORAGE, "list").contains("there is no queue at"));
    server.done("init");
    server.done("add", "Write the parser");
    assertTrue(server.done(perf("history")).contains("0001"));
  }

  @Test
  void whoOnlyLooksCreatesNothing() {
    assertEquals("the history is empty\n", server.done(perf("history")));
    assertEquals("no run is pinned\n", server.done(perf("baseline")));
    server.fails(ExitCode.NOT_FOUND, perf("show latest"));
    server.fails(ExitCode.NOT_FOUND, perf("remove 0001"));
    server.done(perf("check jmh.json --no-save"));
    server.environment.put("ARBORIST_DB", address);
    assertEquals("", server.done("__complete", "plain", "runs", "", "arborist", "perf", "show"));
    String created = server.done(perf("init jmh.json --output other.toml"));
    assertTrue(created.contains("created an empty history at postgres://localhost:"), created);
    assertFalse(created.contains("postgres:postgres"), created);
    String again = server.done(perf("init jmh.json --output another.toml"));
    assertFalse(again.contains("created"), again);
  }

  @Test
  void runsAreCompletedFromThere() {
    server.done(perf("import jmh-old.json --label nightly"));
    String runs = server.done("__complete", "plain", "runs", "", "arborist", "perf", "show", "");
    assertTrue(runs.matches("0001\t2.*Z nightly\n"), runs);
  }

  @Test
  void whatGoesWrongIsToldInALineWithoutThePassword() {
    for (String line : List.of("history", "import jmh.json", "check jmh.json", "baseline unpin")) {
      String away =
          server.fails(
              ExitCode.STORAGE, perf(line, "--history", "postgres://me:s3cret@localhost:1/x"));
      assertTrue(away.contains("the server cannot be reached"), away);
      assertFalse(away.contains("s3cret"), away);
      String odd =
          server.fails(ExitCode.USAGE, perf(line, "--history", "postgres://me:s3cret%zz@h/x"));
      assertFalse(odd.contains("s3cret"), odd);
      String schema = server.fails(ExitCode.USAGE, perf(line, "--history", address + "%20; DROP"));
      assertFalse(schema.contains("postgres:postgres"), schema);
    }
    String missing =
        server.fails(
            ExitCode.STORAGE,
            perf("history", "--history", address.replace("/postgres?", "/missing?")));
    assertTrue(missing.contains("the server has no such database"), missing);
    String refused =
        server.fails(
            ExitCode.STORAGE,
            perf("history", "--history", address.replace("postgres:postgres@", "nobody:s3cret@")));
    assertFalse(refused.contains("s3cret") || refused.contains("postgres:postgres"), refused);
  }

  @Test
  void severalThatSaveAtOnceGetNumbersOfTheirOwn() throws Exception {
    Callable<String> importing =
        () -> {
          CommandLineFixture one = new CommandLineFixture(directory);
          one.environment.put("ARBORIST_HISTORY", address);
          return one.done(perf("import jmh.json jmh-old.json"));
        };
    List<String> told = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<String> one :
          threads.invokeAll(List.of(importing, importing, importing, importing))) {
        one.get().lines().map(line -> line.replaceAll(".* as ", "")).forEach(told::add);
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(
        List.of(1, 2, 3, 4, 5, 6, 7, 8).stream().map(i -> "run 000" + i).toList(),
        told.stream().sorted().toList());
    assertEquals(9, server.done(perf("history")).lines().count());
  }

  /** As a build does with -Dperf.history. */
  @Test
  void anExaminationIsSavedThere() throws IOException {
    server.done(perf("check jmh.json --no-save --format json --output report.json"));
    Verdict verdict = Examination.load(directory.resolve("report.json"));
    HistoryPlace place = HistoryPlace.of(address);
    RunId id = Examination.save(verdict, place);
    try (var history = Examination.history(place)) {
      assertEquals(Optional.of(verdict), history.load(id));
    }
    assertFalse(place.toString().contains("postgres:postgres"), place.toString());
    assertThrows(InvalidInputException.class, () -> HistoryPlace.of("postgres://localhost:many/x"));
  }
}
