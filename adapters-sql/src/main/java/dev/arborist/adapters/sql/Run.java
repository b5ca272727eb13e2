package dev.arborist.adapters.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One prepared statement of one connection: its parameters are set by name, then it is run.
 *
 * <p>Rows are all read before a method returns, so that no statement is left half read: a half-read
 * one holds its transaction open. Used by one thread at a time, as its connection is.
 */
public final class Run {

  /** Makes a value of a row. */
  public interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private final Sql sql;
  private final PreparedStatement statement;
  private final StatementMeter meter;

  Run(Sql sql, PreparedStatement statement, StatementMeter meter) {
    this.sql = sql;
    this.statement = statement;
    this.meter = meter;
  }

  public Run set(String name, long value) {
    try {
      for (int position : sql.positions(name)) {
        statement.setLong(position, value);
      }
      return this;
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  public Run set(String name, @Nullable Long value) {
    return value == null ? setNull(name) : set(name, value.longValue());
  }

  public Run set(String name, @Nullable String value) {
    try {
      for (int position : sql.positions(name)) {
        statement.setString(position, value);
      }
      return this;
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** A driver may keep the array until the statement has run: give it a fresh one. */
  public Run set(String name, byte[] value) {
    try {
      for (int position : sql.positions(name)) {
        statement.setBytes(position, value);
      }
      return this;
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** A floating-point number; "not a number" is stored as null, since not every database has it. */
  public Run setNumber(String name, double value) {
    try {
      for (int position : sql.positions(name)) {
        if (Double.isNaN(value)) {
          statement.setNull(position, Types.DOUBLE);
        } else {
          statement.setDouble(position, value);
        }
      }
      return this;
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  private Run setNull(String name) {
    try {
      for (int position : sql.positions(name)) {
        statement.setNull(position, Types.NULL);
      }
      return this;
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** Runs a statement that returns nothing. */
  public void execute() {
    meter.countStatement();
    meter.countChange();
    try {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** Keeps the parameters for {@link #executeBatch}. */
  public void addBatch() {
    try {
      statement.addBatch();
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  void forgetBatch() {
    try {
      statement.clearBatch();
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  public void executeBatch() {
    meter.countChange();
    try {
      for (int ignored : statement.executeBatch()) {
        meter.countStatement();
      }
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  public <T> List<T> list(Mapper<T> mapper) {
    meter.countStatement();
    try (ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(mapper.map(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  public <T> Optional<T> first(Mapper<T> mapper) {
    meter.countStatement();
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** Whether a row meets the condition; later rows are not read. */
  public boolean any(Mapper<Boolean> condition) {
    meter.countStatement();
    try (ResultSet rows = statement.executeQuery()) {
      boolean met = false;
      while (!met && rows.next()) {
        met = condition.map(rows);
      }
      return met;
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** The first column of the only row. */
  public long number() {
    return first(row -> row.getLong(1))
        .orElseThrow(() -> new IllegalStateException("no row from " + sql));
  }
}
