package dev.arborist.adapters.sql.history;

import dev.arborist.adapters.sql.Session;
import java.util.function.Function;

/**
 * The transactions of a database that holds a history. Its text form says where it is, without user
 * or password. An instance is for one thread.
 */
public interface HistoryDatabase extends AutoCloseable {

  /**
   * Runs statements that only read and see one state.
   *
   * @param none what is read where no table has been created yet
   * @throws dev.arborist.application.port.out.StorageException when the database cannot be read
   */
  <T> T read(Function<Session, T> work, T none);

  /**
   * Runs statements as one change, which is kept when they return and undone when they throw. While
   * they run nobody else changes this history, and they see everything that was committed before.
   *
   * @throws dev.arborist.application.port.out.StorageException when the database cannot be changed;
   *     nothing has changed unless the message says that the outcome is unknown
   */
  <T> T write(Function<Session, T> work);

  /** Closes it; a second time does nothing. */
  @Override
  void close();
}
