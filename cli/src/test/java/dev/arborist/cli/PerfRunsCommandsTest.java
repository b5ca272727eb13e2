package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are shown, saved, reported and handed on. */
class PerfRunsCommandsTest {

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void copyTheExamples() throws IOException {
    ExampleQueue.copyMeasurements(directory);
    arborist = new CommandLineFixture(directory);
  }

  private void saveTwo() {
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    arborist.done("perf", "check", "jmh-old.json", "--label", "nightly");
    arborist.done("perf", "check", "jmh.json");
  }

  private static List<String> firstWords(String table) {
    return table.lines().skip(1).map(line -> line.split(" ", 2)[0]).toList();
  }

  @Test
  void aTableShowsTheColumnsThatAreAskedFor() {
    String table = arborist.done("perf", "show", "jmh.json", "--columns", "mean,p99,alloc");
    assertTrue(table.lines().findFirst().get().matches("Benchmark +Mean +p99 +Alloc/op"), table);
    assertEquals(11, table.lines().count());
    String all =
        arborist.done(
            "perf",
            "show",
            "jmh.json",
            "--columns",
            "min,max,mean,stddev,median,iqr,q1,q3,outliers,ops,launches,iterations,p50,p95,p99,alloc");
    assertTrue(all.contains("312 B"), all);
  }

  @Test
  void aTableIsSortedByAColumn() {
    List<String> ascending =
        firstWords(
            arborist.done(
                "perf", "show", "jmh.json", "--columns", "mean,alloc", "--sort", "alloc"));
    assertEquals("SeedBenchmark.water", ascending.get(0), "it allocates least");
    assertEquals("BasketBenchmark.pick", ascending.get(9), "its allocation was not measured");
  }

  @ParameterizedTest
  @ValueSource(strings = {"benchmark", "class", "params", "run", "param:plants"})
  void aTableHasGroups(String group) {
    String table = arborist.done("perf", "show", "jmh-old.json", "jmh.json", "--group-by", group);
    assertTrue(table.contains("\n\n"), table);
    assertTrue(table.contains("1.2×") || table.contains("1.19×") || !group.equals("benchmark"));
  }

  @Test
  void aTableIsWrittenForSpreadsheets() {
    String csv = arborist.done("perf", "show", "jmh.json", "--csv", "--columns", "mean,alloc");
    List<String> lines = csv.lines().toList();
    assertEquals("run,benchmark,params,mode,unit,mean,alloc", lines.get(0));
    assertEquals(11, lines.size());
    assertTrue(
        lines.get(1).startsWith("jmh.json,com.example.garden.BasketBenchmark.pick,,sample,ns,"));
    assertTrue(csv.contains("SeedBenchmark.germinate,,thrpt,ops/s,"), csv);
  }

  @Test
  void histogramsAreDrawnAsTextAndAsPictures() throws IOException {
    String text = arborist.done("perf", "histogram", "jmh.json", "Seed");
    assertEquals(3, text.lines().filter(line -> line.startsWith("SeedBenchmark")).count(), text);
    assertTrue(text.contains("█"), text);
    String written = arborist.done("perf", "histogram", "jmh.json", "--svg", "plots");
    assertEquals(10, written.lines().count());
    for (String file : written.lines().toList()) {
      assertTrue(Files.readString(Path.of(file)).startsWith("<svg"), file);
    }
  }

  @Test
  void aDevelopmentIsDrawnAsPictures() throws IOException {
    saveTwo();
    List<Path> files =
        arborist.done("perf", "history", "Seed", "--svg", "plots").lines().map(Path::of).toList();
    assertEquals(3, files.size());
    for (Path file : files) {
      assertTrue(Files.readString(file).startsWith("<svg"), file.toString());
    }
    assertTrue(Files.readString(files.get(0)).contains("0002"));
    arborist.fails(ExitCode.USAGE, "perf", "history", "--svg", "plots");
  }

  @Test
  void aHistogramOfNoNumberSaysSo() throws IOException {
    Files.writeString(
        directory.resolve("nan.json"),
        """
        [{"benchmark": "a.B.run", "mode": "avgt",
          "primaryMetric": {"scoreUnit": "ns/op", "rawData": [["NaN", "NaN"]]}}]
        """);
    assertEquals(
        "B.run\n  no number was measured\n", arborist.done("perf", "histogram", "nan.json"));
    assertEquals(
        "B.run: no number was measured\n",
        arborist.done("perf", "histogram", "nan.json", "--svg", "plots"));
    arborist.done("perf", "show", "nan.json", "--columns", "mean,outliers");
  }

