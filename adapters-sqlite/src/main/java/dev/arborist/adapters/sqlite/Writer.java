package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.application.port.out.UnknownOutcomeException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes, for all threads of this process, many units of work in one commit.
 *
 * <p>A durable commit waits for the disk, a hundred times as long as a unit of work takes to run.
 * So the writer takes whatever has come in while the disk was busy, runs it in one transaction,
 * each unit in a savepoint of its own, and waits for the disk once. With one caller a unit is a
 * commit; with sixteen, most commits carry several, and every caller waits about as long as one
 * commit. Units run in the order in which they came, so no caller starves, which with a connection
 * for each they do: SQLite lets those who wait for its lock in by chance.
 *
 * <p>Callers are told only after the commit, also of refusals: what a unit was refused for may be
 * what another in the same transaction did.
 */
final class Writer implements AutoCloseable {

  private static final int UNITS_PER_COMMIT_MAX = 256;

  /** The longest that a transaction takes in further units; those who came first wait as long. */
  private static final long TAKE_IN_NANOS = 4_000_000;

  private final Transactions transactions;
  private final LongSupplier nanoTime;
  private final Queue<Work<?>> waiting = new ConcurrentLinkedQueue<>();
  private final Queue<Predicate<TaskWrites>> whenIdle = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean parked;

  /** An action that was met while a transaction took units in; the writer's thread alone. */
  private @Nullable Work<?> deferred;

  /**
   * Starts the thread.
   *
   * @param nanoTime the time in nanoseconds since some moment, as {@link System#nanoTime} has it
   */
  Writer(Transactions transactions, String name, LongSupplier nanoTime) {
    this.transactions = transactions;
    this.nanoTime = nanoTime;
    thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.start();
  }

  <T> T write(Function<TaskWrites, T> function) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("units of work that write must not be nested");
    }
    return await(new Work<>(function, null));
  }

  private <T> T await(Work<T> work) {
    waiting.add(work);
    wake();
    if (closed && waiting.remove(work)) {
      throw new StorageException("the queue has been closed: open it again");
    }
    return work.await();
  }

  /** Does something between transactions. */
  void exclusively(Consumer<Transactions> action) {
    await(new Work<Boolean>(tx -> false, action));
  }

  /** Work that is waiting already is not added again. */
  void writeWhenIdle(Predicate<TaskWrites> work) {
    if (!whenIdle.contains(work)) {
      whenIdle.add(work);
      wake();
    }
  }

  private void wake() {
    if (parked) {
      LockSupport.unpark(thread);
    }
  }

  /** Whatever ends the thread, nobody is left waiting. */
  private void work() {
    try {
      serve();
    } finally {
      closed = true;
      for (Work<?> left = waiting.poll(); left != null; left = waiting.poll()) {
        left.fail(new StorageException("the queue's writer has stopped: open the queue again"));
        left.finish();
      }
    }
  }

  private void serve() {
    Deque<Work<?>> batch = new ArrayDeque<>();
    while (true) {
      boolean ending = closed; // read first: what came in before it is still served
      Work<?> first = deferred == null ? waiting.poll() : deferred;
      deferred = null;
      if (first != null && first.action() != null) {
        actAlone(first, first.action());
      } else if (first != null) {
        batch.add(first);
        commit(batch);
      } else if (ending) {
        return;
      } else if (!whenIdle.isEmpty()) {
        idle();
      } else {
        park();
      }
    }
  }

  private void park() {
    parked = true;
    if (waiting.isEmpty() && whenIdle.isEmpty() && !closed) {
      LockSupport.park(this);
    }
    parked = false;
  }

  private void actAlone(Work<?> work, Consumer<Transactions> action) {
    try {
      action.accept(transactions);
    } catch (RuntimeException | Error failure) {
      work.fail(failure);
    }
    work.finish();
  }

  private void commit(Deque<Work<?>> batch) {
    List<Work<?>> units = new ArrayList<>();
    try {
      transactions.run(new Supply(batch, units, true));
    } catch (RuntimeException | Error failure) {
      units.addAll(batch);
      retry(units, failure);
    } finally {
      batch.clear();
      units.forEach(Work::finish);
    }
  }

  /**
   * The transaction came to nothing. A single unit is told why; several are run again, each in a
   * transaction of its own, so that only those fail that cannot be stored.
   */
  private void retry(List<Work<?>> units, Throwable failure) {
    boolean unknown = failure instanceof UnknownOutcomeException;
    if (units.size() == 1 || unknown) {
      units.forEach(unit -> unit.fail(failure));
      return;
    }
    for (Work<?> unit : units) {
      try {
        transactions.run(new Supply(new ArrayDeque<>(List.of(unit)), new ArrayList<>(), false));
      } catch (RuntimeException | Error again) {
        unit.fail(again);
      }
    }
  }

  private void idle() {
    Predicate<TaskWrites> work = whenIdle.peek();
    if (work == null) {
      return;
    }
    boolean[] more = new boolean[1];
    Work<Boolean> unit = new Work<>(tx -> more[0] = work.test(tx), null);
    Deque<Work<?>> batch = new ArrayDeque<>();
    batch.add(unit);
    commit(batch);
    if (unit.hasFailed() || !more[0]) {
      whenIdle.remove(work);
    }
  }

  private static boolean isUnit(@Nullable Work<?> work) {
    return work != null && work.action() == null;
  }

  /** Gives a transaction its units: the first ones, then what comes in while there is time. */
  private final class Supply implements Transactions.Units {

    private final Deque<Work<?>> first;
    private final List<Work<?>> given;
    private boolean takesInMore;
    private long began;

    Supply(Deque<Work<?>> first, List<Work<?>> given, boolean takesInMore) {
      this.first = first;
      this.given = given;
      this.takesInMore = takesInMore;
    }

    @Override
    public boolean begin() {
      began = nanoTime.getAsLong();
      takesInMore &= isUnit(waiting.peek());
      return takesInMore;
    }

    /** An action is kept for when the transaction has ended. */
    private @Nullable Work<?> pollUnit() {
      Work<?> polled = waiting.poll();
      if (polled == null || polled.action() == null) {
        return polled;
      }
      deferred = polled;
      takesInMore = false;
      return null;
    }

    private boolean isRoom() {
      return given.size() < UNITS_PER_COMMIT_MAX && nanoTime.getAsLong() - began < TAKE_IN_NANOS;
    }

    @Override
    public @Nullable Work<?> next() {
      Work<?> next = first.poll();
      if (next == null && takesInMore && isRoom()) {
        next = pollUnit();
      }
      if (next != null) {
        given.add(next);
      }
      return next;
    }
  }

  /** Finishes what is waiting, and ends the thread. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
