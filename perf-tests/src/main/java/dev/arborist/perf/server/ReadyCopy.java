package dev.arborist.perf.server;

import java.sql.SQLException;

/**
 * A copy of the queue of ready tasks on the server, deleted when it is closed.
 *
 * @param database its name
 */
record ReadyCopy(String database) implements AutoCloseable {

  /** Copies the queue into a database named after this process and a number. */
  static ReadyCopy make(int number) throws SQLException {
    String name = "copy_" + ProcessHandle.current().pid() + "_" + number;
    ServerDatabases.ofThisRun().copy(MeasuredServer.READY, name);
    return new ReadyCopy(name);
  }

  /** The address of its queue. */
  String address() {
    return ServerDatabases.ofThisRun().address(database);
  }

  @Override
  public void close() throws SQLException {
    ServerDatabases.ofThisRun().drop(database);
  }
}
