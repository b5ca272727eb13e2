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
 * asked. When to renew it is a matter of the time that passes, so that a clock that is set back
 * stops nothing; only whether it is over is read off the clock, as the queue does. Safe for use by
 * several threads.
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
  private final Machine machine;
  private final Runnable whenLost;
  private Instant until;
  private long nextBeat;
  private @Nullable HoldEnd end;

  /**
   * A hold that begins.
   *
   * @param whenLost is told when it ends so that the program has to end as well
   */
  Hold(Workplace place, Claim claim, Runnable whenLost) {
    queue = place.queue();
    browser = place.browser();
    lease = place.lease();
    machine = place.machine();
    this.whenLost = whenLost;
    number = claim.details().task().number();
    token = claim.token();
    Duration third = lease.dividedBy(BEATS_PER_LEASE);
    interval = third.compareTo(BEAT_MAX) < 0 ? third : BEAT_MAX;
    until = claim.leaseUntil();
    nextBeat = in(interval);
  }

  TaskNumber number() {
    return number;
  }

  long token() {
    return token;
  }

  /** In how long the lease is to be renewed; at its end at the latest, even if it is no use. */
  synchronized Duration untilNextBeat() {
    Duration untilBeat = Duration.ofNanos(nextBeat - machine.nanoTime().getAsLong());
    Duration untilEnd = Duration.between(machine.clock().instant(), until);
    return untilBeat.compareTo(untilEnd) < 0 ? untilBeat : untilEnd;
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
        nextBeat = in(interval);
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
    Instant over;
    synchronized (this) {
      over = until;
      nextBeat = in(AFTER_STORAGE_FAILURE);
    }
    if (!machine.clock().instant().isBefore(over)) {
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

  private long in(Duration time) {
    return machine.nanoTime().getAsLong() + time.toNanos();
  }
}
