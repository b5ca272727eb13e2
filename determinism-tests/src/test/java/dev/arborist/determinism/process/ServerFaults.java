package dev.arborist.determinism.process;

import dev.arborist.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What befalls the connections and the processes of a server. */
final class ServerFaults {

  private static final String CUT =
      """
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
       WHERE application_name = 'arborist' AND pid <> pg_backend_pid()
      """;

  /** A commit that waits for the disk is finished first, but nobody hears of it any more. */
  private static final String CUT_COMMITS =
      """
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
       WHERE application_name = 'arborist' AND state = 'active' AND query = 'COMMIT'
      """;

  /** One that is at work, when there is one. */
  private static final String SOMEBODY =
      """
      SELECT pid FROM pg_stat_activity WHERE application_name = 'arborist'
       ORDER BY CASE state WHEN 'active' THEN 0 ELSE 1 END, pid LIMIT 1
      """;

  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long PAUSE_MILLIS = 10;
  private static final long ENDING_SECONDS = 10;

  private ServerFaults() {}

  /** Cuts every connection that a queue has, and returns how many there were. */
  static int cut(PostgresServer server) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url())) {
      return (int) number(connection, CUT);
    }
  }

  /**
   * Looks for connections that are just committing, and cuts them.
   *
   * @param count how many at least, if so many are met
   * @param millis how long it looks
   * @return how many it has cut
   */
  static int cutCommits(PostgresServer server, int count, long millis)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    int cut = 0;
    try (Connection connection = DriverManager.getConnection(server.url())) {
      while (cut < count && System.nanoTime() - end < 0) {
        cut += (int) number(connection, CUT_COMMITS);
        TimeUnit.MILLISECONDS.sleep(1);
      }
    }
    return cut;
  }

  /**
   * Kills a process that serves a queue. The server then ends all others, since they share memory
   * with it, and recovers from its log; returns when it has.
   *
   * @return whether there was such a process
   */
  static boolean crash(PostgresServer server) throws SQLException, InterruptedException {
    long pid;
    try (Connection witness = DriverManager.getConnection(server.url())) {
      pid = number(witness, SOMEBODY);
      if (pid == 0) {
        return false;
      }
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      await(() -> !answers(witness), "the server goes on without " + pid);
    }
    await(() -> answers(server), "the server does not recover");
    return true;
  }

  /**
   * Kills a server and all its processes, as if the machine had gone; {@link
   * PostgresServer#durable} on the same directory and port starts it again.
   *
   * @param data its directory
   */
  static void kill(PostgresServer server, Path data) throws IOException, InterruptedException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
    new ProcessBuilder("kill", "-STOP", pid).inheritIO().start().waitFor(); // it begins no more
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.add(0, postmaster);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().orTimeout(ENDING_SECONDS, TimeUnit.SECONDS).join());
    server.close();
  }

  /** What a server says of one of its settings. */
  static String setting(PostgresServer server, String name) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  private static void await(Condition condition, String otherwise)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + WAIT_NANOS;
    while (!condition.holds()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(otherwise);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private static boolean answers(PostgresServer server) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url())) {
      return answers(connection);
    } catch (SQLException e) {
      requireLost(e);
      return false;
    }
  }

  private static boolean answers(Connection connection) throws SQLException {
    try {
      return number(connection, "SELECT 1") == 1;
    } catch (SQLException e) {
      requireLost(e);
      return false;
    }
  }

  /** Throws what is no loss of the connection and no server that is not up yet. */
  private static void requireLost(SQLException failure) throws SQLException {
    String state = String.valueOf(failure.getSQLState());
    if (!state.startsWith("08") && !state.startsWith("57P")) {
      throw failure;
    }
  }

  /** The first number of the answer; 0 when it has no row. */
  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
