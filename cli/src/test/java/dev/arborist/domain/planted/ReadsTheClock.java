package dev.arborist.domain.planted;

import java.time.Instant;

/** Planted: time is a parameter. */
public final class ReadsTheClock {

  private ReadsTheClock() {}

  static Instant look() {
    return Instant.now();
  }
}
