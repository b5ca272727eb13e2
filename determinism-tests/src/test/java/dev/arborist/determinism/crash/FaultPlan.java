package dev.arborist.determinism.crash;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Lets one statement fail, or all from one on; statements are counted as they are run. */
final class FaultPlan {

  /** How a statement fails. */
  enum Mode {
    BEFORE_ONCE(false, false),
    BEFORE_STICKY(false, true),
    AFTER_ONCE(true, false),
    AFTER_STICKY(true, true);

    private final boolean after;
    private final boolean sticky;

    Mode(boolean after, boolean sticky) {
      this.after = after;
      this.sticky = sticky;
    }
  }

  private final int at;
  private final Mode mode;
  private final SQLiteErrorCode code;
  private int count;
  private @Nullable String failed;

  /**
   * A plan.
   *
   * @param at which statement fails first, from 1
   */
  FaultPlan(int at, Mode mode, SQLiteErrorCode code) {
    this.at = at;
    this.mode = mode;
    this.code = code;
  }

  /** The statement that failed first; null while none has. */
  synchronized @Nullable String failed() {
    return failed;
  }

  /** Runs a statement, or fails in its place or after it. */
  synchronized Object run(String sql, Callable<Object> statement) throws Exception {
    count++;
    boolean fails = mode.sticky ? count >= at : count == at;
    if (!fails) {
      return statement.call();
    }
    if (mode.after) {
      Object result = statement.call();
      if (result instanceof AutoCloseable rows) {
        rows.close();
      }
    }
    if (failed == null) {
      failed = sql;
    }
    throw failure();
  }

  private SQLException failure() {
    return new SQLiteException("[" + code + "] a fault was planted here", code);
  }

  @Override
  public String toString() {
    return mode + " at statement " + at + " with " + code + ": " + failed;
  }
}
