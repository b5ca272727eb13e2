package dev.arborist.determinism.process;

import java.util.List;

/** What befalls a server and those who work on its queue. */
enum Mishap {
  /** A worker is killed, and another takes its place. */
  KILL("kills"),
  /** A worker is stopped for longer than its lease. */
  STOP("stops past a lease"),
  /** The server ends the connections of all. */
  CUT("cuts of all connections"),
  /** The server ends some connections in the middle of their commit. */
  CUT_COMMITS("cuts in commits"),
  /** A process of the server is killed, so that it ends all others and recovers. */
  CRASH("crashes of the server"),
  /** The server is killed with all its processes, and started again. */
  SERVER_KILL("kills of the server");

  /** In which order they come, again and again; the first ones are those of a canary's run. */
  private static final List<Mishap> TURNS =
      List.of(
          CUT_COMMITS,
          SERVER_KILL,
          CUT,
          SERVER_KILL,
          KILL,
          STOP,
          CUT_COMMITS,
          KILL,
          CRASH,
          CUT,
          STOP,
          KILL,
          CUT_COMMITS,
          KILL,
          SERVER_KILL,
          CUT,
          STOP,
          CRASH,
          KILL,
          CUT);

  private final String plural;

  Mishap(String plural) {
    this.plural = plural;
  }

  /** The one whose turn it is, from 0. */
  static Mishap ofTurn(int turn) {
    return TURNS.get(turn % TURNS.size());
  }

  /** What several of it are called. */
  String plural() {
    return plural;
  }
}
