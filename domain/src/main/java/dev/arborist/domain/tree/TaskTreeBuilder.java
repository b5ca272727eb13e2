package dev.arborist.domain.tree;

import dev.arborist.domain.task.TaskStatus;
import java.util.Arrays;

/**
 * Collects tasks in ascending order of their numbers and lays them out as a {@link TaskTree}.
 *
 * <p>The layout is linear in the number of tasks and uses no recursion: a radix sort by priority, a
 * linked list of children for each parent, and one walk in pre-order. Not safe for use by several
 * threads; can be built once.
 */
public final class TaskTreeBuilder {

  private static final int NONE = -1;
  private static final int INITIAL_LABEL_BYTES = 32;
  private static final int RADIX_BITS = 7;
  private static final int RADIX = 1 << RADIX_BITS;
  private static final int DENSE_FACTOR = 4;

  private int rows;
  private long[] numbers;
  private long[] parentNumbers;
  private byte[] statuses;
  private short[] priorities;
  private int[] labelStarts;
  private byte[] labelBytes;
  private int labelEnd;

  /** A builder for about so many tasks; more may be added. */
  public TaskTreeBuilder(int expectedTasks) {
    int capacity = Math.max(16, expectedTasks);
    numbers = new long[capacity];
    parentNumbers = new long[capacity];
    statuses = new byte[capacity];
    priorities = new short[capacity];
    labelStarts = new int[capacity + 1];
    labelBytes = new byte[capacity * INITIAL_LABEL_BYTES];
  }

  /**
   * Adds a task.
   *
   * @param number its number, greater than that of the task added before
   * @param parentNumber the number of its parent, 0 for none
   * @param status its status
   * @param priority its priority in hundredths of a point
   * @param label its summary as UTF-8; copied
   * @throws IllegalArgumentException when the number is not greater than the one before
   */
  public void add(long number, long parentNumber, TaskStatus status, int priority, byte[] label) {
    if (rows > 0 && number <= numbers[rows - 1]) {
      throw new IllegalArgumentException(
          "task " + number + " came after task " + numbers[rows - 1] + ": add in ascending order");
    }
    if (rows == numbers.length) {
      grow(rows * 2);
    }
    numbers[rows] = number;
    parentNumbers[rows] = parentNumber;
    statuses[rows] = (byte) status.code();
    priorities[rows] = (short) priority;
    labelStarts[rows] = labelEnd;
    int end = Math.addExact(labelEnd, label.length);
    if (end > labelBytes.length) {
      labelBytes = Arrays.copyOf(labelBytes, (int) Math.min(Integer.MAX_VALUE - 8L, end * 2L));
    }
    System.arraycopy(label, 0, labelBytes, labelEnd, label.length);
    labelEnd = end;
    rows++;
    labelStarts[rows] = end;
  }

  private void grow(int capacity) {
    numbers = Arrays.copyOf(numbers, capacity);
    parentNumbers = Arrays.copyOf(parentNumbers, capacity);
    statuses = Arrays.copyOf(statuses, capacity);
    priorities = Arrays.copyOf(priorities, capacity);
    labelStarts = Arrays.copyOf(labelStarts, capacity + 1);
  }

  /** Lays out what was added. */
  public TaskTree build() {
    int n = rows;
    byte[] marks = new byte[n];
    int[] parents = resolveParents(marks);
    cutCycles(parents, marks);
    int[] firstChild = new int[n + 1];
    int[] nextSibling = new int[n];
    linkChildren(parents, firstChild, nextSibling);
    return walk(parents, marks, firstChild, nextSibling);
  }

  /** The row of each row's parent, or -1; a parent that is not among the rows marks an orphan. */
  private int[] resolveParents(byte[] marks) {
    int[] parents = new int[rows];
    int[] rowsByOffset = denseRows();
    for (int row = 0; row < rows; row++) {
      long parent = parentNumbers[row];
      parents[row] = parent == 0 ? NONE : rowOf(parent, rowsByOffset);
      if (parent != 0 && parents[row] == NONE) {
        marks[row] = TaskTree.ORPHAN;
      }
    }
    return parents;
  }

  /** Row + 1 by number minus the first number, when the numbers are dense enough; else empty. */
  private int[] denseRows() {
    long span = rows == 0 ? 0 : numbers[rows - 1] - numbers[0] + 1;
    if (span > (long) rows * DENSE_FACTOR) {
      return new int[0];
    }
    int[] rowsByOffset = new int[(int) span];
    for (int row = 0; row < rows; row++) {
      rowsByOffset[(int) (numbers[row] - numbers[0])] = row + 1;
    }
    return rowsByOffset;
  }

