package dev.arborist.cli;

import static dev.arborist.cli.MadeResults.around;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measurements judged by requirements. */
class PerfCheckCommandTest {

  private static final String NAME = "org.example.GateBenchmark.open";

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void copyTheExamples() throws IOException {
    ExampleQueue.copyMeasurements(directory);
    arborist = new CommandLineFixture(directory);
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }

  /** A file with one requirement on the gate. */
  private void require(String file, String metric, String limit) throws IOException {
    write(
        file,
        """
        [[requirement]]
        id = "GATE-%s"
        title = "The gate opens in time"
        benchmark = "GateBenchmark.open"
        metric = "%s"
        limit = "%s"
        """
            .formatted(metric, metric, limit));
  }

  private int gate(String limit, MadeResults results, String... options) throws IOException {
    require("gate.toml", "mean", limit);
    String file = results.write(directory.resolve("gate.json"));
    List<String> arguments =
        Stream.concat(
                Stream.of("perf", "check", file, "--requirements", "gate.toml"), Stream.of(options))
            .toList();
    return arborist.run(arguments.toArray(String[]::new));
  }

  @Test
  void whatMeetsEveryRequirementPasses() {
    String out = arborist.done("perf", "check", "jmh.json");
    for (int i = 1; i <= 7; i++) {
      assertTrue(out.matches("(?s).*GARDEN-" + i + " .*"), out);
    }
    assertTrue(out.contains("PASS"), out);
    assertFalse(out.contains("FAIL"), out);
    assertEquals("", arborist.err);
  }

  @Test
  void aTimeThatIsTooLongFails() throws IOException {
    assertEquals(ExitCode.REQUIREMENT, gate("9 us", new MadeResults().time(NAME, around(10, 5))));
    assertTrue(arborist.out.contains("FAIL"), arborist.out);
    assertEquals(ExitCode.DONE, gate("11 us", new MadeResults().time(NAME, around(10, 5))));
  }

  @Test
  void aRateThatIsTooLowFailsAndAHighOnePasses() throws IOException {
    MadeResults slow = new MadeResults().rate(NAME, around(1000, 5));
    assertEquals(ExitCode.REQUIREMENT, gate("1100 ops/s", slow));
    assertEquals(ExitCode.DONE, gate("900 ops/s", slow));
    assertEquals(ExitCode.DONE, gate("50 ops/min", slow));
    assertEquals(ExitCode.REQUIREMENT, gate("2 ops/ms", slow));
  }

  @Test
  void whatIsUndecidedFollowsThePolicy() throws IOException {
    MadeResults wide = new MadeResults().time(NAME, 8, 9, 10, 11, 12);
    assertEquals(ExitCode.INCONCLUSIVE, gate("10.5 us", wide));
    assertTrue(arborist.out.contains("INCONCLUSIVE"), arborist.out);
    assertEquals(ExitCode.DONE, gate("10.5 us", wide, "--inconclusive", "warn"));
    assertTrue(arborist.out.contains("INCONCLUSIVE"), arborist.out);
    assertEquals(ExitCode.INCONCLUSIVE, gate("10.5 us", wide, "--inconclusive", "fail"));
    assertEquals(
        ExitCode.REQUIREMENT, gate("5 us", wide, "--inconclusive", "warn"), "a failure fails");
  }

  @Test
  void aSingleLaunchIsJudgedByTheSpreadThatIsAssumed() throws IOException {
    MadeResults single = new MadeResults().time(NAME, 10);
    assertEquals(ExitCode.INCONCLUSIVE, gate("11 us", single));
    assertEquals(ExitCode.DONE, gate("11 us", single, "--single-launch-sd", "0.01"));
    assertEquals(ExitCode.REQUIREMENT, gate("9 us", single, "--single-launch-sd", "0.01"));
    assertEquals(ExitCode.DONE, gate("18 us", single));
  }

