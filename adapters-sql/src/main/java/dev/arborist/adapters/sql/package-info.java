/**
 * The tables of a queue in SQL, as every database understands it that a queue can be in: what a
 * store does to a row and asks of a table, but not where the database is, how a transaction runs,
 * or what the database says differently ({@link dev.arborist.adapters.sql.Dialect}).
 */
@NullMarked
package dev.arborist.adapters.sql;

import org.jspecify.annotations.NullMarked;
