package dev.arborist.domain.tree;

/**
 * The texts of a tree's nodes as UTF-8 in one array, exactly as stored and not safe to show.
 *
 * <p>One array instead of a String a task saves 60 bytes a task and lets a renderer copy bytes.
 */
public final class Labels {

  private final byte[] bytes;
  private final int[] starts;
  private final int[] lengths;

  Labels(byte[] bytes, int[] starts, int[] lengths) {
    this.bytes = bytes;
    this.starts = starts;
    this.lengths = lengths;
  }

  /** The array that holds all labels; callers must not write to it. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the node's label starts in {@link #bytes()}. */
  public int start(int node) {
    return starts[node];
  }

  /** How many bytes the node's label has. */
  public int length(int node) {
    return lengths[node];
  }
}
