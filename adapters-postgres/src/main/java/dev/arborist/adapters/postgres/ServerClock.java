package dev.arborist.adapters.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The server's time, so that workers whose clocks differ agree on when a lease ends.
 *
 * <p>The server is asked now and then, and this machine's count of nanoseconds, which nobody sets,
 * tells what has passed since. That count stands still while the machine sleeps, and its clock does
 * not: when the two part, the server is asked again. An answer is taken for the time in the middle
 * of its way there and back, so the error is half of that at most; one that took long is asked for
 * again, and the quickest of three counts. When the server cannot be asked the last answer goes on;
 * whatever the time is wanted for needs the server anyway. Safe for use by several threads.
 */
final class ServerClock implements InstantSource {

  private static final long ASK_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** Whoever was stopped on the way would take the time for another by half of that. */
  private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Who sets a clock right by less has no need to ask, and nobody sleeps for less. */
  private static final long APART_MILLIS = 1_000;

  private static final int ASKED_MAX = 3;

  private static final String NOW =
      "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)";

  private static final long MICROS = 1_000_000;
  private static final long NANOS_PER_MICRO = 1_000;

  /**
   * One answer.
   *
   * @param micros the server's time
   * @param nanos this machine's count at the same moment
   * @param millis this machine's clock at about that moment
   * @param tookNanos how long it was on its way
   */
  private record Answer(long micros, long nanos, long millis, long tookNanos) {}

  private final PostgresAddress address;
  private final LongSupplier nanoTime;
  private final LongSupplier currentTimeMillis;
  private volatile Answer last;

  /**
   * A clock that asks through connections of its own: whoever looks at it may hold one of a pool.
   *
   * @param connection on which it asks the first time
   */
  ServerClock(PostgresAddress address, Connection connection) throws SQLException {
    this(address, connection, System::nanoTime, System::currentTimeMillis);
  }

  /**
   * The same on another machine.
   *
   * @param nanoTime a count of nanoseconds that nobody sets
   * @param currentTimeMillis a clock in milliseconds that goes on while the machine sleeps
   */
  ServerClock(
      PostgresAddress address,
      Connection connection,
      LongSupplier nanoTime,
      LongSupplier currentTimeMillis)
      throws SQLException {
    this.address = address;
    this.nanoTime = nanoTime;
    this.currentTimeMillis = currentTimeMillis;
    last = ask(connection);
  }

  @Override
  public Instant instant() {
    Answer answer = last;
    if (isOld()) {
      answer = askAgain(answer);
    }
    return time(answer, nanoTime.getAsLong());
  }

  /** Whether the server is to be asked again. */
  boolean isOld() {
    Answer answer = last;
    long passed = nanoTime.getAsLong() - answer.nanos;
    long passedMillis = currentTimeMillis.getAsLong() - answer.millis;
    long apart = passedMillis - TimeUnit.NANOSECONDS.toMillis(passed);
    return passed > ASK_NANOS || Math.abs(apart) > APART_MILLIS;
  }

  private static Instant time(Answer answer, long nanos) {
    long micros = answer.micros + (nanos - answer.nanos) / NANOS_PER_MICRO;
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_PER_MICRO);
  }

  private synchronized Answer askAgain(Answer old) {
    Answer known = last;
    if (known.equals(old)) {
      try (Connection connection = Pool.direct(address)) {
        known = ask(connection);
      } catch (SQLException unreachable) {
        known = goingOn(old);
      }
      last = known;
    }
    return known;
  }

  /** A machine that has slept asks until it is answered: its network may come up after it. */
  private Answer goingOn(Answer old) {
    long passed = nanoTime.getAsLong() - old.nanos;
    long passedMillis = TimeUnit.NANOSECONDS.toMillis(passed);
    return new Answer(
        old.micros + passed / NANOS_PER_MICRO,
        old.nanos + passed,
        old.millis + passedMillis,
        old.tookNanos);
  }

  private Answer ask(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1"); // the transaction begins, which is not to be timed
      Answer quickest = askOnce(statement);
      for (int i = 1; i < ASKED_MAX && quickest.tookNanos > SLOW_NANOS; i++) {
        Answer another = askOnce(statement);
        quickest = another.tookNanos < quickest.tookNanos ? another : quickest;
      }
      return quickest;
    } finally {
      connection.rollback();
    }
  }

  private Answer askOnce(Statement statement) throws SQLException {
    long before = nanoTime.getAsLong();
    long millis = currentTimeMillis.getAsLong();
    try (ResultSet rows = statement.executeQuery(NOW)) {
      rows.next();
      long took = nanoTime.getAsLong() - before;
      long half = TimeUnit.NANOSECONDS.toMillis(took / 2);
      return new Answer(rows.getLong(1), before + took / 2, millis + half, took);
    }
  }
}
