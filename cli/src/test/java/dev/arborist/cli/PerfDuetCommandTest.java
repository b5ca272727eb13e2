package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.files.validation.VerdictJson;
import dev.arborist.adapters.jmh.duet.ForeignJar;
import dev.arborist.adapters.jmh.duet.GitRepository;
import dev.arborist.adapters.jmh.machine.Machine;
import dev.arborist.adapters.sqlite.history.SqliteRunHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two versions of somebody else's benchmarks, judged side by side. */
@Tag("once")
class PerfDuetCommandTest {

  private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

  @TempDir static Path jars;
  @TempDir Path directory;
  private CommandLineFixture arborist;

  @BeforeAll
  static void buildTwoVersions() throws IOException {
    jar("old", "return new byte[100];");
    jar("new", "return new byte[200];");
    jar("dying", "Runtime.getRuntime().halt(3); return null;");
    jar("hanging", "while (true) { Thread.onSpinWait(); }");
  }

  private static void jar(String name, String body) throws IOException {
    String method = "@Benchmark public byte[] open() { " + body + " }";
    String added = name.equals("new") ? "@Benchmark public void close() {}" : "";
    ForeignJar.of(jars, name, "Gate", ForeignJar.source("Gate", method + added));
  }

  @BeforeEach
  void begin() {
    arborist = new CommandLineFixture(directory);
  }

  private static String path(String name) {
    return jars.resolve(name + ".jar").toString();
  }

  private static String[] duet(String baseline, String candidate, String... further) {
    return Stream.concat(
            Stream.of("perf", "duet", "--baseline", path(baseline), "--candidate", path(candidate)),
            Stream.of(further))
        .toArray(String[]::new);
  }

  @Test
  void whatWouldBeComparedIsListed() {
    assertEquals(
        """
        foreign.Gate.open avgt
        only in the candidate: foreign.Gate.close avgt
        """,
        arborist.done(duet("old", "new", "--list")));
  }

  @Test
  void aParameterThatIsGivenTwiceHasTheValuesOfBoth() throws IOException {
    String sized = "@Param(\"1\") int size; @Benchmark public int get() { return size; }";
    ForeignJar.of(jars, "sized", "Gate", ForeignJar.source("Gate", sized));
    String[] words = duet("sized", "sized", "--list", "--param", "size=5", "--param", "size=6,7");

    assertEquals(
        """
        foreign.Gate.get size=5 avgt
        foreign.Gate.get size=6 avgt
        foreign.Gate.get size=7 avgt
        """,
        arborist.done(words));
  }

  @Test
  void aVersionThatAllocatesMoreFailsAfterSevenPairs() {
    int code = arborist.run(duet("old", "new", "--budget", "2m", "--seed", "1"));

    assertEquals(ExitCode.REQUIREMENT, code, () -> arborist.out + arborist.err);
    assertTrue(
        arborist.out.contains(
            "REGRESSED Gate.open avgt: 216 bytes an operation, was 120, in all of 7 pairs"),
        arborist.out);
    assertTrue(arborist.out.contains("only in the candidate: Gate.close avgt"), arborist.out);
    assertTrue(arborist.out.contains("JVM flags: -Xms512m"), arborist.out);
    assertTrue(arborist.out.contains("Seed: 1\n"), arborist.out);
    assertTrue(arborist.err.contains("screening 7/7 foreign.Gate.open avgt"), arborist.err);
  }

  @Test
  void aDuetIsSavedAndReportedAsAnyOtherRun() throws IOException {
    SqliteRunHistory.create(directory.resolve(".arborist/history.db"), new VerdictJson()).close();
    String[] words = duet("old", "dying", "--label", "pull request 7", "--reports", "reports");

    assertEquals(ExitCode.INCONCLUSIVE, arborist.run(words), () -> arborist.out + arborist.err);
    assertTrue(arborist.err.contains("saved as run 0001\n"), arborist.err);
    assertEquals(arborist.out, Files.readString(directory.resolve("reports/report.txt")));
    String summary = Files.readString(directory.resolve("reports/summary.md"));
    assertTrue(summary.startsWith("### ❔ 0 regressed, 0 improved, 0 unchanged, 1 in"), summary);
    String json = Files.readString(directory.resolve("reports/report.json"));
    assertTrue(json.contains("\"machine\" : \"" + new Machine().fingerprint() + "\""), json);
    assertEquals(json, arborist.done("perf", "export", "latest", "--format", "json"));
    String[] again = duet("old", "dying", "--no-save", "--format", "github");
    assertEquals(ExitCode.INCONCLUSIVE, arborist.run(again));
    assertTrue(arborist.out.startsWith("### ❔ 0 regressed"), arborist.out);
    assertEquals(2, arborist.done("perf", "history").lines().count(), "one run is saved");
  }

