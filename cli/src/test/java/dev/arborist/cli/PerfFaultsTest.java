package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, nothing passes that did not, and nothing is saved half. */
@Tag("once")
class PerfFaultsTest {

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void saveOneRun() throws IOException {
    ExampleQueue.copyMeasurements(directory);
    arborist = new CommandLineFixture(directory);
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    arborist.done("perf", "import", "jmh-old.json");
  }

  private List<String> saved() {
    String table = arborist.done("perf", "history", "--limit", "0");
    return table.lines().skip(1).map(line -> line.substring(0, 4)).toList();
  }

  @Test
  void resultsThatWereCutOffAreNeverJudged() throws IOException {
    String whole = Files.readString(directory.resolve("jmh.json"));
    int end = whole.lastIndexOf(']');
    List<Integer> cuts = new ArrayList<>(List.of(0, 1, 2, end - 1, end));
    for (int at = 7; at < end; at += 331) {
      cuts.add(at);
    }
    for (int cut : cuts) {
      Files.writeString(directory.resolve("cut.json"), whole.substring(0, cut));
      for (String command : new String[] {"check", "import"}) {
        String refused = arborist.fails(ExitCode.USAGE, "perf", command, "cut.json");
        assertTrue(refused.contains("cut.json"), refused);
      }
    }
    assertEquals(List.of("0001"), saved());
  }

  @Test
  void aSavedRunThatWasCutOffIsNeverRead() throws IOException {
    String whole = arborist.done("perf", "export", "1", "--format", "json");
    int end = whole.lastIndexOf('}');
    for (int cut = 1; cut <= end; cut += 997) {
      Files.writeString(directory.resolve("cut.json"), whole.substring(0, cut));
      arborist.fails(ExitCode.USAGE, "perf", "import", "cut.json");
    }
    assertEquals(List.of("0001"), saved());
  }