  private int rowOf(long number, int[] rowsByOffset) {
    if (rowsByOffset.length == 0) {
      int found = Arrays.binarySearch(numbers, 0, rows, number);
      return found < 0 ? NONE : found;
    }
    long offset = number - numbers[0];
    return offset < 0 || offset >= rowsByOffset.length ? NONE : rowsByOffset[(int) offset] - 1;
  }

  /** Where parents form a circle, its lowest row becomes a root and is marked. */
  private static void cutCycles(int[] parents, byte[] marks) {
    int n = parents.length;
    int first = 0;
    while (first < n && parents[first] < first) {
      first++;
    }
    if (first == n) {
      return; // every parent stands before its child, so there is no circle
    }
    int[] walkOf = new int[n];
    for (int row = first; row < n; row++) {
      int walk = row + 1;
      int node = row;
      while (node != NONE && walkOf[node] == 0) {
        walkOf[node] = walk;
        node = parents[node];
      }
      if (node != NONE && walkOf[node] == walk) {
        int lowest = lowestOnCycle(parents, node);
        parents[lowest] = NONE;
        marks[lowest] = TaskTree.CYCLE;
      }
    }
  }

  private static int lowestOnCycle(int[] parents, int onCycle) {
    int lowest = onCycle;
    for (int node = parents[onCycle]; node != onCycle; node = parents[node]) {
      lowest = Math.min(lowest, node);
    }
    return lowest;
  }

  /** Pushes rows in reverse of the siblings' order to the front of their parents' lists. */
  private void linkChildren(int[] parents, int[] firstChild, int[] nextSibling) {
    int n = rows;
    Arrays.fill(firstChild, NONE);
    int[] order = byPriority();
    for (int i = n - 1; i >= 0; i--) {
      int row = order[i];
      int list = parents[row] == NONE ? n : parents[row];
      nextSibling[row] = firstChild[list];
      firstChild[list] = row;
    }
  }

  /** Rows by priority descending, then by number: two stable counting passes of seven bits. */
  private int[] byPriority() {
    int[] order = new int[rows];
    for (int row = 0; row < rows; row++) {
      order[row] = row;
    }
    return pass(pass(order, 0), RADIX_BITS);
  }

  private int[] pass(int[] order, int shift) {
    int[] starts = new int[RADIX + 1];
    for (int row : order) {
      starts[digit(row, shift) + 1]++;
    }
    for (int digit = 0; digit < RADIX; digit++) {
      starts[digit + 1] += starts[digit];
    }
    int[] sorted = new int[order.length];
    for (int row : order) {
      sorted[starts[digit(row, shift)]++] = row;
    }
    return sorted;
  }

  private int digit(int row, int shift) {
    return RADIX - 1 - ((priorities[row] >> shift) & (RADIX - 1));
  }

  private TaskTree walk(int[] parentRows, byte[] rowMarks, int[] firstChild, int[] nextSibling) {
    int n = rows;
    long[] nodeNumbers = new long[n];
    int[] nodeParents = new int[n];
    int[] sizes = new int[n];
    int[] depths = new int[n];
    byte[] nodeStatuses = new byte[n];
    short[] nodePriorities = new short[n];
    byte[] marks = new byte[n];
    int[] starts = new int[n];
    int[] lengths = new int[n];
    int[] nodeOfRow = new int[n];
    int row = firstChild[n];
    int depth = 0;
    for (int node = 0; node < n; node++) {
      nodeOfRow[row] = node;
      nodeNumbers[node] = numbers[row];
      nodeParents[node] = parentRows[row] == NONE ? TaskTree.NO_PARENT : nodeOfRow[parentRows[row]];
      depths[node] = depth;
      nodeStatuses[node] = statuses[row];
      nodePriorities[node] = priorities[row];
      marks[node] = rowMarks[row];
      starts[node] = labelStarts[row];
      lengths[node] = labelStarts[row + 1] - labelStarts[row];
      if (firstChild[row] != NONE) {
        row = firstChild[row];
        depth++;
        continue;
      }
      sizes[node] = 1;
      while (row != NONE && nextSibling[row] == NONE) {
        row = parentRows[row];
        depth--;
        if (row != NONE) {
          sizes[nodeOfRow[row]] = node + 1 - nodeOfRow[row];
        }
      }
      if (row != NONE) {
        row = nextSibling[row];
      }
    }
    return new TaskTree(
        nodeNumbers,
        nodeParents,
        sizes,
        depths,
        nodeStatuses,
        nodePriorities,
        marks,
        nodeOfRow,
        new Labels(Arrays.copyOf(labelBytes, labelEnd), starts, lengths));
  }
}
