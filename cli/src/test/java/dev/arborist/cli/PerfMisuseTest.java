package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.files.validation.VerdictJson;
import dev.arborist.adapters.sqlite.history.SqliteRunHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every misuse of the examiner is one line that says what to do, and an exit code. */
class PerfMisuseTest {

  private static final String RULE =
      """
      [[requirement]]
      id = "A"
      title = "Sowing is quick"
      benchmark = "SeedBenchmark.sow"
      metric = "mean"
      limit = "15 us"
      """;

  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeEach
  void prepare() throws IOException {
    ExampleQueue.copyMeasurements(directory);
    arborist = new CommandLineFixture(directory);
    String results = Files.readString(directory.resolve("jmh.json"));
    write("empty.json", "");
    write("none.json", "[]");
    write("foreign.json", "[{\"name\": \"not JMH\"}]");
    write("object.json", "{\"name\": \"not a run\"}");
    write("text.json", "no JSON at all");
    write("cut.json", results.substring(0, results.length() / 2));
    write("unit.toml", RULE.replace("15 us", "15 parsec"));
    write("metric.toml", RULE.replace("mean", "speed"));
    write("key.toml", RULE + "margin = 5\n");
    write("nobody.toml", RULE.replace("sow", "reap"));
    write("fit.toml", RULE.replace("15 us", "15 MB"));
    write("syntax.toml", "[[requirement]]\nid = \n");
    write("bare.toml", "# nothing\n");
    write("twice.toml", RULE + RULE);
    write("key.json", "{\"requirements\": [\n{\"id\": \"A\", \"limt\": \"1 us\"}]}");
    write("bare.json", "{\"requirements\": []}");
    write("half.json", "{\"requirements\": [");
    Files.write(directory.resolve("latin.json"), "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1));
    arborist.done("init");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }

  private String refused(int code, String line) {
    return arborist.fails(code, ("perf " + line).split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check no.json | there is no file",
        "check . | is a directory: name a file",
        "check empty.json | is not JMH's JSON",
        "check none.json | holds no benchmark: nothing was measured",
        "check foreign.json | write it with -rf json",
        "check object.json | this is not a saved run",
        "check text.json | this is not JMH's JSON",
        "check cut.json | it ends in the middle; write it with -rf json",
        "check jmh.json jmh-old.json | measured BasketBenchmark.pick too: judge one run of it",
        "check jmh.json jmh.json | judge one run of it at a time",
        "check jmh.json cut.json | it ends in the middle",
        "check | see 'arborist perf check --help'",
        "check jmh.json --format pdf | use console, markdown, html, json, junit, deliverable, github or jmh",
        "check jmh.json --inconclusive maybe | use fail or warn",
        "check jmh.json --only [ | is not a regular expression",
        "check jmh.json --only Reap | nothing is required of a benchmark that matches 'Reap'",
        "check jmh.json --fail-if slower | write one of mean, median, min, max, p95, p99",
        "check jmh.json --fail-if median:5 | such as median:5%",
        "check jmh.json --fail-if median:-5% | such as median:5%",
        "check jmh.json --alpha 0 | --alpha 0.0 is out of range",
        "check jmh.json --alpha 100 | less than 100",
        "check jmh.json --margin 0 | --margin 0.0 is out of range",
        "check jmh.json --margin NaN | --margin NaN is out of range",
        "check jmh.json --margin wide | is no value of --margin: give a number",
        "check jmh.json --min-effect -1 | --min-effect -1.0 is out of range",
        "check jmh.json --min-effect Infinity | is out of range",
        "check jmh.json --single-launch-sd 0 | is positive",
        "check jmh.json --baseline no.json | there is no file",
        "check jmh.json --baseline cut.json | it ends in the middle",
        "check jmh.json --requirements no.toml | no.toml: it cannot be read",
        "check jmh.json --requirements no.json | there is no file no.json with requirements",
        "check jmh.json --requirements . | it cannot be read",
        "check jmh.json --requirements unit.toml | unit.toml:6: 'parsec' is not a unit: use one of",
        "check jmh.json --requirements metric.toml | metric.toml:5: 'speed' is not a metric: use",
        "check jmh.json --requirements key.toml | key.toml:7: 'margin' is not known: use id, title",
        "check jmh.json --requirements fit.toml | fit.toml:1: the limit '15 MB' does not fit",
        "check jmh.json --requirements syntax.toml | syntax.toml:2:",
        "check jmh.json --requirements bare.toml | there is no requirement",
        "check jmh.json --requirements twice.toml | twice.toml:7: the id 'A' stands in line 1",
        "check jmh.json --requirements nobody.toml | 'SeedBenchmark.reap', which does not exist",
        "check jmh.json --requirements key.json | key.json:2: 'limt' is not known: use id",
        "check jmh.json --requirements bare.json | there is no requirement",
        "check jmh.json --requirements half.json | half.json:1: this is not JSON: it ends in the",
        "check jmh.json --requirements jmh.json | there are no requirements",
        "check jmh.json --requirements latin.json | is not UTF-8: convert it",
        "check jmh.json --spec garden | write its namespace, a slash and its key",
        "check jmh.json --spec garden/ | write its namespace, a slash and its key",
        "compare jmh.json | see 'arborist perf compare --help'",
        "compare jmh.json no.json | there is no file",
        "compare jmh.json cut.json | it ends in the middle",
        "compare jmh-old.json jmh.json --format pdf | 'pdf' is no value of --format",
        "compare jmh-old.json jmh.json --fail-if worse | is not a condition",
        "show | see 'arborist perf show --help'",
        "show none.json | holds no benchmark",
        "show jmh.json --columns mean,speed | 'speed' is no value of --columns: use min, max, mean",
        "show jmh.json --sort speed | 'speed' is no value of --sort",
        "show jmh.json --group-by colour | is no way to group: use none, benchmark, class",
        "show jmh.json --group-by param: | is no way to group",
        "report cut.json | it ends in the middle",
        "report jmh.json --format pdf | 'pdf' is no value of --format",
        "export jmh.json --format csv | use jmh or json",
        "histogram cut.json | it ends in the middle",
        "history --limit -1 | is negative: give 0 for all runs",
        "history --limit many | is no value of --limit: give a whole number",
        "history Seed --json | leave BENCHMARK out",
        "history Seed --label x | leave BENCHMARK out",
        "baseline drop | use show, pin or unpin",
        "init no.json --output x.toml | there is no file",
        "init cut.json --output x.toml | it ends in the middle",
        "init jmh.json | requirements.toml is there already: name another file",
        "init jmh.json --output x.toml --margin -1 | --margin -1.0 is out of range",
        "init jmh.json --output x.toml --margin NaN | is out of range",
        "dance | see 'arborist perf --help'",
      })
  void wrongUsageAndInputAreRefused(String line, String part) throws IOException {
    String refused = refused(ExitCode.USAGE, line);
    assertTrue(refused.startsWith("arborist: ") && refused.contains(part), refused);
    assertFalse(refused.contains("Exception") || refused.contains("REDACTED"), refused);
    assertFalse(Files.exists(directory.resolve(".arborist/history.db")), "nothing is created");
    assertFalse(Files.exists(directory.resolve("x.toml")), "nothing is written");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check 9 | there is no run 0009: 'arborist perf history' lists",
        "check jmh.json --baseline 9 | there is no run 0009",
        "check jmh.json --baseline pinned | no run is pinned: pin one with",
        "check jmh.json --baseline latest | the history is empty",
        "check jmh.json --spec garden/limits | there is no document garden/limits",
        "compare 1 2 | there is no run 0001",
        "compare pinned jmh.json | no run is pinned",
        "show jmh.json latest | the history is empty",
        "report 0007 | there is no run 0007",
        "export latest | the history is empty",
        "histogram latest | the history is empty",
        "histogram jmh.json Reap | no benchmark of jmh.json has 'Reap' in its name",
        "baseline pin 9 | there is no run 0009",
        "baseline pin | the history is empty",
        "remove 9 | there is no run 0009",
        "remove pinned | no run is pinned",
      })
  void whatIsNotThereIsNotFound(String line, String part) {
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    String refused = refused(ExitCode.NOT_FOUND, line);
    assertTrue(refused.contains(part), refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "history",
        "history Seed",
        "baseline",
        "baseline pin latest",
        "baseline unpin",
        "remove 1",
        "import jmh.json",
        "show latest",
        "report 0001",
        "compare 0001 jmh.json",
        "check jmh.json --baseline pinned"
      })
  void withoutAHistoryOneIsAskedFor(String line) {
    String refused = refused(ExitCode.STORAGE, line);
    assertTrue(refused.contains("create one with 'arborist perf init'"), refused);
  }

