package dev.arborist.domain.tree;

import java.util.Arrays;

/**
 * The tasks of a tree in the making, by ascending number; after them, one row for each group.
 *
 * <p>Only what the view needs is kept.
 */
final class TreeRows {

  static final int NONE = -1;

  /** The status of a row that is no task. */
  static final byte NO_STATUS = -1;

  private static final int DENSE_FACTOR = 4;

  int size;
  long[] numbers;
  long[] parentNumbers;
  byte[] statuses;
  short[] priorities;
  long[] createdMicros;

  /** Whether no number is missing between the first and the last, as in a queue never pruned. */
  private boolean isConsecutive;

  /** Row + 1 by number minus the first number, once asked for; empty when numbers are sparse. */
  private int[] rowsByOffset = {};

  TreeRows(TreeView view, int expected) {
    int capacity = Math.max(16, expected);
    numbers = new long[capacity];
    parentNumbers = new long[capacity];
    statuses = new byte[capacity];
    priorities = new short[capacity];
    createdMicros = new long[view == TreeView.TIMELINE ? capacity : 0];
  }

  void grow(int capacity) {
    numbers = Arrays.copyOf(numbers, capacity);
    parentNumbers = Arrays.copyOf(parentNumbers, capacity);
    statuses = Arrays.copyOf(statuses, capacity);
    priorities = Arrays.copyOf(priorities, capacity);
    if (createdMicros.length > 0) {
      createdMicros = Arrays.copyOf(createdMicros, capacity);
    }
  }

  /** Prepares for many look-ups by number among the rows there are. */
  void index() {
    long span = size == 0 ? 0 : numbers[size - 1] - numbers[0] + 1;
    isConsecutive = size > 0 && span == size;
    if (isConsecutive || span > (long) size * DENSE_FACTOR) {
      return;
    }
    rowsByOffset = new int[(int) span];
    for (int row = 0; row < size; row++) {
      rowsByOffset[(int) (numbers[row] - numbers[0])] = row + 1;
    }
  }

  /** The number of a task; computed where it can be, which spares a look far away in memory. */
  long number(int row) {
    return isConsecutive ? numbers[0] + row : numbers[row];
  }

  /** The row of a task, or {@link #NONE}. */
  int rowOf(long number) {
    if (isConsecutive) {
      long row = number - numbers[0];
      return row < 0 || row >= size ? NONE : (int) row;
    }
    if (rowsByOffset.length == 0) {
      int found = Arrays.binarySearch(numbers, 0, size, number);
      return found < 0 ? NONE : found;
    }
    long offset = number - numbers[0];
    return offset < 0 || offset >= rowsByOffset.length ? NONE : rowsByOffset[(int) offset] - 1;
  }
}
