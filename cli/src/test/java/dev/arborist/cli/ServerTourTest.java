package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour that moves a queue to a server, word for word; only the server's programs are ours. */
@Tag("once")
class ServerTourTest {

  private static final Path GUIDE = Path.of("../docs/guide/scale.md");
  private static final Path BEADS = Path.of("../examples/beads-small.jsonl");
  private static final Pattern DOES = Pattern.compile("(?:one|two) does ([0-9]+)");

  /** PostgreSQL refuses to be started by root, who may be somebody else for that. */
  private static final String PROGRAM =
      """
      if [ "$(id -u)" = 0 ]; then
        exec setpriv --reuid nobody --regid nogroup --clear-groups '%1$s' "$@"
      fi
      exec '%1$s' "$@"
      """;

  @TempDir Path directory;
  @TempDir Path home;

  /** A tour that failed in the middle has left its server behind. */
  @AfterEach
  void stop() throws Exception {
    if (Files.exists(directory.resolve("server/postmaster.pid"))) {
      shell().run("pg_ctl -D server -m immediate stop");
    }
  }

  private Shell shell() throws IOException, SQLException {
    Shell shell = new Shell(directory, home);
    Path binaries = binaries();
    for (String name : List.of("initdb", "pg_ctl")) {
      shell.tool(name, PROGRAM.formatted(binaries.resolve(name)));
    }
    return shell;
  }

  /** Where the programs of the tests' own server are: it says how it was started. */
  private static Path binaries() throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(PostgresServer.shared().url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW data_directory")) {
      rows.next();
      String command = Files.readString(Path.of(rows.getString(1), "postmaster.opts"));
      return Path.of(command.split(" ", 2)[0]).toAbsolutePath().getParent();
    }
  }

  private static List<String> blocks() throws IOException {
    List<String> lines = new ArrayList<>();
    boolean isTour = false;
    boolean isBlock = false;
    for (String line : Files.readAllLines(GUIDE)) {
      isTour = line.startsWith("## ") ? line.equals("## A tour") : isTour;
      if (line.startsWith("```")) {
        isBlock = line.equals("```sh");
      } else if (isTour && isBlock) {
        lines.add(line);
      }
    }
    assertTrue(lines.size() > 10, lines::toString);
    return lines;
  }

  @Test
  void theTourGoesFromTopToBottom() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path examples = Files.createDirectories(home.resolve("arborist/examples"));
    Files.copy(BEADS, examples.resolve(BEADS.getFileName()));
    Path bin = home.resolve("bin");
    Path script = home.resolve("tour.sh");
    Files.write(
        script,
        blocks().stream()
            .map(line -> line.startsWith("export PATH=") ? line + "; PATH=" + bin + ":$PATH" : line)
            .toList());
    Shell.Result result = shell().run("bash -e " + script);
    assertEquals(0, result.code(), result::output);
    List<String> done = DOES.matcher(result.output()).results().map(one -> one.group(1)).toList();
    assertFalse(done.isEmpty(), result::output);
    assertEquals(new HashSet<>(done).size(), done.size(), "each once: " + done);
    assertTrue(result.output().contains("nothing is wrong"), result::output);
    assertEquals(
        Files.readAllLines(directory.resolve("queue.jsonl")).size(),
        Files.readAllLines(directory.resolve("back.jsonl")).size());
    assertFalse(Files.exists(directory.resolve("server/postmaster.pid")), "it was stopped");
  }
}
