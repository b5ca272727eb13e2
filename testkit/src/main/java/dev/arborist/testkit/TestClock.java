package dev.arborist.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved; safe for use by several threads. */
public final class TestClock implements InstantSource {

  /** The time that a new clock shows. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Instant now = START;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves the clock on. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }
}
