package dev.arborist.adapters.sqlite;

import java.util.List;

/** What a database of ours holds; the file's header says which. */
public enum DatabaseKind {
  /** Tasks; "Arbo" in ASCII. */
  QUEUE(
      "queue",
      0x4172626F,
      "create one with init",
      List.of(
          "schema/V001__tasks.sql",
          "schema/V002__history_and_queries.sql",
          "schema/V003__source_in_claim_order.sql",
          "schema/V004__priority_policy.sql")),
  /** Runs of the examiner; "ArbH" in ASCII. */
  HISTORY(
      "history",
      0x41726248,
      "save a run to begin one",
      List.of("history/schema/V001__runs.sql", "history/schema/V002__duets.sql"));

  private final String noun;
  private final int applicationId;
  private final String beginning;

  @SuppressWarnings("ImmutableEnumChecker") // what List.of makes cannot be changed
  private final List<String> scripts;

  DatabaseKind(String noun, int applicationId, String beginning, List<String> scripts) {
    this.noun = noun;
    this.applicationId = applicationId;
    this.beginning = beginning;
    this.scripts = scripts;
  }

  /** What people call it, to stand behind "a" in messages. */
  String noun() {
    return noun;
  }

  /** The application_id in the header of every such file. */
  int applicationId() {
    return applicationId;
  }

  /** What to do when there is none. */
  String beginning() {
    return beginning;
  }

  /** The resources beside this class that make its tables, in the order of their versions. */
  List<String> scripts() {
    return scripts;
  }
}
