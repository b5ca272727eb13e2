package dev.arborist.adapters.jmh.duet;

/** The two places of a pair. */
enum Side {
  /** Where the old version runs. */
  BASELINE("the baseline"),
  /** Where the new version runs, or the old one once more in a control. */
  CANDIDATE("the candidate");

  private final String words;

  Side(String words) {
    this.words = words;
  }

  /** Names the side in an error. */
  String words() {
    return words;
  }
}
