package dev.arborist.perf.server;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Claim;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** One of those who work a queue off; used by one thread. */
interface Caller extends AutoCloseable {

  /** How long a task is held at most. */
  Duration LEASE = Duration.ofMinutes(10);

  /** Takes the first ready task and completes it, in two units of work. */
  void claimComplete() throws SQLException;

  @Override
  void close() throws SQLException;

  /** A caller of a queue that others of the process call as well, and that its owner closes. */
  static Caller of(TaskQueue queue, String worker) {
    return new Caller() {
      @Override
      public void claimComplete() {
        List<Claim> claims = queue.claim(worker, 1, LEASE);
        if (claims.isEmpty()) {
          throw new IllegalStateException("the tasks ran out while they were measured");
        }
        Claim claim = claims.get(0);
        queue.complete(claim.details().task().number(), claim.token(), null);
      }

      @Override
      public void close() {
        // the queue is others'
      }
    };
  }
}