  /** What JMH leaves of a fork that died, of a benchmark that threw, and of worse. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[[]]",
        "[[], []]",
        "[[\"NaN\"]]",
        "[[1.0, \"NaN\"], [1.0, 1.0]]",
        "[[\"Infinity\"]]",
        "[[\"-Infinity\"]]",
        "[[null]]",
        "[1.0, 1.0]",
        "[[[1.0, 1]]]",
        "[[-1.0], [-1.0], [-1.0]]",
        "[[\"fast\"]]",
        "{}",
        "null",
        "0"
      })
  void valuesThatAreNoneNeverPass(String raw) throws IOException {
    Files.writeString(
        directory.resolve("odd.json"),
        """
        [{"jmhVersion": "1.37", "benchmark": "com.example.garden.SeedBenchmark.sow",
          "mode": "avgt", "threads": 1, "forks": 1, "warmupIterations": 1,
          "primaryMetric": {"score": "NaN", "scoreUnit": "us/op", "rawData": %s},
          "secondaryMetrics": {}}]
        """
            .formatted(raw));
    Files.writeString(
        directory.resolve("sow.toml"),
        """
        [[requirement]]
        id = "SOW"
        title = "Sowing is quick"
        benchmark = "SeedBenchmark.sow"
        metric = "mean"
        limit = "1 s"
        inconclusive = "fail"
        """);
    int code = arborist.run("perf", "check", "odd.json", "--requirements", "sow.toml");
    assertTrue(code == ExitCode.USAGE || code == ExitCode.REQUIREMENT, code + arborist.out);
  }

  @Test
  void aBenchmarkThatIsMissingNeverPasses() throws IOException {
    String sowing =
        new MadeResults()
            .time("com.example.garden.SeedBenchmark.sow", 1, 1, 1, 1, 1)
            .write(directory.resolve("some.json"));
    String refused = arborist.fails(ExitCode.USAGE, "perf", "check", sowing);
    assertTrue(refused.contains("which does not exist"), refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "markdown", "html", "json", "junit", "deliverable", "jmh"})
  void aReportThatTheDiskHasNoRoomForIsAFailure(String format) {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
    for (String command : new String[] {"report", "check"}) {
      int code =
          arborist.run(
              "perf",
              command,
              "jmh.json",
              "--no-save",
              "--format",
              format,
              "--output",
              "/dev/full");
      assertEquals(command.equals("check") ? ExitCode.STORAGE : ExitCode.USAGE, code);
    }
    arborist.fails(
        ExitCode.STORAGE, "perf", "report", "1", "--format", format, "--output", "/dev/full");
  }

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check jmh.json",
        "check jmh.json --format junit",
        "compare jmh-old.json jmh.json",
        "compare jmh-old.json jmh.json --format html",
        "show jmh.json",
        "show jmh.json --csv",
        "history",
        "history --json",
        "history Seed",
        "histogram jmh.json",
        "report 1 --format markdown",
        "export 1",
        "baseline",
        "import jmh.json"
      })
  void anOutputThatIsFullIsAFailure(String line) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(arborist.terminal(new FullDisk(), err), ("perf " + line).split(" ", -1));
    assertEquals(ExitCode.STORAGE, code, err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void numbersGrowWhenTheClockStepsBack() throws IOException {
    Path results = directory.resolve("jmh.json");
    for (String time : new String[] {"2030-01-01T00:00:00Z", "1999-01-01T00:00:00Z"}) {
      Files.setLastModifiedTime(results, FileTime.from(Instant.parse(time)));
      arborist.done("perf", "check", "jmh.json", "--label", "of " + time.substring(0, 4));
    }
    assertEquals(List.of("0003", "0002", "0001"), saved());
    String latest = arborist.done("perf", "report", "latest", "--format", "json");
    assertTrue(latest.contains("\"of 1999\""), "the latest is the last that was saved");
    arborist.done("perf", "baseline", "pin");
    assertTrue(arborist.done("perf", "history").contains("0003 pinned"));
    String trend = arborist.done("perf", "history", "water");
    assertTrue(trend.contains("0001 to 0003"), trend);
  }

  private Process endlessImports() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            EndlessImports.class.getName())
        .directory(directory.toFile())
        .redirectError(directory.resolve("err.txt").toFile())
        .start();
  }

  @Test
  void aProcessThatIsKilledWhileItSavesLeavesWholeRuns() throws Exception {
    List<String> told = new ArrayList<>(List.of("0001"));
    for (int round = 0; round < 4; round++) {
      Process saving = endlessImports();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(saving.getInputStream(), StandardCharsets.UTF_8))) {
        for (int i = 0; i < 5 + round; i++) {
          String line = out.readLine();
          assertTrue(line != null, Files.readString(directory.resolve("err.txt")));
          told.add(line.substring(line.length() - 4));
        }
        TimeUnit.MILLISECONDS.sleep(3L * round);
        assertTrue(saving.toHandle().destroyForcibly(), "SIGKILL"); // keeps what it told
        out.lines()
            .filter(line -> line.matches("saved .* as run [0-9]{4}"))
            .forEach(line -> told.add(line.substring(line.length() - 4)));
      } finally {
        saving.destroyForcibly();
      }
      assertEquals(128 + 9, saving.waitFor());
      List<String> saved = saved();
      assertTrue(saved.containsAll(told), () -> told + " were saved, there are " + saved);
      assertTrue(saved.size() <= told.size() + round + 1, "at most one was not told in a round");
    }
    String first = arborist.done("perf", "show", "jmh.json", "--csv").replace("jmh.json,", ",");
    for (String run : saved()) {
      String whole = arborist.done("perf", "show", run, "--csv").replace("run " + run + ",", ",");
      if (run.equals("0001")) {
        assertNotEquals(first, whole);
      } else {
        assertEquals(first, whole);
      }
    }
    arborist.done("perf", "check", "jmh.json");
    try (Stream<Path> files = Files.list(directory.resolve(".arborist"))) {
      assertEquals(1, files.count(), "the history is one file again");
    }
  }
}