  @Test
  void aHistoryThatCannotBeUsedIsFoundBeforeAnythingRuns() throws IOException {
    Files.writeString(directory.resolve("broken.db"), "this is no history");

    arborist.fails(ExitCode.STORAGE, duet("old", "new", "--history", "broken.db"));
    arborist.fails(ExitCode.STORAGE, duet("old", "new", "--history", "missing.db"));
  }

  @Test
  void whatCannotBeSavedInTheEndIsReportedAllTheSame() throws Exception {
    Path history = directory.resolve("history.db");
    SqliteRunHistory.create(history, new VerdictJson()).close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + history);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      String[] words = duet("old", "dying", "--history", "history.db", "--reports", "reports");
      assertEquals(ExitCode.STORAGE, arborist.run(words), () -> arborist.out + arborist.err);
    }
    String report = Files.readString(directory.resolve("reports/report.txt"));
    assertTrue(report.contains("FAILED foreign.Gate.open avgt: the candidate ended"), report);
  }

  /** Else a git in the build would work on the repository of the hook that it runs in. */
  @Test
  void aBuildDoesNotInheritWhatLeadsGitElsewhere() throws Exception {
    Path project = directory.resolve("project");
    GitRepository repository = new GitRepository(project);
    Files.writeString(project.resolve("file"), "1");
    repository.commit("first");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "perf",
                "duet",
                "--baseline-ref",
                "HEAD",
                "--build",
                "echo \"git is led to '$GIT_DIR'\"; exit 3")
            .directory(project.toFile())
            .redirectErrorStream(true);
    builder.environment().put("GIT_DIR", project.resolve(".git").toString());
    Process duet = builder.start();
    String told = new String(duet.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(ExitCode.USAGE, duet.waitFor(), told);
    assertTrue(told.contains("git is led to ''\n"), told);
  }

  @Test
  void aVersionThatDiesLeavesItUndecided() {
    int code = arborist.run(duet("old", "dying", "--jvm-args", "-Xmx64m"));

    assertEquals(ExitCode.INCONCLUSIVE, code, () -> arborist.out + arborist.err);
    assertTrue(
        arborist.out.contains(
            "FAILED foreign.Gate.open avgt: the candidate ended early: forked VM failed with exit code 3"),
        arborist.out);
    assertTrue(
        arborist.out.contains("JVM flags: -Xmx64m, before a benchmark's own\n"), arborist.out);
    assertTrue(arborist.out.contains("1 inconclusive. The rules are not decided."), arborist.out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--alpha 3 | --alpha '3' is not a share: write a percentage such as 3%, or 0.03",
        "--min-effect x | --min-effect 'x' is not a share: write a percentage such as 3%, or 0.03",
        "--pairs 5 | 5 pairs cannot show a change at alpha 0.01: 7 could",
        "--fail-if p95:5% | pairs have a median only",
        "--fail-if often | 'often' is not a condition",
        "--screen 1 | a benchmark is screened by 3 pairs or more, not 1",
        "--param size=1 | no benchmark has a parameter 'size'",
        "[ | '[' is no regular expression",
        "--format jmh | a duet has no results of JMH: take json",
        "--format pdf | 'pdf' is no value of --format: use console",
        "Lamp | the two versions have no benchmark in common",
      })
  void misuseIsSaidBeforeAnythingRuns(String options, String message) {
    String line = arborist.fails(ExitCode.USAGE, duet("old", "new", options.split(" ")));

    assertTrue(line.contains(message), line);
  }

  @Test
  void whatIsNoJarOfBenchmarksIsRefused() {
    String line = arborist.fails(ExitCode.USAGE, duet("old", "missing"));

    assertTrue(line.contains("missing.jar is not there"), line);
  }

  @Test
  void aCommitOfTheCheckoutIsBuiltAndComparedWithWhatStandsThere() throws Exception {
    GitRepository repository = new GitRepository(directory);
    Files.writeString(directory.resolve("version"), "old");
    repository.commit("old");
    Files.writeString(directory.resolve("version"), "new");
    String build = "mkdir target; cp '" + jars + "'/$(cat version).jar target/benchmarks.jar";
    String[] duet = {"perf", "duet", "--baseline-ref", "HEAD", "--build", build, "--list"};

    int code = arborist.run(duet);

    assertEquals(ExitCode.DONE, code, () -> arborist.out + arborist.err);
    assertEquals(
        """
        foreign.Gate.open avgt
        only in the candidate: foreign.Gate.close avgt
        """,
        arborist.out);
    assertTrue(arborist.err.startsWith("building HEAD ("), arborist.err);
    assertTrue(arborist.err.contains("\nbuilding the work tree: mkdir target"), arborist.err);
  }

  @ParameterizedTest
  @CsvSource({
    "--candidate-ref, nowhere, 'nowhere' is no commit of ",
    "--candidate, typo.jar, typo.jar is not there"
  })
  void aNewVersionThatIsNotThereIsRefusedBeforeTheOldOneIsBuilt(
      String option, String name, String message) throws Exception {
    GitRepository repository = new GitRepository(directory);
    Files.writeString(directory.resolve("version"), "old");
    repository.commit("old");

    String refusal =
        arborist.fails(
            ExitCode.USAGE,
            "perf",
            "duet",
            "--baseline-ref",
            "HEAD",
            option,
            name,
            "--build",
            "touch '" + directory.resolve("built") + "'");

    assertTrue(refusal.contains(message), refusal);
    assertFalse(Files.exists(directory.resolve("built")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--candidate new.jar | name the old version",
        "--baseline old.jar --baseline-ref main --candidate new.jar | name the old version",
        "--baseline old.jar | name the new version",
        "--baseline-ref a --candidate new.jar --candidate-ref b | name the new version once",
        "--baseline old.jar --candidate new.jar --build make | are for commits",
        "--baseline-ref main | is in no Git checkout",
        "--baseline-ref main [ | '[' is no regular expression",
        "--baseline a --candidate b --param n | 'n' is no parameter: write name=value",
        "--baseline a --candidate b --param n=, | 'n=,' is no parameter: write name=value",
        "--baseline a --candidate b --patience 25d | --patience: give 1s to 1d",
        "--baseline a --candidate b --patience 999ms | --patience: give 1s to 1d",
      })
  void versionsAreNamedOnce(String options, String message) {
    String refusal = arborist.fails(ExitCode.USAGE, ("perf duet " + options).split(" "));

    assertTrue(refusal.contains(message), refusal);
  }

  /** A signal, or a kill that leaves no time to tidy up. */
  @ParameterizedTest
  @CsvSource({"old, true", "hanging, true", "old, false"})
  void nothingGoesOnWhenTheCommandIsEnded(String candidate, boolean isAsked) throws Exception {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.io.tmpdir=" + directory,
                    "--enable-native-access=ALL-UNNAMED", // as the jar's manifest says
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.arborist.cli.Main"),
                Stream.of(duet("old", candidate)))
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed").toFile())
            .start();
    try {
      await(() -> process.descendants().count() == 4);
      List<ProcessHandle> all = process.descendants().toList();
      if (isAsked) {
        process.destroy();
      } else {
        process.destroyForcibly();
      }
      assertTrue(process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS));
      await(() -> all.stream().noneMatch(ProcessHandle::isAlive));
      if (isAsked) {
        assertEquals(List.of("printed"), left());
        assertEquals("", Files.readString(directory.resolve("printed")));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it does not come");
      Thread.sleep(20);
    }
  }
}
