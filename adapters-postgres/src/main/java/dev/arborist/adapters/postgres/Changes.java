package dev.arborist.adapters.postgres;

import dev.arborist.adapters.sql.StatementMeter;

/** Tells whether a session has changed rows; used by one thread at a time. */
final class Changes implements StatementMeter {

  private boolean any;

  @Override
  public void countStatement() {}

  @Override
  public void countChange() {
    any = true;
  }

  boolean any() {
    return any;
  }
}
