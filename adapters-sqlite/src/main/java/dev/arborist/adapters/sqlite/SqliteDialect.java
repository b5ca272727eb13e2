package dev.arborist.adapters.sqlite;

import dev.arborist.adapters.sql.Dialect;

/** SQLite's words. A transaction that writes is the only one, so nothing needs a lock. */
final class SqliteDialect implements Dialect {

  static final SqliteDialect INSTANCE = new SqliteDialect();

  private SqliteDialect() {}

  @Override
  public String index(String name) {
    return "INDEXED BY " + name;
  }

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

  /** The planner goes by what the statements say. */
  @Override
  public String noIndex(String column) {
    return column;
  }

  @Override
  public String onceBegin() {
    return "";
  }

  @Override
  public String onceEnd() {
    return "";
  }

  @Override
  public String like() {
    return "LIKE";
  }

  @Override
  public String least() {
    return "min";
  }

  @Override
  public String placeIn() {
    return "instr";
  }

  @Override
  public String noLimit() {
    return "-1";
  }

  /** The subquery that it stands in gives the rows in order. */
  @Override
  public String joined(String column) {
    return "group_concat(" + column + ")";
  }

  @Override
  public String each(String parameter) {
    return "SELECT value FROM json_each(:" + parameter + ")";
  }

  /** Rows are stepped through as they are read. */
  @Override
  public int fetchRows() {
    return 0;
  }

  @Override
  public int fetchLongRows() {
    return 0;
  }
}
