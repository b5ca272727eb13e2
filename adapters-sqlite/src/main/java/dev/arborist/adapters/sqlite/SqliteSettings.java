package dev.arborist.adapters.sqlite;

/**
 * How a queue is opened.
 *
 * @param durability what a committed change survives
 * @param meter what counts statements and steps
 */
public record SqliteSettings(Durability durability, SqliteMeter meter) {

  /** Full durability, and nothing is counted. */
  public static final SqliteSettings DEFAULT =
      new SqliteSettings(Durability.FULL, SqliteMeter.NONE);

  /** The same settings with another durability. */
  public SqliteSettings with(Durability other) {
    return new SqliteSettings(other, meter);
  }

  /** The same settings with a meter. */
  public SqliteSettings with(SqliteMeter other) {
    return new SqliteSettings(durability, other);
  }
}
