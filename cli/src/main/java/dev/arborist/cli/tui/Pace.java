package dev.arborist.cli.tui;

import java.time.Duration;

/**
 * When the queue is asked and when it is read: asked twice a second, which costs next to nothing,
 * and read for about a tenth of the time, for a large queue takes long.
 *
 * <p>Goes by a clock that nobody sets, in nanoseconds, such as {@link System#nanoTime()}.
 */
final class Pace {

  /** How often is asked whether something has changed. */
  static final Duration POLL = Duration.ofMillis(500);

  /** After something was read there is rest for so many times as long as it took. */
  private static final int REST_FACTOR = 9;

  private long askedNanos;
  private boolean hasAsked;
  private long restUntilNanos;
  private boolean rests;

  /** Whether it is time to ask. */
  boolean mayAsk(long nowNanos) {
    return nanosToAsk(nowNanos) <= 0;
  }

  /** Takes note that the queue was asked. */
  void asked(long nowNanos) {
    askedNanos = nowNanos;
    hasAsked = true;
  }

  /** How long until it is time to ask; not more than 0 when it is. */
  long nanosToAsk(long nowNanos) {
    return hasAsked ? POLL.toNanos() - (nowNanos - askedNanos) : 0;
  }

  /** Whether there was enough rest to read it again, unless a person asks for that. */
  boolean mayRead(long nowNanos) {
    rests &= restUntilNanos - nowNanos > 0;
    return !rests;
  }

  /** Takes note that somebody read for so long. */
  void read(long tookNanos, long nowNanos) {
    rest(tookNanos * REST_FACTOR, nowNanos);
  }

  /** Lets the queue alone for so long, or longer. */
  void rest(long restNanos, long nowNanos) {
    long until = nowNanos + restNanos;
    if (mayRead(nowNanos) || until - restUntilNanos > 0) {
      restUntilNanos = until;
      rests = true;
    }
  }
}