  @Test
  void theHistoryListsRunsAndShowsHowABenchmarkDeveloped() {
    saveTwo();
    String list = arborist.done("perf", "history");
    assertTrue(list.indexOf("0002") < list.indexOf("0001"), "the last saved is at the top");
    String one = arborist.done("perf", "history", "--limit", "1");
    assertTrue(one.contains("0002") && !one.contains("0001"), one);
    String labelled = arborist.done("perf", "history", "--label", "nightly", "--json");
    assertTrue(labelled.contains("nightly") && labelled.contains("\"run\" : 1,"), labelled);
    assertFalse(labelled.contains("\"run\" : 2"), labelled);
    String water = arborist.done("perf", "history", "water");
    assertTrue(water.contains("SeedBenchmark.water"), water);
    assertFalse(water.contains("bytesPerOp"), water);
    String all = arborist.done("perf", "history", "water", "--all");
    assertTrue(all.contains("bytesPerOp"), all);
    assertTrue(arborist.done("perf", "history", "Reap").contains("no run measured"));
  }

  @Test
  void aBaselineIsPinnedAndUnpinned() {
    saveTwo();
    assertEquals("no run is pinned\n", arborist.done("perf", "baseline"));
    assertEquals("run 0001 is pinned\n", arborist.done("perf", "baseline", "pin", "1"));
    assertEquals("run 0001 is pinned\n", arborist.done("perf", "baseline", "show"));
    assertTrue(arborist.done("perf", "history").contains("0001 pinned"));
    assertEquals("run 0002 is pinned\n", arborist.done("perf", "baseline", "pin"));
    assertEquals("no run is pinned\n", arborist.done("perf", "baseline", "unpin"));
    assertEquals("no run is pinned\n", arborist.done("perf", "baseline"));
  }

