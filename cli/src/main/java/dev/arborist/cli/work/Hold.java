package dev.arborist.cli.work;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.RefusedException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.UnknownTaskException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lease under which one task is held, renewed until it ends.
 *
 * <p>It ends when the queue refuses the token, or when the lease is over and the queue could not be
 * asked. Safe for use by several threads.
 */
final class Hold {

  /** A lease is renewed when a third of it is over, so that two renewals may fail. */
  private static final int BEATS_PER_LEASE = 3;

  /** At least so often, because a renewal is how a worker learns that its task was cancelled. */
  private static final Duration BEAT_MAX = Duration.ofSeconds(5);

  private static final Duration AFTER_STORAGE_FAILURE = Duration.ofMillis(500);

  private final TaskQueue queue;
  private final TaskBrowser browser;
  private final TaskNumber number;
  private final long token;
  private final Duration lease;
  private final Duration interval;
  private final Runnable whenLost;
  private Instant until;
  private Instant nextBeat;
  private @Nullable HoldEnd end;

  /**
   * A hold that begins.
   *
   * @param whenLost is told when it ends so that the program has to end as well
   */
  Hold(TaskQueue queue, TaskBrowser browser, Claim claim, Duration lease, Runnable whenLost) {
    this.queue = queue;
    this.browser = browser;
    this.lease = lease;
    this.whenLost = whenLost;
    number = claim.details().task().number();
    token = claim.token();
    Duration third = lease.dividedBy(BEATS_PER_LEASE);
    interval = third.compareTo(BEAT_MAX) < 0 ? third : BEAT_MAX;
    until = claim.leaseUntil();
    nextBeat = earlier(Instant.now().plus(interval), until);
  }

  TaskNumber number() {
    return number;
  }

  long token() {
    return token;
  }

  /** When the lease is to be renewed next; at its end, when it cannot be made longer. */
  synchronized Instant nextBeat() {
    return nextBeat;
  }

  /** Why it has ended; null while the task is held, for all that is known. */
  synchronized @Nullable HoldEnd end() {
    return end;
  }

  /** Renews the lease. */
  void beat() {
    try {
      Instant renewed = queue.heartbeat(number, token, lease);
      synchronized (this) {
        until = renewed;
        nextBeat = earlier(Instant.now().plus(interval), renewed);
      }
    } catch (RefusedException | UnknownTaskException e) {
      refused();
    } catch (StorageException e) {
      failed(e);
    }
  }

  /** The queue has refused the token: finds out why. */
  void refused() {
    end(HoldEnd.lookUp(browser, number, token));
  }

  private void failed(StorageException failure) {
    Instant now = Instant.now();
    Instant over;
    synchronized (this) {
      over = until;
      nextBeat = earlier(now.plus(AFTER_STORAGE_FAILURE), over);
    }
    if (!now.isBefore(over)) {
      end(HoldEnd.lost("its lease ran out unrenewed; " + failure.getMessage()));
    }
  }

  private void end(HoldEnd why) {
    synchronized (this) {
      if (end != null) {
        return;
      }
      end = why;
    }
    if (!why.mayGoOn()) {
      whenLost.run();
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
