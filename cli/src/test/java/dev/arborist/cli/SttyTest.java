package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands in a real terminal whose settings cannot be had, or are somebody else's.
 *
 * <p>Where the tests run in a build's background, their children may ignore the signal that stops
 * who sets a terminal from there; here they do not.
 */
class SttyTest {

  @TempDir Path directory;

  @BeforeEach
  void requireTmux() throws Exception {
    try {
      tmux("-V");
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        fail("this test needs tmux: install it");
      }
      abort("no tmux here, so no real terminal was tried");
    }
  }

  private void tmux(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux"));
    command.addAll(List.of(arguments));
    new ProcessBuilder(command).directory(directory.toFile()).start().waitFor();
  }

  /** Runs a line of bash in a terminal, waits for its end and returns what it left in a file. */
  private String inTerminal(String line) throws Exception {
    CommandLineFixture arborist = new CommandLineFixture(directory);
    arborist.done("init");
    arborist.done("add", "a");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script =
        """
        cd '%s'; export LINES= COLUMNS=
        arborist() { env --default-signal=TTOU %s --enable-native-access=ALL-UNNAMED -cp '%s' %s "$@"; }
        %s
        mv said.tmp said
        """
            .formatted(
                directory, java, System.getProperty("java.class.path"), Main.class.getName(), line);
    Files.writeString(directory.resolve("run.sh"), script);
    String session = "arborist-stty-" + ProcessHandle.current().pid();
    Path said = directory.resolve("said");
    try {
      tmux("new-session", "-d", "-s", session, "-x", "80", "-y", "5", "bash", "run.sh");
      WorkerProcess.await(line, () -> Files.exists(said));
      return Files.readString(said);
    } finally {
      tmux("kill-session", "-t", session);
    }
  }

  @Test
  void aTerminalThatDoesNotAnswerIsNotWaitedFor() throws Exception {
    WorkerProcess.script(directory, "stty", "exec sleep 300");
    assertEquals("0\n", inTerminal("PATH=$PWD:$PATH; arborist list; echo $? >said.tmp"));
  }

  /** Whoever sets a terminal from the background is stopped. */
  @Test
  void theTerminalIsLeftAsItIsFromTheBackground() throws Exception {
    String line =
        """
        set -m; export PAGER='cat >shown; exit 3'
        arborist --help & wait $!; echo $? >said.tmp; jobs -s >>said.tmp; kill -9 %1 2>/dev/null""";
    assertEquals("0\n", inTerminal(line));
  }
}