  @Test
  void removedRunsAreGoneAndTheirNumbersAreNotGivenAgain() {
    saveTwo();
    arborist.done("perf", "baseline", "pin", "2");
    arborist.fails(ExitCode.NOT_FOUND, "perf", "remove", "1", "7");
    assertTrue(arborist.done("perf", "history").contains("0001"), "all or none");
    assertEquals("removed 0002, 0001\n", arborist.done("perf", "remove", "latest", "1", "2"));
    assertEquals("the history is empty\n", arborist.done("perf", "history"));
    assertEquals("no run is pinned\n", arborist.done("perf", "baseline"));
    arborist.done("perf", "check", "jmh.json");
    assertEquals("saved as run 0003", arborist.err.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "markdown", "html", "json", "junit", "deliverable", "jmh"})
  void aSavedRunIsReportedInTheSameBytesForEver(String format) throws IOException {
    saveTwo();
    arborist.done("perf", "baseline", "pin", "1");
    arborist.done("perf", "check", "jmh.json", "--format", format, "--output", "checked");
    String checked = Files.readString(directory.resolve("checked"));
    assertEquals(checked, arborist.done("perf", "report", "latest", "--format", format));
    assertEquals(checked, arborist.done("perf", "report", "3", "--format", format));
    arborist.done("perf", "report", "0003", "--format", format, "--output", "again");
    assertEquals(checked, Files.readString(directory.resolve("again")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "markdown", "html", "json", "junit", "deliverable", "jmh"})
  void anExportedRunThatIsImportedElsewhereReportsTheSame(String format) {
    saveTwo();
    arborist.done("perf", "export", "2", "--format", "json", "--output", "run.json");
    String here = arborist.done("perf", "report", "2", "--format", format);
    arborist.done("perf", "init", "jmh.json", "--output", "b.toml", "--history", "b.db");
    String imported = arborist.done("perf", "import", "run.json", "--history", "b.db");
    assertEquals("saved run.json as run 0001\n", imported);
    String there = arborist.done("perf", "report", "0001", "--format", format, "--history", "b.db");
    assertEquals(here, there);
    if (!format.equals("deliverable")) { // it says whether the run is in a history
      assertEquals(here, arborist.done("perf", "report", "run.json", "--format", format));
    }
  }

  @Test
  void everyReportOfARunIsWrittenIntoADirectory() throws IOException {
    saveTwo();
    arborist.done("perf", "report", "latest", "--reports", "reports");
    try (Stream<Path> files = Files.list(directory.resolve("reports"))) {
      assertEquals(7, files.count());
    }
  }

  @Test
  void jmhResultsSurviveTheHistory() throws IOException {
    saveTwo();
    arborist.done("perf", "export", "latest", "--output", "exported.json");
    assertEquals(
        arborist.done("perf", "show", "jmh.json", "--csv").replace("jmh.json,", ","),
        arborist.done("perf", "show", "exported.json", "--csv").replace("exported.json,", ","));
    arborist.done("perf", "compare", "jmh.json", "exported.json", "--fail-if", "mean:0.001%");
    assertTrue(arborist.out.contains("0 regressed, 0 improved"), arborist.out);
  }

  @Test
  void importsAreLabelledAndUnjudged() {
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    arborist.done("perf", "import", "jmh-old.json", "jmh.json", "--label", "release-1");
    String json = arborist.done("perf", "history", "--label", "release-1", "--json");
    assertEquals(2, json.lines().filter(line -> line.contains("\"release-1\"")).count(), json);
    assertTrue(json.contains("\"passed\" : 0"), json);
  }

  /** Changes the history behind the back of the commands. */
  private void alter(String sql) throws SQLException {
    String url = "jdbc:sqlite:" + directory.resolve(".arborist/history.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void whatWasImportedIsToldWhenALaterRunCannotBe() throws SQLException {
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    alter(
        """
        CREATE TRIGGER full BEFORE INSERT ON run WHEN EXISTS (SELECT 1 FROM run)
        BEGIN SELECT RAISE(ABORT, 'no room'); END
        """);
    int code = arborist.run("perf", "import", "jmh-old.json", "jmh.json");
    assertEquals(ExitCode.STORAGE, code, arborist.err);
    assertEquals("saved jmh-old.json as run 0001\n", arborist.out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0001", "latest", "pinned"})
  void runsOfTheHistoryAreNotImportedAgain(String reference) {
    saveTwo();
    String refused = arborist.fails(ExitCode.USAGE, "perf", "import", "jmh.json", reference);
    assertTrue(refused.contains("only files are imported"), refused);
    assertFalse(arborist.done("perf", "history").contains("0003"));
  }

  @Test
  void aDamagedRunCanBeRemoved() throws SQLException {
    saveTwo();
    arborist.done("perf", "baseline", "pin", "2");
    alter("UPDATE document SET bytes = x'00' WHERE run = 2");
    assertTrue(arborist.fails(ExitCode.STORAGE, "perf", "report", "2").contains("0002"));
    arborist.fails(ExitCode.STORAGE, "perf", "baseline", "pin", "2");
    assertEquals("removed 0002\n", arborist.done("perf", "remove", "2"));
    arborist.fails(ExitCode.NOT_FOUND, "perf", "baseline", "pin", "2");
  }

  @Test
  void theHistoryIsFoundFromBelowNamedOrInTheEnvironment() throws IOException {
    saveTwo();
    Path below = Files.createDirectories(directory.resolve("a/b"));
    CommandLineFixture inside = new CommandLineFixture(below);
    assertTrue(inside.done("perf", "history").contains("0002"));
    arborist.done("perf", "init", "jmh.json", "--output", "b.toml", "--history", "b.db");
    assertEquals("the history is empty\n", arborist.done("perf", "history", "--history", "b.db"));
    inside.environment.put("ARBORIST_HISTORY", directory.resolve("b.db").toString());
    assertEquals("the history is empty\n", inside.done("perf", "history"));
    String named = directory.resolve(".arborist/history.db").toString();
    assertTrue(inside.done("perf", "history", "--history", named).contains("0002"));
  }

  @Test
  void startingRequirementsAreMetByWhatTheyWereMadeFrom() throws IOException {
    Files.delete(directory.resolve("requirements.toml"));
    String told = arborist.done("perf", "init", "jmh.json", "--margin", "50");
    assertTrue(told.contains("wrote requirements.toml with"), told);
    assertTrue(told.contains("created an empty history"), told);
    arborist.done("perf", "check", "jmh.json");
    arborist.done("perf", "check", "jmh-old.json");
    String again = arborist.done("perf", "init", "jmh.json", "--margin", "10", "--force");
    assertFalse(again.contains("history"), again);
    String tight = Files.readString(directory.resolve("requirements.toml"));
    assertTrue(tight.contains("a margin of 10 %"), tight);
  }

  @Test
  void aProjectIsLookedAt() throws IOException {
    Path project = Files.createDirectories(directory.resolve("project"));
    Path sources = Files.createDirectories(project.resolve("src/main/java/a"));
    Files.writeString(
        project.resolve("pom.xml"),
        """
        <project><modelVersion>4.0.0</modelVersion>
          <groupId>a</groupId><artifactId>b</artifactId><version>1</version>
          <dependencies><dependency><groupId>org.openjdk.jmh</groupId>
            <artifactId>jmh-core</artifactId><version>1.37</version></dependency></dependencies>
        </project>
        """);
    Files.writeString(
        sources.resolve("GateBenchmark.java"),
        """
        package a;
        import org.openjdk.jmh.annotations.*;
        @Fork(5) @Warmup(iterations = 5)
        public class GateBenchmark { @Benchmark public void open() {} }
        """);
    String told = new CommandLineFixture(project).done("perf", "init");
    assertTrue(told.contains("found 1 benchmark in") && told.contains("JMH 1.37"), told);
    assertTrue(told.contains("a.GateBenchmark.open"), told);
    assertTrue(Files.exists(project.resolve("requirements.toml")));
  }
}
