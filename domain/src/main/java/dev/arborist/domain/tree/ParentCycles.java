package dev.arborist.domain.tree;

/** Cuts circles of parents open, each at its lowest row, which then stands at the top. */
final class ParentCycles {

  private ParentCycles() {}

  /**
   * Cuts every circle.
   *
   * @param parents the row of each row's parent, changed where a circle is cut
   * @param marks where the cut rows are marked
   */
  static void cut(int[] parents, byte[] marks) {
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
      while (node != TreeRows.NONE && walkOf[node] == 0) {
        walkOf[node] = walk;
        node = parents[node];
      }
      if (node != TreeRows.NONE && walkOf[node] == walk) {
        int lowest = lowestOnCycle(parents, node);
        parents[lowest] = TreeRows.NONE;
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
}
