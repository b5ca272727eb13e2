package dev.arborist.domain.tree;

/**
 * The order in which rows stand beside each other: a radix sort, stable, so that what is equal
 * stays in the order of numbers.
 */
final class SiblingOrder {

  private static final int RADIX_BITS = 7;
  private static final int RADIX = 1 << RADIX_BITS;

  private SiblingOrder() {}

  /** Seven bits of the key by which a row is sorted, ascending. */
  private interface Digits {
    int digit(int row, int shift);
  }

  /** The rows of the tasks in the view's order. */
  static int[] of(TreeView view, TreeRows rows) {
    return switch (view) {
      case TREE, DEPENDENCY, BRANCH, FLAT -> byPriority(rows);
      case TIMELINE -> byCreation(rows);
    };
  }

  /** The highest first; a priority has 14 bits. */
  private static int[] byPriority(TreeRows rows) {
    short[] priorities = rows.priorities;
    Digits digits = (row, shift) -> RADIX - 1 - ((priorities[row] >> shift) & (RADIX - 1));
    return pass(pass(ascending(rows.size), digits, 0), digits, RADIX_BITS);
  }

  /** The earliest first, which mostly is the order of numbers already. */
  private static int[] byCreation(TreeRows rows) {
    long[] created = rows.createdMicros;
    int[] order = ascending(rows.size);
    long earliest = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    boolean sorted = true;
    for (int row = 0; row < rows.size; row++) {
      sorted &= created[row] >= latest;
      earliest = Math.min(earliest, created[row]);
      latest = Math.max(latest, created[row]);
    }
    if (sorted) {
      return order;
    }
    long first = earliest;
    Digits digits = (row, shift) -> (int) ((created[row] - first) >>> shift) & (RADIX - 1);
    for (int shift = 0; shift < Long.SIZE && (latest - first) >>> shift != 0; shift += RADIX_BITS) {
      order = pass(order, digits, shift);
    }
    return order;
  }

  private static int[] ascending(int rows) {
    int[] order = new int[rows];
    for (int row = 0; row < rows; row++) {
      order[row] = row;
    }
    return order;
  }

  private static int[] pass(int[] order, Digits digits, int shift) {
    int[] starts = new int[RADIX + 1];
    for (int row : order) {
      starts[digits.digit(row, shift) + 1]++;
    }
    for (int digit = 0; digit < RADIX; digit++) {
      starts[digit + 1] += starts[digit];
    }
    int[] sorted = new int[order.length];
    for (int row : order) {
      sorted[starts[digits.digit(row, shift)]++] = row;
    }
    return sorted;
  }
}
