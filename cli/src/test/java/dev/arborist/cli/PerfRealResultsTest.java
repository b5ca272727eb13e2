package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other projects measured, where it is at hand: JMH 1.19 and 1.21, times and rates. */
class PerfRealResultsTest {

  private static final Path PLACE = Path.of("../../shared/data/jmh").toAbsolutePath().normalize();
  private static final Pattern ONE_LAUNCH =
      Pattern.compile("\"rawData\"\\s*:\\s*\\[\\s*\\[([^]]*)]\\s*]");
  private static final int LAUNCHES = 10;

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void requireTheResults() {
    assumeTrue(Files.isDirectory(PLACE), "the results of other projects are not here");
    arborist = new CommandLineFixture(directory);
  }

  private static String real(String name) {
    return PLACE.resolve(name).toString();
  }

  private void require(String benchmark, String params, String limit) throws IOException {
    Files.writeString(
        directory.resolve("requirements.toml"),
        """
        [[requirement]]
        id = "REAL"
        title = "It is as quick as it was"
        benchmark = "%s"
        params = %s
        metric = "mean"
        limit = "%s"
        """
            .formatted(benchmark, params, limit));
  }

  @ParameterizedTest
  @CsvSource({"20 ns, 0", "8.5 ns, 7", "3 ns, 6", "1 us, 0"})
  void timesAreJudged(String limit, int code) throws IOException {
    require("constshapemap.BigMapReadBenchmark.const_shape_map__get", "{}", limit);
    assertEquals(code, arborist.run("perf", "check", real("collections-avgt.json")), arborist.out);
  }

  @ParameterizedTest
  @CsvSource({"400 ops/s, 0", "850 ops/s, 7", "2000 ops/s, 6", "20000 ops/min, 0"})
  void ratesAreJudgedLargerIsBetter(String limit, int code) throws IOException {
    require("FillByMultiplying.execute", "{ dim = 100, lib = \"ACM\" }", limit);
    assertEquals(
        code, arborist.run("perf", "check", real("linear-algebra-thrpt.json")), arborist.out);
  }

  @Test
  void aMarginOfAHundredPercentIsKeptByWhatItWasTakenFrom() {
    for (String name : new String[] {"collections-avgt.json", "linear-algebra-thrpt.json"}) {
      String file = name + ".toml";
      arborist.done("perf", "init", real(name), "--margin", "100", "--output", file);
      arborist.done("perf", "check", real(name), "--requirements", file);
    }
  }

  /** A copy in which the one launch became several that scatter by a percent. */
  private String copy(String name, String copy, double factor) throws IOException {
    Matcher launches = ONE_LAUNCH.matcher(Files.readString(PLACE.resolve(name)));
    String copied =
        launches.replaceAll(
            launch ->
                IntStream.range(0, LAUNCHES)
                    .mapToObj(i -> scaled(launch.group(1), factor * (1 + 0.001 * i)))
                    .collect(Collectors.joining(", ", "\"rawData\": [", "]")));
    Files.writeString(directory.resolve(copy), copied);
    return copy;
  }

  private static String scaled(String values, double factor) {
    return Arrays.stream(values.split(",", -1))
        .map(value -> String.valueOf(Double.parseDouble(value.strip()) * factor))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @ParameterizedTest
  @CsvSource({
    "collections-avgt.json, 1.4, 80, 0",
    "collections-avgt.json, 0.7, 0, 80",
    "linear-algebra-thrpt.json, 0.6, 28, 0",
    "linear-algebra-thrpt.json, 1.4, 0, 28"
  })
  void aChangeIsFoundInEveryBenchmarkAndTheRightWayRound(
      String name, double factor, int regressed, int improved) throws IOException {
    String old = copy(name, "old.json", 1);
    String now = copy(name, "new.json", factor);
    String found = arborist.done("perf", "compare", old, now);
    String counts = regressed + " regressed, " + improved + " improved";
    assertTrue(found.contains(counts), found);
    int gate = arborist.run("perf", "compare", old, now, "--fail-if", "regressed");
    assertEquals(regressed > 0 ? ExitCode.REQUIREMENT : ExitCode.DONE, gate);
    int plain = arborist.run("perf", "compare", old, now, "--fail-if", "median:30%");
    assertEquals(regressed > 0 ? ExitCode.REQUIREMENT : ExitCode.DONE, plain);
    arborist.done("perf", "compare", old, old, "--fail-if", "regressed");
  }
}
