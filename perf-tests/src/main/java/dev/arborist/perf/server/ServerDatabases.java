package dev.arborist.perf.server;

import dev.arborist.Arborist;
import dev.arborist.QueuePlace;
import dev.arborist.application.port.in.TaskImport;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The databases of the server that is measured, each with one queue.
 *
 * @param port on which it listens on this machine
 */
record ServerDatabases(int port) {

  /** The property that tells measuring JVMs the port. */
  static final String PORT = "perf.server.port";

  /** Those that the run has prepared. */
  static ServerDatabases ofThisRun() {
    return new ServerDatabases(Integer.getInteger(PORT));
  }

  /** The address of the queue in a database. */
  String address(String database) {
    return "postgres://postgres:postgres@localhost:" + port + "/" + database;
  }

  /** A connection to a database, on which a statement is a transaction. */
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port + "/" + database + "?currentSchema=arborist",
        "postgres",
        "postgres");
  }

  /** Creates a database and a queue in it with these tasks. */
  void fill(String database, TaskImport tasks) throws SQLException {
    execute("postgres", "CREATE DATABASE " + database);
    QueuePlace place = QueuePlace.of(address(database));
    Arborist.create(place);
    try (Arborist arborist = Arborist.at(place).open()) {
      arborist.queue().importTasks(tasks);
    }
    execute(database, "VACUUM ANALYZE");
  }

  /** Copies a database that nobody has open, as files. */
  void copy(String database, String copy) throws SQLException {
    execute(
        "postgres", "CREATE DATABASE " + copy + " TEMPLATE " + database + " STRATEGY FILE_COPY");
  }

  /** Deletes a database, whoever has it open. */
  void drop(String database) throws SQLException {
    execute("postgres", "DROP DATABASE " + database + " WITH (FORCE)");
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
