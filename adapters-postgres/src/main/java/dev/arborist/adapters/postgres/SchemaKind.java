package dev.arborist.adapters.postgres;

import java.util.List;

/** What a schema of ours holds: each kind has tables and a version of its own. */
enum SchemaKind {
  /** Tasks. */
  QUEUE("queue", "queue_version"),
  /** Runs of the examiner. */
  HISTORY("history", "history_version");

  private final String noun;
  private final String versionTable;

  SchemaKind(String noun, String versionTable) {
    this.noun = noun;
    this.versionTable = versionTable;
  }

  /** What people call it, to stand behind "a" in messages. */
  String noun() {
    return noun;
  }

  /** The table whose only row says the version. */
  String versionTable() {
    return versionTable;
  }

  /** What makes the tables, a script for each version. */
  List<String> scripts() {
    return switch (this) {
      case QUEUE -> List.of("schema/V001__queue.sql", "schema/V002__priority_policy.sql");
      case HISTORY -> List.of("schema/history/V001__runs.sql", "schema/history/V002__duets.sql");
    };
  }
}
