package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.PriorityPolicyTable;
import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.SqlException;
import dev.arborist.adapters.sql.StatementMeter;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.StoreUpkeep;
import dev.arborist.application.port.out.TaskReads;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.port.out.TaskWrites;
import dev.arborist.domain.priority.PriorityPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/** Several writers and readers, each unit of work in a transaction of its own. */
final class PostgresTaskStore implements TaskStore {

  private static final int WRITERS_MAX = 16;
  private static final int READERS_MAX = 8;

  /** One object, because work that waits already is not added again. */
  private static final Predicate<TaskWrites> SUM_UP = PostgresTaskStore::sumUp;

  private final PostgresAddress address;
  private final Pool writers;
  private final Pool readers;
  private final IdleWork idle;
  private final SettledEvents events;
  private final ReadyAnnouncer announcer;
  private final ReadyListener listener;

  @SuppressWarnings("ThreadLocalUsage") // of this store: a thread may use two
  private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

  @SuppressWarnings("ThreadLocalUsage") // of this store: a thread may read from two
  private final ThreadLocal<Session> reading = new ThreadLocal<>();

  /**
   * Read while a unit of work is under way, and written by who closes: the pool would cut it off.
   */
  private final ReadWriteLock using = new ReentrantReadWriteLock();

  private final AtomicBoolean closing = new AtomicBoolean();
  private boolean closed;

  private final ServerClock clock;

  private PostgresTaskStore(PostgresAddress address, boolean isDurable, ServerClock clock) {
    this.address = address;
    this.clock = clock;
    writers = Pool.ofWriters(address, WRITERS_MAX, isDurable);
    readers = Pool.ofReaders(address, READERS_MAX);
    events = new SettledEvents(writers);
    idle = new IdleWork(this::write, "arborist-upkeep " + address.database());
    announcer = new ReadyAnnouncer(writers, address.schema());
    listener = new ReadyListener(address);
  }

  static void create(PostgresAddress address, PriorityPolicy policy) {
    try (Connection connection = Pool.direct(address)) {
      new PostgresSchema(SchemaKind.QUEUE, address, connection)
          .create(PriorityPolicyTable.replacement(policy));
    } catch (SQLException e) {
      throw PostgresFailures.storageFailure("create a queue at " + address, e);
    }
  }

  static PostgresTaskStore open(PostgresAddress address, boolean isDurable) {
    try (Connection connection = Pool.direct(address)) {
      new PostgresSchema(SchemaKind.QUEUE, address, connection).upgrade();
      return new PostgresTaskStore(address, isDurable, new ServerClock(address, connection));
    } catch (SQLException e) {
      throw PostgresFailures.storageFailure("open " + address, e);
    }
  }

  /** The server's time; of use while the store is open. */
  InstantSource clock() {
    return clock;
  }

  @Override
  public <T> T write(Function<TaskWrites, T> work) {
    if (writing.get()) {
      throw new IllegalStateException("units of work that write must not be nested");
    }
    return whileOpen(
        () -> {
          writing.set(true);
          try {
            return new UnitOfWork<>(writers, "change " + address, work, this::committed).run();
          } finally {
            writing.remove();
          }
        });
  }

  private <T> T whileOpen(Supplier<T> work) {
    using.readLock().lock();
    try {
      if (closed) {
        throw new StorageException("the queue has been closed: open it again");
      }
      return work.get();
    } finally {
      using.readLock().unlock();
    }
  }

  private void committed(UnitOfWork.Committed unit) {
    if (UnitCounts.isDue(unit.number())) {
      idle.add(SUM_UP);
    }
    if (unit.madeReady()) {
      announcer.announce();
    }
  }

  /** Sums up what units of work have counted. */
  private static boolean sumUp(TaskWrites tx) {
    ((PostgresWrites) tx).sumUpUnits(); // a unit of work of this store is given no other
    return false;
  }

  @Override
  public void writeWhenIdle(Predicate<TaskWrites> work) {
    idle.add(work);
  }

  /** A read within a read goes on in the same transaction, and so sees the same state. */
  @Override
  public <T> T read(Function<TaskReads, T> work) {
    Session outer = reading.get();
    return outer == null
        ? whileOpen(() -> readAnew(work))
        : work.apply(new PostgresReads(outer, events));
  }

  private <T> T readAnew(Function<TaskReads, T> work) {
    String what = "read " + address;
    try (Connection connection = readers.connect()) {
      Session session = new Session(connection, PostgresDialect.READING, StatementMeter.NONE);
      reading.set(session);
      T found;
      try {
        found = work.apply(new PostgresReads(session, events));
      } catch (RuntimeException | Error failure) {
        UnitOfWork.rollback(connection, failure);
        throw failure;
      } finally {
        reading.remove();
      }
      connection.rollback(); // it has changed nothing
      return found;
    } catch (JdbiException | SqlException | SQLException e) {
      throw PostgresFailures.translate(what, e);
    }
  }

  @Override
  public long revision() {
    return whileOpen(this::committedUnits);
  }

  private long committedUnits() {
    try (Connection connection = readers.connect()) {
      Session session = new Session(connection, PostgresDialect.READING, StatementMeter.NONE);
      long units = session.run(UnitCounts.COMMITTED_UNITS).number();
      connection.rollback();
      return units;
    } catch (SqlException | SQLException e) {
      throw PostgresFailures.storageFailure("read " + address, e);
    }
  }

  @Override
  public void onReady(Runnable hint) {
    listener.add(hint);
  }

  @Override
  public StoreUpkeep upkeep() {
    return new PostgresUpkeep(address, writers);
  }

  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      idle.close();
      listener.close();
      using.writeLock().lock();
      try {
        closed = true;
        announcer.close(); // only now has everybody committed
        readers.close();
        writers.close();
      } finally {
        using.writeLock().unlock();
      }
    }
  }
}
