package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.Dialect;

/**
 * PostgreSQL's words. What a unit of work that writes has read is kept from others until it ends,
 * since others write at the same time; who only reads has a snapshot and locks nothing.
 *
 * <p>The lock leaves the key alone, so that a child can be added to a task that is locked.
 */
enum PostgresDialect implements Dialect {
  READING {
    @Override
    public String lock(String alias) {
      return "";
    }

    @Override
    public String keep(String alias) {
      return "";
    }

    @Override
    public String lockFree(String alias) {
      return "";
    }
  },

  WRITING {
    @Override
    public String lock(String alias) {
      return "FOR NO KEY UPDATE OF " + alias;
    }

    @Override
    public String keep(String alias) {
      return "FOR KEY SHARE OF " + alias;
    }

    @Override
    public String lockFree(String alias) {
      return lock(alias) + " SKIP LOCKED";
    }
  };

  private static final int FETCH_ROWS = 5_000;
  private static final int FETCH_LONG_ROWS = 32;

  /** The planner has statistics of its own. */
  @Override
  public String index(String name) {
    return "";
  }

  @Override
  public String noIndex(String column) {
    return column + " + 0";
  }

  /** A subquery that locks and is run twice takes more rows than its limit. */
  @Override
  public String onceBegin() {
    return "WITH chosen AS MATERIALIZED (";
  }

  @Override
  public String onceEnd() {
    return ") SELECT number FROM chosen";
  }

  /** With the collation "C" of every column it knows the cases of ASCII letters only. */
  @Override
  public String like() {
    return "ILIKE";
  }

  @Override
  public String least() {
    return "least";
  }

  @Override
  public String placeIn() {
    return "strpos";
  }

  @Override
  public String noLimit() {
    return "ALL";
  }

  @Override
  public String joined(String column) {
    return "string_agg(CAST(" + column + " AS text), ',' ORDER BY " + column + ")";
  }

  @Override
  public String each(String parameter) {
    return "SELECT json_array_elements_text(CAST(:" + parameter + " AS json))";
  }

  /** The driver would collect all rows otherwise. */
  @Override
  public int fetchRows() {
    return FETCH_ROWS;
  }

  @Override
  public int fetchLongRows() {
    return FETCH_LONG_ROWS;
  }
}
