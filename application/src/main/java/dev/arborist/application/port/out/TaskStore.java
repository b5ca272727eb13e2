package dev.arborist.application.port.out;

import java.util.function.Function;

/**
 * Keeps tasks durably; every unit of work is one transaction.
 *
 * <p>A unit of work sees a consistent state and is applied whole or not at all: when it returns,
 * what it wrote has been committed durably; when it throws, nothing has changed and the exception
 * reaches the caller as it is. A store may run a unit of work again when the first attempt could
 * not be committed, so it must have no effect but on the transaction it is given, and must not keep
 * that transaction. Units of work must not be nested.
 *
 * <p>Writes are serialised: no unit of work sees another half done. Reads run beside writes and see
 * the last committed state. Safe for use by several threads.
 */
public interface TaskStore extends AutoCloseable {

  /**
   * Runs a unit of work that may change tasks, and returns its result after the commit.
   *
   * @throws StorageException when the store failed; nothing has changed unless the message says
   *     that the outcome is unknown
   */
  <T> T write(Function<TaskWrites, T> work);

  /**
   * Runs a unit of work that only reads.
   *
   * @throws StorageException when the store failed
   */
  <T> T read(Function<TaskReads, T> work);

  /** Releases everything; units of work that are under way are finished first. */
  @Override
  void close();
}
