package dev.arborist.turns;

/**
 * The bytes that begin each message between a JVM and its arbiter.
 *
 * <p>A JVM introduces itself once. Then, for each iteration, it is ready, is given the turn,
 * reports what it measured and is released: neither goes on before both have had their turn, so
 * that what JMH does between iterations disturbs nobody.
 */
public final class TurnSignals {

  /** Which version of these messages is spoken. */
  public static final int VERSION = 1;

  /**
   * From the JVM, once: the version, the token, the benchmark, its mode, its parameters (their
   * count, then name and value of each), its threads and the version of JMH.
   */
  public static final int INTRODUCTION = 'I';

  /** From the JVM: an iteration may begin; a boolean says whether it is one of the warm-up. */
  public static final int READY = 'Y';

  /** To the JVM: it has the turn. */
  public static final int TURN = 'T';

  /**
   * From the JVM, after an iteration: the score and its unit, the operations measured, all
   * operations, the bytes allocated by all, the time that threads waited for a processor (-1 where
   * either is not known), and the other results (their count, then name, unit and value of each).
   */
  public static final int REPORT = 'R';

  /** To the JVM: both have had their turn. */
  public static final int RELEASE = 'L';

  private TurnSignals() {}
}
