package dev.arborist.determinism.matrix;

/** What alone is another than usual in a JVM. */
public enum Circumstance {
  /** Nothing: each start of a JVM leaves something to chance. */
  START(""),
  LOCALE("locale"),
  ZONE("zone"),
  ENCODING("LC_ALL"),
  HASH("hash"),
  SQLITE("SQLite");

  private final String axis;

  Circumstance(String axis) {
    this.axis = axis;
  }

  /** The name of the axis on which it is another. */
  String axis() {
    return axis;
  }
}
