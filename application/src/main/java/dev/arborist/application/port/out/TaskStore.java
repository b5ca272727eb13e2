package dev.arborist.application.port.out;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps tasks durably; every unit of work is all or nothing.
 *
 * <p>A unit of work sees a consistent state and is applied whole or not at all: when it returns,
 * what it wrote has been committed durably; when it throws, nothing has changed and the exception
 * reaches the caller as it is, but no earlier than what it was based on is durable. Several units
 * may share one commit, each undone by itself. A store may run a unit of work again, so it must
 * have no effect but on the transaction it is given, and must not keep that transaction. Units of
 * work that write must not be nested.
 *
 * <p>Writes are serialised, first come, first served: no unit of work sees another half done. Reads
 * run beside writes and see the last committed state. Safe for use by several threads. A thread
 * that is interrupted while it waits goes on waiting, and is interrupted when the call returns:
 * what came of its work would be unknown otherwise.
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
   * Runs a unit of work when nobody waits for another, again and again while it returns true; it is
   * forgotten when the store is closed, or when it fails. The same object waits but once.
   */
  void writeWhenIdle(Predicate<TaskWrites> work);

  /**
   * Runs a unit of work that only reads.
   *
   * @throws StorageException when the store failed
   */
  <T> T read(Function<TaskReads, T> work);

  /**
   * Stands for the committed state, as {@code TaskBrowser.revision} says.
   *
   * <p>The call is no unit of work: it begins nothing that would keep others from anything, and may
   * be made within one.
   *
   * @throws StorageException when the store failed, or is not where it was when it was opened
   */
  long revision();

  /** Gives hints that tasks have become ready, as {@code TaskBrowser.onReady} says. */
  void onReady(Runnable hint);

  /** What is done to the store as a whole. */
  StoreUpkeep upkeep();

  /** Releases everything; units of work that are under way are finished first. */
  @Override
  void close();
}
