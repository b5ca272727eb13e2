package dev.arborist.adapters.sqlite;

/** What a committed change survives. */
public enum Durability {
  /** A power cut: each commit waits until the disk has it. The default. */
  FULL(2),
  /**
   * A kill, not a power cut: a process that dies loses nothing, a machine that does may lose the
   * last commits, never the order or the integrity of the rest. Several times as fast.
   */
  NORMAL(1);

  private final int pragma;

  Durability(int pragma) {
    this.pragma = pragma;
  }

  /** The value of SQLite's {@code synchronous}. */
  int pragma() {
    return pragma;
  }
}
