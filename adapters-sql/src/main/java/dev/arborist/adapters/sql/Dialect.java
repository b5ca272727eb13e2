package dev.arborist.adapters.sql;

/**
 * What databases say differently.
 *
 * <p>The common statements name these words in braces, such as <code>{index task_due}</code> or
 * <code>{lock t}</code>, and are otherwise the SQL that all of them understand. A dialect belongs
 * to a kind of session: one that only reads locks nothing.
 */
public interface Dialect {

  /** Says behind a table which of its indexes is to be used; empty to leave it to the planner. */
  String index(String name);

  /**
   * Says at the end of a SELECT that the rows it reads from this table are kept from others until
   * the transaction ends; empty where a transaction that writes is alone anyway.
   */
  String lock(String alias);

  /** As {@link #lock}, but others may lock and change the rows, and only not delete them. */
  String keep(String alias);

  /** As {@link #lock}, and leaves out the rows that another transaction keeps. */
  String lockFree(String alias);

  /** A column in a condition by which no index is to be searched. */
  String noIndex(String column);

  /** Stands before a subquery that must not be run again for each row, however it is planned. */
  String onceBegin();

  /** Stands behind it; it gives numbers. */
  String onceEnd();

  /** The operator that matches patterns, whatever the case of ASCII letters. */
  String like();

  /** The function that gives the least of its arguments. */
  String least();

  /** The function that says where in its first argument the second stands, 0 when it does not. */
  String placeIn();

  /** The limit that is none. */
  String noLimit();

  /** The numbers of a column, ascending and with commas between, as an aggregate. */
  String joined(String column);

  /** A SELECT of the texts in a JSON array that a parameter holds. */
  String each(String parameter);

  /** How many rows of a large result are fetched at a time; 0 for all. */
  int fetchRows();

  /** The same where rows hold prompts, results or documents, which may be megabytes long. */
  int fetchLongRows();
}
