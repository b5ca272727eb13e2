package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.tui.TmuxPane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as the system sees it: processes, pipes and a terminal. */
class RealProcessTest {

  @TempDir Path directory;

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String commandLine() {
    return java()
        + " --enable-native-access=ALL-UNNAMED -cp '"
        + System.getProperty("java.class.path")
        + "' "
        + Main.class.getName();
  }

  private record Result(int code, String out, String err) {}

  /** Runs a line of shell in which {@code arborist} is the command. */
  private Result shell(String line) throws IOException, InterruptedException {
    Path script = directory.resolve("script.sh");
    Files.writeString(script, "arborist() { " + commandLine() + " \"$@\"; }\n" + line + "\n");
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", script.toString())
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder
        .environment()
        .keySet()
        .removeAll(List.of("ARBORIST_DB", "FORCE_COLOR", "CLICOLOR_FORCE"));
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), line);
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void aPipeGetsNoEscapesAndErrorsGoToStandardError() throws Exception {
    Result result = shell("arborist init && arborist add 'x' && arborist tree");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().endsWith("added #1 (ready)\n◎ #1 x  20.0\n"), result.out());
    assertFalse(result.out().contains("\u001b"));
    assertEquals("", result.err());
    Result failed = shell("arborist show 9");
    assertEquals(3, failed.code());
    assertEquals("arborist: there is no task #9\n", failed.err());
  }

  /** In Turkish, the capital of i is no I, and stands behind Z. */
  @Test
  void theHelpHasTheSameOrderInEveryLocale() throws Exception {
    Result result =
        shell(
            """
            arborist tree --help
            echo ---
            JAVA_TOOL_OPTIONS='-Duser.language=tr -Duser.country=TR' arborist tree --help\
            """);
    String[] helps = result.out().split("---\\n", -1);
    assertEquals(helps[0], helps[1]);
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoError() throws Exception {
    Path big = directory.resolve("big.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 20_000; i++) {
      lines.add("{\"number\":" + i + ",\"prompt\":\"task " + i + "\"}");
    }
    Files.write(big, lines, StandardCharsets.UTF_8);
    Result result =
        shell(
            """
            arborist init >/dev/null && arborist import big.jsonl
            set -o pipefail; arborist tree --format html | head -n 1
            arborist export | head -n 1 | cut -c 1-12\
            """);
    assertEquals(0, result.code(), result.err());
    assertEquals("", result.err());
    assertTrue(result.out().endsWith("<!DOCTYPE html>\n{\"number\":1,\n"), result.out());
  }

  /** Where the system has these languages; its words come with libc's translations. */
  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "ja"})
  void aReaderThatHasSeenEnoughIsNoErrorInAnyLanguage(String language) throws Exception {
    Result result =
        shell(
            """
            export LANGUAGE=%s LC_ALL=C.UTF-8; arborist init >/dev/null
            arborist schema | true; echo ${PIPESTATUS[0]}
            arborist doctor | true; echo ${PIPESTATUS[0]}\
            """
                .formatted(language));
    assertEquals("", result.err());
    assertEquals("0\n0\n", result.out());
  }

  @Test
  void anOutputThatCannotBeWrittenIsAnError() throws Exception {
    Result result =
        shell("arborist init >/dev/null && arborist add x && arborist tree > /dev/full");
    assertEquals(5, result.code());
    assertEquals("arborist: cannot write the output: No space left on device\n", result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "list --help", "perf check --help", "--version"})
  void helpThatCannotBeWrittenIsAnErrorToo(String line) throws Exception {
    Result result = shell("arborist " + line + " > /dev/full");
    assertEquals("arborist: cannot write the output: No space left on device\n", result.err());
    assertEquals(5, result.code());
  }

  @Test
  void helpOfWhichEnoughWasReadIsNone() throws Exception {
    Result result = shell("arborist list --help | true; echo ${PIPESTATUS[0]}");
    assertEquals("0\n", result.out());
    assertEquals("", result.err());
  }

  @Test
  void theDoctorsFindingsDecideHoweverMuchOfThemIsRead() throws Exception {
    shell("arborist init && arborist add x");
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(".arborist/queue.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE task SET priority = 99");
    }
    Result result = shell("arborist doctor | true; echo ${PIPESTATUS[0]}");
    assertEquals("5\n", result.out());
    assertEquals("", result.err());
  }

  /** They exist, but have no path of their own. */
  @Test
  void pipesCanBeNamedAsFiles() throws Exception {
    String task = "echo '{\"number\":%d,\"prompt\":\"task %d\"}'";
    Result result =
        shell(
            """
            set -e -o pipefail
            arborist init >/dev/null
            arborist import <(%s) >/dev/null
            %s | arborist import /dev/stdin >/dev/null
            arborist export --output /dev/stdout | cut -c 1-12
            arborist tree --output /dev/stdout | cat\
            """
                .formatted(task.formatted(1, 1), task.formatted(2, 2)));
    assertEquals(
        """
        {"number":1,
        {"number":2,
        ◎ #1 task 1  20.0
        ◎ #2 task 2  20.0
        """,
        result.out(),
        result.err());
    assertEquals(0, result.code());
  }

  /** A program that has ended left more in the pipe than its worker could pass on until then. */
  @Test
  void aWorkersOutputIsWaitedForUntilItsReaderHasIt() throws Exception {
    Result result =
        shell(
            """
            arborist init >/dev/null && arborist add x >/dev/null
            arborist work --once --quiet --grace 1s -- head -c 130000 /dev/zero \\
              | (sleep 6; wc -c)\
            """);
    assertEquals("130000\n", result.out(), result.err());
    assertEquals("", result.err());
  }

  /** What it left behind writes on, but that is nobody's to wait for. */
  @Test
  void aSlowReaderMakesNobodyWaitForWhatAProgramLeftBehind() throws Exception {
    Result result =
        shell(
            """
            arborist init >/dev/null && arborist add x >/dev/null
            arborist work --once --grace 1s -- sh -c 'yes & exit 0' \\
              | while read -rN 8192 -t 30 part; do sleep 0.2; done
            arborist show 1 | grep status\
            """);
    assertEquals("status         completed\n", result.out(), result.err());
    assertTrue(result.err().contains("#1 left something behind"), result.err());
  }

  @Test
  void aChangeThatCannotBeToldIsSaidToBeMade() throws Exception {
    Result changed = shell("arborist init >/dev/null && arborist add y > /dev/full");
    assertEquals(5, changed.code());
    assertTrue(changed.err().contains("the change was made, but"), changed.err());
  }

  @Test
  void aReplacementCharacterIsRefusedOnlyWhereItMayStandForAnother() throws Exception {
    shell("arborist init");
    String line = "LC_ALL=%s arborist add $'a\\xef\\xbf\\xbdb%s'";
    Result typed = shell(line.formatted("C.UTF-8", "") + "; arborist show 1 | head -n 1");
    assertEquals("", typed.err());
    assertTrue(typed.out().contains("a\ufffdb"), typed.out());
    for (String refused :
        List.of(line.formatted("C.UTF-8", "\\xff"), line.formatted("POSIX", ""))) {
      Result result = shell(refused);
      assertEquals(2, result.code(), refused);
      assertEquals(
          "arborist: an argument is not in this locale's encoding: use UTF-8\n", result.err());
    }
  }

  @Test
  void aRealTerminalGetsColoursAndItsOwnWidth() throws Exception {
    shell("arborist init && arborist add 'A summary that is longer than the terminal is wide'");
    String script = "export TERM=xterm\nclear\n" + commandLine() + " tree\ntouch done\nsleep 60\n";
    try (TmuxPane pane = new TmuxPane(directory, 40, 10, script)) {
      pane.awaitFile("done");
      String screen = pane.tmux("capture-pane", "-e", "-p");
      assertTrue(screen.contains("\u001b[32m◎"), screen);
      String plain = screen.replaceAll("\u001b\\[[0-9;]*m", "");
      assertEquals("◎ #1 A summary that is longer tha…  20.0", plain.lines().findFirst().get());
    }
  }
}
