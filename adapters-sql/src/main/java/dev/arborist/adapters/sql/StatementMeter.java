package dev.arborist.adapters.sql;

/** Is told what a session asks of its database. */
public interface StatementMeter {

  /** Counts nothing. */
  StatementMeter NONE =
      new StatementMeter() {
        @Override
        public void countStatement() {}

        @Override
        public void countChange() {}
      };

  /** A statement is run, whatever it does. */
  void countStatement();

  /** A statement that changes rows is run. */
  void countChange();
}
