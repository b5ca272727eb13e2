package dev.arborist.determinism.hostile;

import java.util.List;

/** What a hostile program could put into a queue, whose header stays as it was. */
final class HostileSchema {

  /** Statements for each. */
  static final List<List<String>> ALL =
      List.of(
          List.of(
              "CREATE TRIGGER t AFTER INSERT ON task BEGIN DELETE FROM task WHERE number = 1; END"),
          List.of("CREATE TRIGGER t AFTER UPDATE ON task BEGIN UPDATE task SET status = 4; END"),
          List.of(
              "PRAGMA recursive_triggers = ON",
              "CREATE TRIGGER t AFTER UPDATE ON task"
                  + " BEGIN UPDATE task SET failures = failures + 1; END"),
          List.of(
              "CREATE TRIGGER t BEFORE INSERT ON task BEGIN SELECT RAISE(ABORT, 'two\n"
                  + "lines'); END"),
          List.of("CREATE TRIGGER t BEFORE INSERT ON task BEGIN SELECT RAISE(ROLLBACK, ''); END"),
          List.of("CREATE TRIGGER t BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END"),
          List.of(
              "CREATE TRIGGER \"a\u001b[31m\nb\" AFTER INSERT ON event"
                  + " BEGIN DELETE FROM event; DELETE FROM task_text; END"),
          List.of("CREATE VIEW v AS SELECT * FROM task"),
          List.of("ALTER TABLE event RENAME TO e", "CREATE VIEW event AS SELECT * FROM e"),
          List.of(
              "ALTER TABLE event RENAME TO e",
              "CREATE VIEW event AS SELECT * FROM e",
              "CREATE TRIGGER t INSTEAD OF INSERT ON event BEGIN SELECT 1; END"),
          List.of("CREATE UNIQUE INDEX i ON task (summary)"),
          List.of("CREATE INDEX i ON task (abs(number - 3 - 9223372036854775807 - 1))"),
          List.of("DROP INDEX task_by_id"),
          List.of("DROP TABLE dependency"),
          List.of("ALTER TABLE task DROP COLUMN session"),
          List.of("ALTER TABLE event ADD COLUMN more TEXT DEFAULT 'x'"),
          List.of(
              "ALTER TABLE event ADD COLUMN twice INTEGER GENERATED ALWAYS AS (at * 2) VIRTUAL"),
          List.of(
              "DROP TABLE status_count", "CREATE TABLE status_count (status, tasks, priority_sum)"),
          List.of("CREATE TABLE child (x REFERENCES task (number) ON DELETE RESTRICT)"),
          List.of("CREATE VIRTUAL TABLE words USING fts5(text)"),
          List.of(
              "PRAGMA writable_schema = ON",
              "UPDATE sqlite_schema SET sql = 'CREATE TABLE event (a)' WHERE name = 'event'"),
          List.of("PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET sql = 'rubbish'"),
          List.of("PRAGMA writable_schema = ON", "DELETE FROM sqlite_schema"));

  private HostileSchema() {}
}
