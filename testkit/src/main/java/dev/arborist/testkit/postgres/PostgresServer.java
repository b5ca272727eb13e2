package dev.arborist.testkit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server of this process, on a port of its own.
 *
 * <p>Its binaries come with the tests, so nothing need be installed.
 */
public final class PostgresServer implements AutoCloseable {

  /** Nothing of such a server is to survive the machine, so it waits for no disk. */
  private static final Map<String, String> FAST =
      Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off");

  /** As a server that keeps what it has promised. */
  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

  private static @Nullable PostgresServer shared;

  private final EmbeddedPostgres postgres;
  private final AtomicInteger schemas = new AtomicInteger();

  private PostgresServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** The one that the tests of this process share; it waits for no disk, and ends with it. */
  public static synchronized PostgresServer shared() {
    if (shared == null) {
      shared = start(FAST, null, 0);
    }
    return shared;
  }

  /**
   * A server that the caller closes; what it has committed is on the disk.
   *
   * @param directory where its data are, which may be there already
   * @param port on which it listens; 0 for any that is free
   */
  public static PostgresServer durable(Path directory, int port) {
    return start(DURABLE, directory, port);
  }

  private static PostgresServer start(
      Map<String, String> settings, @Nullable Path directory, int port) {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setPort(port);
    settings.forEach(builder::setServerConfig);
    builder.setLocaleConfig("locale", "C");
    if (directory != null) {
      builder.setDataDirectory(directory).setCleanDataDirectory(false);
    }
    try {
      return new PostgresServer(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL cannot be started", e);
    }
  }

  /**
   * The directory of the programs that it consists of, {@code initdb} and {@code pg_ctl} among
   * them.
   */
  public Path binaries() {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW data_directory")) {
      rows.next();
      String command = Files.readString(Path.of(rows.getString(1), "postmaster.opts"));
      return Path.of(command.split(" ", 2)[0]).toAbsolutePath().getParent();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return postgres.getPort();
  }

  /** The address of a schema, as the command line takes it. */
  public String address(String schema) {
    return "postgres://postgres:postgres@localhost:" + port() + "/postgres?schema=" + schema;
  }

  /** A name of a schema that none had before. */
  public String newSchema() {
    return "queue_" + schemas.incrementAndGet();
  }

  /** What JDBC connects to. */
  public String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL cannot be stopped", e);
    }
  }
}
