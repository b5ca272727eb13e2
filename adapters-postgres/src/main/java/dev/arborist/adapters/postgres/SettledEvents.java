package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.EventTable;
import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.adapters.sql.SqlException;
import dev.arborist.adapters.sql.StatementMeter;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The events of all tasks, so that nobody who follows them misses one.
 *
 * <p>Units of work run at the same time, so an event with a greater sequence may be committed
 * before one with a smaller sequence. Whoever asks for what comes behind the last event that he has
 * seen would then never see the smaller one. So a sequence that is missing is waited for: until all
 * who had begun to write events when it was found missing have ended. By then it is there, or will
 * never be: it was given to a unit that came to nothing, or its task was pruned.
 *
 * <p>Who writes events has a lock on their table from before his first sequence until he ends, and
 * the server tells who has one. Events without a gap, which is what a follower gets nearly always,
 * wait for nothing; the last events wait for whoever is writing.
 */
final class SettledEvents {

  /** Somebody who writes for so long is not waited for; what is behind the gap is shown later. */
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final Sql LAST_GIVEN =
      new Sql("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM event_sequence");

  private static final Sql WRITERS =
      new Sql(
          """
          SELECT virtualtransaction FROM pg_locks
           WHERE locktype = 'relation' AND relation = CAST('event' AS regclass)
             AND mode = 'RowExclusiveLock' AND granted
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
          """);

  private final Pool pool;

  /** No sequence up to this one will come any more that is not there. */
  private final AtomicLong settledUpTo = new AtomicLong();

  /** Reads through connections on which each statement sees what is committed by then. */
  SettledEvents(Pool pool) {
    this.pool = pool;
  }

  List<TaskEvent> list(EventQuery query) {
    try (Connection connection = pool.connect()) {
      Session session = new Session(connection, PostgresDialect.READING, StatementMeter.NONE);
      List<TaskEvent> found = query.newest() ? last(query, session) : first(query, session);
      connection.rollback(); // it has changed nothing
      return List.copyOf(found);
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  private List<TaskEvent> first(EventQuery query, Session session) {
    long settled = known(query); // asked first: another thread may settle more than is read here
    List<TaskEvent> found = new EventTable(session).list(query);
    if (shown(found, settled) < found.size()) {
      settle(session); // if it cannot be, what is behind the gap is shown later
      settled = known(query);
      found = new EventTable(session).list(query);
      found = found.subList(0, shown(found, settled));
    }
    return found;
  }

  /** Whoever goes on from the last of them is to miss none, so what is before them is settled. */
  private List<TaskEvent> last(EventQuery query, Session session) {
    if (!settle(session)) {
      throw new StorageException("others have been writing events for 10 s; try again");
    }
    return new EventTable(session).newest(query, settledUpTo.get());
  }

  /** Returns whether everything that has begun to be written is there, or never will be. */
  private boolean settle(Session session) {
    long last = session.run(LAST_GIVEN).number();
    boolean isSettled = awaitWriters(session);
    if (isSettled) {
      settledUpTo.accumulateAndGet(last, Math::max);
    }
    return isSettled;
  }

  private long known(EventQuery query) {
    return Math.max(settledUpTo.get(), query.after());
  }

  /** How many of the events have no gap before them, but for those that are settled. */
  private static int shown(List<TaskEvent> events, long settled) {
    long next = settled + 1;
    for (int i = 0; i < events.size(); i++) {
      long sequence = events.get(i).sequence();
      if (sequence > next) {
        return i;
      }
      next = Math.max(next, sequence + 1);
    }
    return events.size();
  }

  /** Whether everybody who is writing now has ended. */
  private static boolean awaitWriters(Session session) {
    long end = System.nanoTime() + WAIT_NANOS;
    Set<String> awaited = writers(session);
    while (!awaited.isEmpty()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      Pause.nanos(PAUSE_NANOS);
      awaited.retainAll(writers(session));
    }
    return true;
  }

  private static Set<String> writers(Session session) {
    return new HashSet<>(session.run(WRITERS).list(row -> row.getString(1)));
  }
}
