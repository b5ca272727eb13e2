package dev.arborist.determinism.lab;

/** Something that must never happen has happened. */
public final class Violation extends AssertionError {

  private static final long serialVersionUID = 1;

  /** Says what has happened, and how to make it happen again. */
  public Violation(String message) {
    super(message);
  }

  /** Throws unless a condition holds. */
  public static void unless(boolean holds, String message) {
    if (!holds) {
      throw new Violation(message);
    }
  }
}
