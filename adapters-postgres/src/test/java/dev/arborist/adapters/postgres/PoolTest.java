package dev.arborist.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that are waited for, and what is set on those that are had. */
@Tag("once")
class PoolTest {

  /** A port on which nobody listens. */
  private static int closedPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void whoIsInterruptedWhileHeWaitsForAServerIsToldInTime() throws Exception {
    PostgresAddress address =
        new PostgresAddress("localhost", closedPort(), "x", "arborist", "me", null, Map.of());
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    try (Pool pool = Pool.ofWriters(address, 1, true)) {
      Thread waiting =
          new Thread(
              () -> {
                try (Connection none = pool.connect()) {
                  interrupted.completeExceptionally(new IllegalStateException("got " + none));
                } catch (SQLException e) {
                  interrupted.complete(Thread.currentThread().isInterrupted());
                }
              });
      waiting.start();
      while (waiting.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      waiting.interrupt();
      assertTrue(interrupted.get(60, TimeUnit.SECONDS), "the interrupt is kept for later");
      waiting.join();
      assertFalse(waiting.isAlive());
    }
  }

  @Test
  void whatIsToSurviveAPowerCutDoesSoWhateverTheServerIsSetTo() throws Exception {
    PostgresAddress lent = Schemas.lend();
    try {
      PostgresAddress careless =
          new PostgresAddress(
              lent.host(),
              lent.port(),
              lent.database(),
              lent.schema(),
              lent.user(),
              lent.password(),
              Map.of("options", "-c synchronous_commit=off"));
      assertEquals("on", waitsForTheDisk(careless, true));
      assertEquals("off", waitsForTheDisk(careless, false));
    } finally {
      Schemas.giveBack(lent);
    }
  }

  private static String waitsForTheDisk(PostgresAddress address, boolean isDurable)
      throws SQLException {
    try (Pool pool = Pool.ofWriters(address, 1, isDurable);
        Connection connection = pool.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
      row.next();
      String set = row.getString(1);
      connection.rollback();
      return set;
    }
  }
}
