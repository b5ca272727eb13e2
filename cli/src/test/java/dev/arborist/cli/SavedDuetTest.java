package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A duet among the saved runs. */
class SavedDuetTest {

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void saveOne() throws IOException {
    ExampleQueue.copyMeasurements(directory);
    arborist = new CommandLineFixture(directory);
    MadeDuets.write(directory.resolve("duet.json"));
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    arborist.done("perf", "import", "duet.json", "--label", "pull request 7");
  }

  @Test
  void theListShowsItsBenchmarksAndVerdicts() {
    String list = arborist.done("perf", "history");
    String row = list.lines().skip(1).findFirst().orElseThrow();

    assertEquals(
        "0001 duet 2026-01-02T03:04:05Z pull request 7 1 0 1 0", row.replaceAll(" +", " "));
    String json = arborist.done("perf", "history", "--json").replace(" ", "");
    assertTrue(json.contains("\"failed\":1"), json);
    assertTrue(json.contains("\"duet\":true"), json);
  }

  @Test
  void itsReportSaysWhatWasFoundInEveryFormat() throws IOException {
    arborist.done("perf", "report", "latest", "--reports", "reports");
    try (Stream<Path> files = Files.list(directory.resolve("reports"))) {
      for (Path file : files.toList()) {
        boolean isDeliverable = file.endsWith("deliverable.json");
        String expected = isDeliverable ? "\"regression_detected\" : true" : "Gate.open";
        assertTrue(Files.readString(file).contains(expected), file.toString());
      }
    }
    String console = arborist.done("perf", "report", "latest");
    assertTrue(console.startsWith("warning: the load was 3\nJVM flags: -Xmx1g\n"), console);
    assertTrue(console.contains("Gate.open n=10 avgt  200 ns  220 ns"), console);
    assertTrue(console.contains("  more time in org.example.Gate.hash: +11 points"), console);
    assertTrue(console.endsWith("A rule is met, so it fails.\n"), console);
  }

  @Test
  void whatIsReadBackIsWhatWasSaved() throws IOException {
    String saved = arborist.done("perf", "export", "latest", "--format", "json");

    assertEquals(
        Files.readString(directory.resolve("duet.json"))
            .replace("\"label\" : \"\"", "\"label\" : \"pull request 7\""),
        saved);
  }

  @ParameterizedTest
  @CsvSource({
    "perf compare latest jmh.json, run 0001 only holds a duet: there is nothing to compare",
    "perf compare jmh.json duet.json, duet.json only holds a duet: there is nothing to compare",
    "perf check jmh.json --baseline latest, run 0001 only holds a duet: there is nothing to compare",
    "perf check latest, run 0001 only holds a duet: there is nothing to judge",
    "perf baseline pin latest, run 0001 only holds a duet: there is nothing to compare with",
    "perf show latest, run 0001 only holds a duet: there is nothing to show in a table",
    "perf histogram latest, run 0001 only holds a duet: there is nothing to draw",
    "perf export latest, a run that only holds a duet has no results of JMH: take json",
    "perf report latest --format jmh, a run that only holds a duet has no results of JMH",
  })
  void whatNeedsMeasurementsSaysInOneLineThatThereAreNone(String command, String told) {
    String line = arborist.fails(ExitCode.USAGE, command.split(" "));

    assertTrue(line.contains(told), line);
    assertEquals(1, line.lines().count(), line);
    assertEquals("no run is pinned\n", arborist.done("perf", "baseline", "show"));
    assertEquals(2, arborist.done("perf", "history").lines().count(), "nothing was saved");
  }

  @Test
  void theDevelopmentOfABenchmarkLeavesItOut() {
    arborist.done("perf", "check", "jmh.json");
    String development = arborist.done("perf", "history", "Seed");

    assertFalse(development.contains("0001"), development);
    assertTrue(development.contains("0002"), development);
  }
}