  @Test
  void requirementsComeFromFilesInTomlAndJsonAndFromDocuments() throws IOException {
    write(
        "more.json",
        """
        {"name": "garden", "requirements": [
          {"id": "MORE-1", "title": "Watering is quick", "benchmark": "SeedBenchmark.water",
           "metric": "median", "limit": "5 us"}
        ]}
        """);
    String files =
        arborist.done(
            "perf",
            "check",
            "jmh.json",
            "--requirements",
            "requirements.toml",
            "--requirements",
            "more.json");
    assertTrue(files.contains("GARDEN-1") && files.contains("MORE-1"), files);
    arborist.done("init", "--db", "q.db");
    arborist.done("spec", "put", "garden", "limits", "more.json", "--db", "q.db");
    String document =
        arborist.done("perf", "check", "jmh.json", "--spec", "garden/limits", "--db", "q.db");
    assertTrue(!document.contains("GARDEN-1") && document.contains("MORE-1"), document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SeedBenchmark\\.sow", "^com\\.example\\.garden\\.Seed.*sow$"})
  void onlyWhatIsNamedIsJudged(String regex) {
    String out = arborist.done("perf", "check", "jmh.json", "--only", regex);
    assertTrue(out.contains("GARDEN-1") && out.contains("GARDEN-2"), out);
    assertFalse(out.contains("GARDEN-3") || out.contains("GARDEN-5"), out);
  }

  @Test
  void whatIsMeasuredInSeveralRunsIsJudgedAsOne() throws IOException {
    String sow =
        new MadeResults().time("a.S.sow", around(10, 4)).write(directory.resolve("1.json"));
    String water =
        new MadeResults().time("a.S.water", around(5, 4)).write(directory.resolve("2.json"));
    write(
        "both.toml",
        """
        [[requirement]]
        id = "BOTH"
        title = "Sowing takes at most three times as long as watering"
        benchmark = "S.sow"
        metric = "mean"
        limit = "3"
        relativeTo = "S.water"
        """);
    String out = arborist.done("perf", "check", sow, water, "--requirements", "both.toml");
    assertTrue(out.contains("BOTH"), out);
    assertTrue(out.contains("PASS"), out);
  }

  @Test
  void whatShowsHowFastTheMachineWasIsNoBenchmark() throws IOException {
    for (String name : List.of("first", "second")) {
      new MadeResults()
          .time("a." + name + "Benchmark.run", 1, 1, 1, 1, 1)
          .time("arborist.ruler.cpu", 5, 5, 5, 5, 5)
          .write(directory.resolve(name + ".json"));
    }
    write(
        "both.toml",
        """
        [[requirement]]
        id = "A"
        title = "It is quick"
        benchmark = "firstBenchmark.run"
        metric = "mean"
        limit = "1 ms"
        """);
    String one =
        arborist.done(
            "perf",
            "check",
            "first.json",
            "--requirements",
            "both.toml",
            "--no-save",
            "--format",
            "json");
    assertTrue(one.contains("arborist.ruler.cpu"), "one run keeps what the machine did");
    String both =
        arborist.done(
            "perf",
            "check",
            "first.json",
            "second.json",
            "--requirements",
            "both.toml",
            "--no-save",
            "--format",
            "json");
    assertTrue(both.contains("a.secondBenchmark.run"), both);
    assertFalse(both.contains("arborist.ruler.cpu"), both);
    write(
        "ruler.toml",
        """
        [[requirement]]
        id = "A"
        title = "The machine is quick"
        benchmark = "arborist.ruler.cpu"
        metric = "mean"
        limit = "1 ms"
        """);
    String refused =
        arborist.fails(
            ExitCode.USAGE, "perf", "check", "first.json", "--requirements", "ruler.toml");
    assertTrue(refused.contains("does not exist"), refused);
  }

  @Test
  void everyReportIsWrittenIntoTheDirectory() throws IOException {
    arborist.done("perf", "check", "jmh.json", "--reports", "target/perf");
    Map<String, String> beginnings =
        Map.of(
            "report.txt", "Id",
            "report.md", "#",
            "report.html", "<!DOCTYPE html>",
            "report.json", "{",
            "junit.xml", "<?xml",
            "summary.md", "### ✅ ",
            "deliverable.json", "{");
    try (Stream<Path> files = Files.list(directory.resolve("target/perf"))) {
      assertEquals(beginnings.size(), files.count());
    }
    for (Map.Entry<String, String> file : beginnings.entrySet()) {
      String text = Files.readString(directory.resolve("target/perf").resolve(file.getKey()));
      assertTrue(text.startsWith(file.getValue()), file.getKey());
      assertTrue(text.contains("GARDEN-1"), file.getKey());
    }
  }

  @Test
  void oneReportGoesToAFileAndNothingToTheOutput() throws IOException {
    assertEquals(
        "",
        arborist.done("perf", "check", "jmh.json", "--format", "junit", "--output", "out/j.xml"));
    String junit = Files.readString(directory.resolve("out/j.xml"));
    assertTrue(junit.contains("tests=\"7\""), junit);
    assertTrue(junit.contains("failures=\"0\""), junit);
  }

  @Test
  void aFailureIsWrittenAsOneAndExitsAsOne() throws IOException {
    int code = gate("1 us", new MadeResults().time(NAME, around(10, 5)), "--format", "junit");
    assertEquals(ExitCode.REQUIREMENT, code);
    assertTrue(arborist.out.contains("failures=\"1\""), arborist.out);
  }

  @Test
  void withoutAHistoryNothingIsSavedAndWithOneEveryCheckIs() {
    arborist.done("perf", "check", "jmh.json");
    assertFalse(Files.exists(directory.resolve(".arborist")));
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    arborist.done("perf", "check", "jmh.json", "--label", "nightly");
    assertEquals("saved as run 0001", arborist.err.strip());
    arborist.done("perf", "check", "jmh.json", "--no-save");
    assertEquals("", arborist.err);
    arborist.done("perf", "check", "jmh-old.json");
    String history = arborist.done("perf", "history");
    assertTrue(history.contains("0001") && history.contains("nightly"), history);
    assertTrue(history.contains("0002") && !history.contains("0003"), history);
  }

  @Test
  void aFailedCheckIsSavedToo() throws IOException {
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    gate("1 us", new MadeResults().time(NAME, around(10, 5)));
    assertEquals("saved as run 0001", arborist.err.strip());
    assertTrue(arborist.done("perf", "history", "--json").contains("\"failed\" : 1"));
    assertTrue(arborist.done("perf", "report", "latest").contains("FAIL"));
  }

  @Test
  void aSavedRunIsJudgedAnewByOtherRequirements() throws IOException {
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    gate("1 us", new MadeResults().time(NAME, around(10, 5)));
    require("gate.toml", "mean", "20 us");
    arborist.done("perf", "check", "0001", "--requirements", "gate.toml");
    assertTrue(arborist.out.contains("PASS"), arborist.out);
  }

  @Test
  void thePinnedRunIsTheBaselineUnlessAnotherIsNamed() {
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    arborist.done("perf", "import", "jmh-old.json");
    arborist.done("perf", "baseline", "pin");
    int pinned = arborist.run("perf", "check", "jmh.json", "--fail-if", "regressed", "--no-save");
    assertEquals(ExitCode.REQUIREMENT, pinned);
    int same = arborist.run("perf", "check", "jmh.json", "--fail-if=regressed", "--baseline=0001");
    assertEquals(ExitCode.REQUIREMENT, same);
    arborist.done("perf", "check", "jmh.json", "--fail-if", "regressed", "--baseline", "jmh.json");
    arborist.done("perf", "check", "jmh.json", "--fail-if", "median:30%");
    arborist.done("perf", "check", "jmh.json");
  }

  @Test
  void aFirstRunWithoutABaselineIsToleratedAndSaysSo() {
    arborist.done("perf", "check", "jmh.json", "--fail-if", "median:5%");
    assertTrue(arborist.err.startsWith("no baseline yet: nothing is compared"), arborist.err);
  }
}
