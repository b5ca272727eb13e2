package dev.arborist.adapters.jmh.duet;

import java.time.Duration;

/** One side of a pair cannot go on. */
final class SideFailure extends Exception {

  /** What is known before the side's output was read. */
  enum Kind {
    /** It ended, and what it printed says why. */
    ENDED,
    /** It still runs and says nothing. */
    HANGS,
    /** It does something else than what was asked for; the message says what. */
    STRAYS
  }

  private final Side side;
  private final Kind kind;
  private final Duration waited;

  /** A side that ended or does something else. */
  SideFailure(Side side, Kind kind, String message) {
    this(side, kind, message, Duration.ZERO);
  }

  private SideFailure(Side side, Kind kind, String message, Duration waited) {
    super(message);
    this.side = side;
    this.kind = kind;
    this.waited = waited;
  }

  /**
   * A side that still runs and says nothing.
   *
   * @param waited how long nothing happened
   */
  static SideFailure hangs(Side side, String message, Duration waited) {
    return new SideFailure(side, Kind.HANGS, message, waited);
  }

  Side side() {
    return side;
  }

  Kind kind() {
    return kind;
  }

  /** How long nothing happened, when it hangs. */
  Duration waited() {
    return waited;
  }
}
