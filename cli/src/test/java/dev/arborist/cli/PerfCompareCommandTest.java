package dev.arborist.cli;

import static dev.arborist.cli.MadeResults.around;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs held against earlier ones. */
class PerfCompareCommandTest {

  private static final String GATE = "org.example.GateBenchmark.open";
  private static final String LAMP = "org.example.LampBenchmark.light";
  private static final int LAUNCHES = 12;

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void measure() throws IOException {
    arborist = new CommandLineFixture(directory);
    measured("old", 10, 1000);
    measured("same", 10, 1000);
    measured("slower", 12, 1000);
    measured("faster", 8, 1000);
    measured("lower", 10, 800);
    measured("higher", 10, 1300);
    Files.writeString(
        directory.resolve("requirements.toml"),
        """
        [[requirement]]
        id = "GATE"
        title = "The gate opens in time"
        benchmark = "GateBenchmark.open"
        metric = "mean"
        limit = "1 ms"
        """);
  }

  /** One benchmark's time and another one's rate. */
  private void measured(String name, double time, double rate) throws IOException {
    new MadeResults()
        .time(GATE, around(time, LAUNCHES))
        .rate(LAMP, around(rate, LAUNCHES))
        .write(directory.resolve(name + ".json"));
  }

  private int compare(String old, String now, String... options) {
    String[] arguments = new String[4 + options.length];
    System.arraycopy(options, 0, arguments, 4, options.length);
    arguments[0] = "perf";
    arguments[1] = "compare";
    arguments[2] = old;
    arguments[3] = now;
    return arborist.run(arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "same, '0 regressed, 0 improved, 2 unchanged'",
    "slower, '1 regressed, 0 improved, 1 unchanged'",
    "faster, '0 regressed, 1 improved, 1 unchanged'",
    "lower, '1 regressed, 0 improved, 1 unchanged'",
    "higher, '0 regressed, 1 improved, 1 unchanged'"
  })
  void aLongerTimeAndALowerRateAreRegressions(String now, String counts) {
    assertEquals(ExitCode.DONE, compare("old.json", now + ".json"), "shown, and gates nothing");
    assertTrue(arborist.out.contains(counts), arborist.out);
    assertEquals("", arborist.err);
  }

  @ParameterizedTest
  @CsvSource({
    "same, regressed, 0",
    "slower, regressed, 6",
    "faster, regressed, 0",
    "lower, regressed, 6",
    "higher, regressed, 0",
    "slower, median:15%, 6",
    "slower, mean:25%, 0",
    "lower, mean:20%, 6",
    "lower, max:30%, 0",
    "higher, median:5%, 0",
    "faster, p95:1%, 0",
    "slower, min:10%, 6",
    "slower, p99:10%, 6"
  })
  void whatIsWorseThanARuleAllowsFails(String now, String rule, int code) throws IOException {
    assertEquals(code, compare("old.json", now + ".json", "--fail-if", rule), arborist.out);
    int checked =
        arborist.run("perf", "check", now + ".json", "--baseline", "old.json", "--fail-if", rule);
    assertEquals(code, checked, arborist.out);
  }

