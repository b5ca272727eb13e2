package dev.arborist.adapters.sqlite;

import dev.arborist.adapters.sql.StatementMeter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import org.sqlite.ProgressHandler;

/**
 * Counts what a store asks of SQLite: statements, and steps of SQLite's virtual machine.
 *
 * <p>Both are exact and the same in every run, however busy the machine is, which times are not.
 * Counting steps costs about as much again as the steps themselves, so a meter is for measuring.
 * Safe for use by several threads.
 */
public class SqliteMeter implements StatementMeter {

  /** Counts nothing, at no cost. */
  static final SqliteMeter NONE =
      new SqliteMeter() {
        @Override
        public void countStatement() {}

        @Override
        void attach(Connection connection) {}
      };

  private final LongAdder statements = new LongAdder();
  private final LongAdder steps = new LongAdder();

  /** A meter that has counted nothing. */
  public SqliteMeter() {}

  /** How many statements have been run, transactions' own included. */
  public long statements() {
    return statements.sum();
  }

  /** How many steps the virtual machine has taken. */
  public long steps() {
    return steps.sum();
  }

  @Override
  public void countStatement() {
    statements.increment();
  }

  /** What changes rows is a statement as any other. */
  @Override
  public void countChange() {}

  void attach(Connection connection) throws SQLException {
    ProgressHandler.setHandler(
        connection,
        1,
        new ProgressHandler() {
          @Override
          protected int progress() {
            steps.increment();
            return 0;
          }
        });
  }
}
