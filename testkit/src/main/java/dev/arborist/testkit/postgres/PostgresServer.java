package dev.arborist.testkit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
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

  /** Linux and others give their clients ports from 32768 on. */
  private static final int PORTS_BEGIN = 20_000;

  private static final int PORTS_END = 32_000;

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
    return start(DURABLE, directory, port == 0 ? freePort() : port);
  }

  /**
   * A port that no client is given by the system: one that calls a server which is down, on a port
   * of that kind, may be given that very port, and keep the server from coming back.
   */
  private static int freePort() {
    int free = 0;
    while (free == 0) {
      int port = ThreadLocalRandom.current().nextInt(PORTS_BEGIN, PORTS_END);
      try (ServerSocket socket = new ServerSocket(port)) {
        free = socket.getLocalPort();
      } catch (BindException taken) {
        free = 0; // another one will be
      } catch (IOException e) {
        throw new UncheckedIOException("no port can be had", e);
      }
    }
    return free;
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