  /** A pipe whose reader is gone. */
  private static final class ClosedPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "slower, regressed, 6",
    "slower, regressed --format json, 6",
    "same, regressed, 0",
    "same, regressed --format html, 0"
  })
  void aReaderThatHasSeenEnoughDoesNotChangeTheExitCode(String now, String rule, int code) {
    for (String command :
        List.of("compare old.json %s", "check %s --no-save --baseline old.json")) {
      String line = "perf " + command.formatted(now + ".json") + " --fail-if " + rule;
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Terminal closed = arborist.terminal(new ClosedPipe(), err);
      assertEquals(code, Main.run(closed, line.split(" ", -1)), line);
      assertEquals("", err.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void severalRulesAreAllKept() {
    assertEquals(
        ExitCode.REQUIREMENT,
        compare("old.json", "slower.json", "--fail-if", "mean:50%", "--fail-if", "median:5%"));
    assertEquals(
        ExitCode.DONE,
        compare("old.json", "slower.json", "--fail-if", "mean:50%", "--fail-if", "median:40%"));
  }

  @Test
  void whatCountsAsAChangeCanBeSaid() {
    compare("old.json", "slower.json", "--min-effect", "30");
    assertTrue(arborist.out.contains("0 regressed"), arborist.out);
    compare("old.json", "same.json", "--margin", "0.1");
    assertTrue(arborist.out.contains("0 unchanged"), arborist.out);
    compare("old.json", "slower.json", "--alpha", "0.00001");
    assertTrue(arborist.out.contains("0 regressed"), arborist.out);
  }

  @Test
  void benchmarksOfOneRunOnlyAreNamed() throws IOException {
    new MadeResults()
        .time(GATE, around(10, LAUNCHES))
        .time("org.example.NewBenchmark.x", around(1, LAUNCHES))
        .write(directory.resolve("other.json"));
    compare("old.json", "other.json");
    assertTrue(arborist.out.contains("LampBenchmark.light"), arborist.out);
    assertTrue(arborist.out.contains("NewBenchmark.x"), arborist.out);
  }

  @Test
  void nothingInCommonDecidesNoRule() throws IOException {
    new MadeResults()
        .time("org.example.NewBenchmark.x", around(1, LAUNCHES))
        .write(directory.resolve("other.json"));
    assertEquals(ExitCode.DONE, compare("old.json", "other.json"));
    assertTrue(arborist.out.contains("no benchmark in common"), arborist.out);
    assertEquals(
        ExitCode.INCONCLUSIVE, compare("old.json", "other.json", "--fail-if", "regressed"));
  }

  @Test
  void aSingleLaunchIsMarkedAndNeverUnchanged() throws IOException {
    new MadeResults().time(GATE, 10).write(directory.resolve("single.json"));
    compare("single.json", "single.json");
    assertTrue(arborist.out.contains("single launch"), arborist.out);
    assertTrue(arborist.out.contains("0 unchanged, 1 inconclusive"), arborist.out);
  }

  /** A file with a saved run, changed as it says. */
  private String saved(String name, UnaryOperator<String> change) throws IOException {
    String json = arborist.done("perf", "export", name + ".json", "--format", "json");
    String changed = change.apply(json);
    Files.writeString(directory.resolve(name + "-run.json"), changed);
    return name + "-run.json";
  }

  private static UnaryOperator<String> onMachine(String machine) {
    return json -> {
      String changed =
          json.replaceFirst("\"machine\" : \"[^\"]*\"", "\"machine\" : \"" + machine + "\"");
      assertFalse(changed.equals(json), "a run says where it was measured");
      return changed;
    };
  }

  @Test
  void runsOfDifferentMachinesAreShownAndMarkedAndCannotGate() throws IOException {
    String old = saved("old", onMachine("big"));
    String now = saved("slower", onMachine("small"));
    assertEquals(ExitCode.DONE, compare(old, now));
    assertTrue(arborist.out.contains("1 regressed"), arborist.out);
    assertTrue(
        arborist.out.contains("the baseline ran on another machine: big; now small"), arborist.out);
    assertEquals(ExitCode.INCONCLUSIVE, compare(old, now, "--fail-if", "regressed"));
    assertEquals(ExitCode.INCONCLUSIVE, compare(old, now, "--fail-if", "mean:90%"));
    int checked = arborist.run("perf", "check", now, "--baseline", old, "--fail-if", "regressed");
    assertEquals(ExitCode.INCONCLUSIVE, checked, arborist.out);
    arborist.done("perf", "check", now, "--baseline", old);
    String same = saved("slower", onMachine("big"));
    assertEquals(ExitCode.REQUIREMENT, compare(old, same, "--fail-if", "regressed"));
  }

  @Test
  void theWholeReportHoldsTheComparison() {
    for (String format : new String[] {"markdown", "html", "junit"}) {
      assertEquals(ExitCode.DONE, compare("old.json", "slower.json", "--format", format));
      assertFalse(arborist.out.isBlank(), format);
    }
    assertEquals(ExitCode.DONE, compare("old.json", "slower.json", "--format", "json"));
    assertTrue(arborist.out.contains("\"REGRESSED\""), arborist.out);
    assertTrue(arborist.out.contains("\"old.json\""), arborist.out);
  }

  @Test
  void runsOfTheHistoryAreComparedByNumberAndName() {
    arborist.done("perf", "init", "old.json", "--output", "other.toml");
    arborist.done("perf", "import", "old.json", "slower.json");
    arborist.done("perf", "baseline", "pin", "1");
    String byNumber = arborist.done("perf", "compare", "0001", "2");
    assertTrue(byNumber.contains("run 0001") && byNumber.contains("1 regressed"), byNumber);
    assertEquals(byNumber, arborist.done("perf", "compare", "pinned", "latest"));
    assertEquals(ExitCode.REQUIREMENT, compare("pinned", "slower.json", "--fail-if", "regressed"));
  }
}
