package dev.arborist.domain.tree;

import java.util.Arrays;

/** Which tasks wait for which, by ascending numbers; rows once {@link #toRows} was called. */
final class TreeEdges {

  private static final int CAPACITY = 16;

  int size;
  long[] dependents = new long[CAPACITY];
  long[] prerequisites = new long[CAPACITY];

  void add(long dependent, long prerequisite) {
    if (size > 0 && compareToLast(dependent, prerequisite) <= 0) {
      throw new IllegalArgumentException(
          "that task " + dependent + " waits for " + prerequisite + " came out of order");
    }
    if (size == dependents.length) {
      dependents = Arrays.copyOf(dependents, size * 2);
      prerequisites = Arrays.copyOf(prerequisites, size * 2);
    }
    dependents[size] = dependent;
    prerequisites[size++] = prerequisite;
  }

  private int compareToLast(long dependent, long prerequisite) {
    return dependent == dependents[size - 1]
        ? Long.compare(prerequisite, prerequisites[size - 1])
        : Long.compare(dependent, dependents[size - 1]);
  }

  /** Replaces each number by its row; edges of tasks that are not among the rows are left out. */
  void toRows(TreeRows rows) {
    int kept = 0;
    for (int edge = 0; edge < size; edge++) {
      int dependent = rows.rowOf(dependents[edge]);
      if (dependent != TreeRows.NONE) {
        dependents[kept] = dependent;
        prerequisites[kept++] = rows.rowOf(prerequisites[edge]);
      }
    }
    size = kept;
  }
}
