package dev.arborist.adapters.sqlite.planted;

import org.postgresql.util.PSQLException;

/** Planted: each driver stays in its own store. */
public final class KnowsPostgres {

  private KnowsPostgres() {}

  static String look(PSQLException failure) {
    return failure.getSQLState();
  }
}
