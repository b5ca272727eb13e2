package dev.arborist.domain.tree;

/**
 * The labels of some rows as UTF-8 in one array, exactly as stored and not safe to show.
 *
 * <p>One array instead of a String a task saves 60 bytes a task and lets a renderer copy bytes.
 *
 * @param bytes the array that holds all labels; nobody writes to it
 * @param starts where the label of each row starts
 * @param lengths how many bytes it has; {@link #GONE} for a task that is no longer there
 */
// Rows of a screen, not values to compare: identity is enough.
@SuppressWarnings("ArrayRecordComponent")
public record Labels(byte[] bytes, int[] starts, int[] lengths) {

  /** The length of a label whose task was deleted since its number was read. */
  public static final int GONE = -1;
}