  @Test
  void withoutRequirementsTheyAreAskedFor() throws IOException {
    Files.delete(directory.resolve("requirements.toml"));
    String refused = refused(ExitCode.USAGE, "check jmh.json");
    assertTrue(refused.contains("write one with 'arborist perf init'"), refused);
  }

  @Test
  void aRunNumberThatIsNoneIsRefusedWhereOnlyNumbersAre() {
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    for (String line : new String[] {"remove first", "remove 0", "baseline pin jmh.json"}) {
      String refused = refused(ExitCode.USAGE, line);
      assertTrue(refused.contains("is not the number of a run"), refused);
    }
  }

  @Test
  void whatIsNoHistoryIsLeftAlone() throws Exception {
    String queue = refused(ExitCode.STORAGE, "history --history .arborist/queue.db");
    assertTrue(queue.contains("is a queue, not a history"), queue);
    String text = refused(ExitCode.STORAGE, "check jmh.json --history jmh.json");
    assertTrue(text.contains("no SQLite database"), text);
    Path newer = directory.resolve("newer.db");
    SqliteRunHistory.create(newer, new VerdictJson()).close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + newer);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    for (String line : new String[] {"history", "import jmh.json", "check jmh.json"}) {
      String refused = refused(ExitCode.STORAGE, line + " --history newer.db");
      assertTrue(refused.contains("is a history of version 99"), refused);
    }
    arborist.environment.put("ARBORIST_HISTORY", newer.toString());
    assertTrue(refused(ExitCode.STORAGE, "history").contains("version 99"));
  }

  @Test
  void aHistoryIsNoQueue() {
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    String refused = arborist.fails(ExitCode.STORAGE, "list", "--db", ".arborist/history.db");
    assertTrue(refused.contains("is a history, not a queue"), refused);
  }

  @ParameterizedTest
  @CsvSource({
    "--output out, 2",
    "--reports jmh.json, 2",
    "--output jmh.json/report.txt, 5",
  })
  void anOutputThatCannotBeWrittenIsAFailure(String option, int code) throws IOException {
    Files.createDirectory(directory.resolve("out"));
    for (String command : new String[] {"report jmh.json ", "check jmh.json "}) {
      refused(code, command + option);
    }
    assertEquals(0, directory.resolve("out").toFile().list().length, "nothing is left behind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"report jmh.json", "check jmh.json"})
  void nothingIsWrittenWhenOneOfThePlacesIsWrong(String command) {
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    refused(ExitCode.USAGE, command + " --reports made --output .arborist");
    assertFalse(Files.exists(directory.resolve("made")));
    assertEquals("the history is empty\n", arborist.done("perf", "history"));
  }

  @Test
  void noRequirementsAreWrittenWithoutTheirHistory() {
    refused(ExitCode.STORAGE, "init jmh.json --output new.toml --history jmh.json/history.db");
    assertFalse(Files.exists(directory.resolve("new.toml")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "NaN", "1e308", "1e9"})
  void aMarginThatIsNoneIsRefused(String margin) {
    assertTrue(
        refused(ExitCode.USAGE, "init jmh.json --output new.toml --margin=" + margin)
            .contains("is out of range"));
  }

  @Test
  void nothingIsSavedWhenTheUsageIsWrong() {
    arborist.done("perf", "init", "jmh.json", "--output", "other.toml");
    refused(ExitCode.USAGE, "check jmh.json --format pdf");
    refused(ExitCode.USAGE, "check jmh.json --fail-if slower");
    refused(ExitCode.USAGE, "check jmh.json --only Reap");
    refused(ExitCode.USAGE, "import jmh.json cut.json");
    refused(ExitCode.NOT_FOUND, "check jmh.json --baseline 9");
    assertEquals("the history is empty\n", arborist.done("perf", "history"));
  }
}
