package dev.arborist.domain.validation.requirement;

/** What kind of thing a quantity measures; only quantities of one dimension compare. */
public enum Dimension {
  /** Time, kept in nanoseconds. */
  TIME("a time such as \"100 ms\""),
  /** Memory, kept in bytes. */
  SIZE("a size such as \"100 MB\""),
  /** Operations in a time, kept per second. */
  RATE("a rate such as \"5000 ops/s\""),
  /** A share of a whole, kept in percent. */
  SHARE("a share such as \"100 %\""),
  /** A plain number. */
  NUMBER("a plain number such as \"1.25\"");

  private final String example;

  Dimension(String example) {
    this.example = example;
  }

  /** What a person would write, for messages. */
  public String example() {
    return example;
  }
}
