package dev.arborist.adapters.jmh.duet;

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

  SideFailure(Side side, Kind kind, String message) {
    super(message);
    this.side = side;
    this.kind = kind;
  }

  Side side() {
    return side;
  }

  Kind kind() {
    return kind;
  }
}
