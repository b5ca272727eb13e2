package dev.arborist.adapters.postgres.planted;

import org.sqlite.SQLiteConfig;

/** Planted: each driver stays in its own store. */
public final class KnowsSqlite {

  private KnowsSqlite() {}

  static SQLiteConfig look() {
    return new SQLiteConfig();
  }
}
