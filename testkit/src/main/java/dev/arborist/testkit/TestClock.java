package dev.arborist.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved; safe for use by several threads. */
public final class TestClock implements InstantSource {

  /** The time that a new clock shows. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Instant now = START;
  private long nanos;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** A clock that nobody sets, in nanoseconds; it moves on with this one. */
  public synchronized long nanos() {
    return nanos;
  }

  /** Moves the clock on. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
    nanos += by.toNanos();
  }

  /** Sets the clock, as its owner may do; what goes by {@link #nanos()} does not notice. */
  public synchronized void set(Instant to) {
    now = to;
  }
}
