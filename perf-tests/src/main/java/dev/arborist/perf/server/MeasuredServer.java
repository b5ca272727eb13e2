package dev.arborist.perf.server;

import dev.arborist.Arborist;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A server that waits for its disk, with queues of several sizes, and a file beside it; the caller
 * closes it.
 */
public final class MeasuredServer implements AutoCloseable {

  /** The property that names a file with a hundred thousand ready tasks, to be copied. */
  static final String FILE = "perf.server.file";

  /** A hundred thousand ready tasks, to be copied and worked off. */
  static final String READY = "ready";

  /** A thousand tasks. */
  static final String SMALL = "small";

  /** A million tasks. */
  static final String MILLION = "million";

  private static final int READY_TASKS = 100_000;
  private static final int SMALL_TASKS = 1_000;
  private static final int MILLION_TASKS = 1_000_000;

  private final PostgresServer server;
  private final ServerDatabases databases;
  private final Path file;

  private MeasuredServer(PostgresServer server, Path file) {
    this.server = server;
    this.file = file;
    databases = new ServerDatabases(server.port());
  }

  /**
   * Starts a server and fills the queues, which takes some minutes.
   *
   * @param directory where they are, which is empty
   * @param tasks so many tasks without neighbours
   * @param listener told what is being filled
   */
  public static MeasuredServer start(
      Path directory, IntFunction<TaskImport> tasks, Consumer<String> listener)
      throws SQLException {
    MeasuredServer started =
        new MeasuredServer(
            PostgresServer.durable(directory.resolve("server"), 0), directory.resolve("ready.db"));
    boolean filled = false;
    try {
      started.fillFile(tasks.apply(READY_TASKS));
      started.fill(READY, READY_TASKS, tasks, listener);
      started.fill(SMALL, SMALL_TASKS, tasks, listener);
      started.fill(MILLION, MILLION_TASKS, tasks, listener);
      filled = true;
      return started;
    } finally {
      if (!filled) {
        started.close();
      }
    }
  }

  private void fill(String name, int size, IntFunction<TaskImport> tasks, Consumer<String> listener)
      throws SQLException {
    listener.accept("filling a queue of " + size + " tasks on a server");
    databases.fill(name, tasks.apply(size));
  }

  private void fillFile(TaskImport tasks) {
    Arborist.create(file);
    try (Arborist arborist = Arborist.open(file)) {
      arborist.queue().importTasks(tasks);
    }
  }

  /** What tells a measuring JVM where they are. */
  public List<String> flags() {
    return List.of("-D" + ServerDatabases.PORT + "=" + databases.port(), "-D" + FILE + "=" + file);
  }

  @Override
  public void close() {
    server.close();
  }
}
