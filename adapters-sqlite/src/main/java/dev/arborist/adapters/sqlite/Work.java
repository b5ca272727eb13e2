package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.TaskWrites;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that waits for the writer, and the caller that waits for it.
 *
 * @param <T> what it returns
 */
final class Work<T> {

  private final Function<TaskWrites, T> function;
  private final @Nullable Consumer<Transactions> action;
  private final Thread caller = Thread.currentThread();
  private @Nullable T result;
  private @Nullable Throwable failure;
  private volatile boolean done;

  /**
   * A unit of work.
   *
   * @param action what is done instead, outside of any transaction; null for a unit of work
   */
  Work(Function<TaskWrites, T> function, @Nullable Consumer<Transactions> action) {
    this.function = function;
    this.action = action;
  }

  @Nullable Consumer<Transactions> action() {
    return action;
  }

  /** Runs it; what comes of it is kept until {@link #finish}. */
  void attempt(TaskWrites tx) {
    failure = null;
    result = function.apply(tx);
  }

  /** What came of it is a failure. */
  void fail(Throwable cause) {
    failure = cause;
  }

  boolean hasFailed() {
    return failure != null;
  }

  /** Lets the caller go on with what came of it. */
  void finish() {
    done = true;
    LockSupport.unpark(caller);
  }

  /**
   * Waits for the end, also when interrupted: what came of it would be unknown otherwise.
   *
   * @throws RuntimeException or Error, whatever the work threw
   */
  @SuppressWarnings("NullAway") // a unit of work may return null where its caller allows it
  T await() {
    boolean interrupted = false;
    while (!done) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return result;
  }
}
