package dev.arborist.domain.tree;

import java.util.Arrays;

/**
 * The labels of all tasks of a tree, for a reader who wants to see every row.
 *
 * <p>Immutable. The bytes of the labels and 8 bytes a task.
 */
public final class LoadedLabels implements LabelSource {

  private final byte[] bytes;
  private final int[] starts;
  private final int[] lengths;

  private LoadedLabels(byte[] bytes, int[] starts, int[] lengths) {
    this.bytes = bytes;
    this.starts = starts;
    this.lengths = lengths;
  }

  @Override
  public Labels read(TaskTree tree, int[] nodes, int count) {
    int[] someStarts = new int[count];
    int[] someLengths = new int[count];
    for (int i = 0; i < count; i++) {
      someStarts[i] = starts[nodes[i]];
      someLengths[i] = lengths[nodes[i]];
    }
    return new Labels(bytes, someStarts, someLengths);
  }

  /** Collects labels in the order in which the tasks are added to a {@link TaskTreeBuilder}. */
  public static final class Collector {

    private static final int BYTES_A_LABEL = 40;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private int rows;
    private int[] ends;
    private byte[] bytes;

    /** A collector for about so many labels; more may be added. */
    public Collector(int expected) {
      int capacity = Math.max(16, expected);
      ends = new int[capacity];
      bytes = new byte[(int) Math.min((long) capacity * BYTES_A_LABEL, LONGEST_ARRAY)];
    }

    /**
     * Adds the label of the next task.
     *
     * @param label its UTF-8; copied
     * @throws ArithmeticException when all labels together exceed 2 GiB
     */
    public void add(byte[] label) {
      int start = rows == 0 ? 0 : ends[rows - 1];
      int end = Math.addExact(start, label.length);
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(LONGEST_ARRAY, end * 2L));
      }
      if (rows == ends.length) {
        ends = Arrays.copyOf(ends, rows * 2);
      }
      System.arraycopy(label, 0, bytes, start, label.length);
      ends[rows++] = end;
    }

    /**
     * The labels of this tree's tasks.
     *
     * @param tree built from the same tasks, added in the same order
     */
    public LoadedLabels build(TaskTree tree) {
      if (tree.taskCount() != rows) {
        throw new IllegalArgumentException(
            rows + " labels do not belong to " + tree.taskCount() + " tasks");
      }
      int[] starts = new int[tree.size()];
      int[] lengths = new int[tree.size()];
      for (int row = 0; row < rows; row++) {
        int node = tree.nodeOfRow(row);
        int start = row == 0 ? 0 : ends[row - 1];
        starts[node] = start;
        lengths[node] = ends[row] - start;
      }
      return new LoadedLabels(bytes, starts, lengths);
    }
  }
}
