package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.arborist.testkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server of these tests has the clock of this machine. */
@Tag("once")
class ServerClockTest {

  /** Half of this would be the error of an answer that was this long on its way back. */
  private static final Duration STOPPED = Duration.ofSeconds(2);

  private final PostgresAddress address = Schemas.address(PostgresServer.shared().newSchema());

  private static Duration error(ServerClock clock) {
    return Duration.between(Instant.now(), clock.instant()).abs();
  }

  @Test
  void whoHasSleptAsksAgain() throws Exception {
    AtomicLong nanos = new AtomicLong(System.nanoTime());
    AtomicLong millis = new AtomicLong(System.currentTimeMillis());
    try (Connection connection = Pool.direct(address)) {
      ServerClock clock = new ServerClock(address, connection, nanos::get, millis::get);
      millis.addAndGet(500); // as when a clock is set right
      Instant before = clock.instant();
      assertEquals(before, clock.instant(), "it is not asked");
      Thread.sleep(10);
      millis.addAndGet(Duration.ofHours(2).toMillis());

      Instant after = clock.instant();

      assertTrue(after.isAfter(before), "the count of nanoseconds stood still");
      assertEquals(after, clock.instant(), "once is enough");
    }
  }

  @Test
  void whoHasSleptAsksUntilTheServerAnswers() throws Exception {
    AtomicLong nanos = new AtomicLong();
    AtomicLong millis = new AtomicLong();
    PostgresAddress nobody = PostgresAddress.parse("postgres://me@localhost:1/none", name -> null);
    try (Connection connection = Pool.direct(address)) {
      ServerClock clock = new ServerClock(nobody, connection, nanos::get, millis::get);
      Instant before = clock.instant();
      millis.addAndGet(5_000);
      nanos.addAndGet(1_000_000_000);
      Instant after = clock.instant();
      assertEquals(Duration.ofSeconds(1), Duration.between(before, after), "as far as it knows");
      assertTrue(clock.isOld(), "it asks again the next time");
    }
  }

  @Test
  void whoWasStoppedWhileAnAnswerCameAsksAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (Connection connection = Pool.direct(address);
        Statement statement = connection.createStatement()) {
      Statement slow = mock(Statement.class, delegatesTo(statement));
      doAnswer(
              call -> {
                Object rows = statement.executeQuery(call.getArgument(0));
                if (asked.incrementAndGet() == 1) {
                  Thread.sleep(STOPPED.toMillis());
                }
                return rows;
              })
          .when(slow)
          .executeQuery(contains("clock_timestamp"));
      Connection stopped = mock(Connection.class, delegatesTo(connection));
      doReturn(slow).when(stopped).createStatement();

      Duration error = error(new ServerClock(address, stopped));

      assertTrue(asked.get() >= 2, "asked once only");
      assertTrue(error.compareTo(STOPPED.dividedBy(4)) < 0, "off by " + error);
    }
  }
}
