package dev.arborist.adapters.sqlite;

/** What a database of ours holds; the file's header says which. */
public enum DatabaseKind {
  /** Tasks; "Arbo" in ASCII. */
  QUEUE("queue", 0x4172626F, "create one with init"),
  /** Runs of the examiner; "ArbH" in ASCII. */
  HISTORY("history", 0x41726248, "save a run to begin one");

  private final String noun;
  private final int applicationId;
  private final String beginning;

  DatabaseKind(String noun, int applicationId, String beginning) {
    this.noun = noun;
    this.applicationId = applicationId;
    this.beginning = beginning;
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
}
