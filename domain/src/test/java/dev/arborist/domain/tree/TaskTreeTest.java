package dev.arborist.domain.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TaskTreeTest {

  /** number, parent, priority of each task. */
  static TaskTree tree(long[]... rows) {
    TaskTreeBuilder builder = new TaskTreeBuilder(TreeView.TREE, rows.length);
    for (long[] row : rows) {
      builder.add(row[0], row[1], TaskStatus.READY, (int) row[2]);
    }
    return builder.build();
  }

  static String outline(TaskTree tree) {
    StringBuilder text = new StringBuilder();
    for (int node = 0; node < tree.size(); node++) {
      text.append("-".repeat(tree.depth(node))).append(tree.number(node));
      text.append(tree.isOrphan(node) ? "?" : "").append(tree.isCycle(node) ? "!" : "");
      text.append(' ');
    }
    return text.toString().strip();
  }

  @Test
  void siblingsStandByPriorityThenByNumber() {
    TaskTree tree =
        tree(
            new long[] {1, 0, 10},
            new long[] {2, 1, 500},
            new long[] {3, 1, 10_000},
            new long[] {4, 1, 500},
            new long[] {5, 0, 127},
            new long[] {6, 0, 128});
    assertEquals("6 5 1 -3 -2 -4", outline(tree));
  }

  @Test
  void childrenMayComeBeforeTheirParents() {
    assertEquals("9 -4 --2", outline(tree(row(2, 4), row(4, 9), row(9, 0))));
  }

  @Test
  void anOrphanStandsAtTheTopAndIsMarked() {
    TaskTree tree = tree(row(1, 0), row(2, 77), row(3, 2), row(1_000_000, 1));
    assertEquals("1 -1000000 2? -3", outline(tree));
  }

  @Test
  void parentsInACircleAreCutAtTheLowestAndMarked() {
    TaskTree tree = tree(row(1, 3), row(2, 1), row(3, 2), row(4, 3), row(5, 5), row(6, 0));
    assertEquals("1! -2 --3 ---4 5! 6", outline(tree));
  }

  @Test
  void nothingIsEmptyOnly() {
    TaskTree empty = tree();
    assertEquals(0, empty.size());
    assertEquals(0, new Visibility(empty).rows());
    assertTrue(empty.nodeOf(TaskNumber.of(1)).isEmpty());
  }

  @Test
  void rowsOutOfOrderAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> tree(row(2, 0), row(1, 0)));
    assertThrows(IllegalArgumentException.class, () -> tree(row(2, 0), row(2, 0)));
  }

  @Test
  void nodesAreFoundByNumber() {
    TaskTree tree = tree(row(2, 4), row(4, 9), row(9, 0), row(500, 4));
    for (int node = 0; node < tree.size(); node++) {
      assertEquals(node, tree.nodeOf(TaskNumber.of(tree.number(node))).getAsInt());
    }
    assertTrue(tree.nodeOf(TaskNumber.of(3)).isEmpty());
    BitSet some = tree.nodesOf(new long[] {1, 4, 5, 500, 501});
    assertEquals(2, some.cardinality());
    assertTrue(some.get(tree.nodeOf(TaskNumber.of(4)).getAsInt()));
    assertTrue(some.get(tree.nodeOf(TaskNumber.of(500)).getAsInt()));
  }

  @Test
  void aChainOfAMillionAndAStarOfAMillionAreLaidOut() {
    int n = 1_000_000;
    TaskTreeBuilder chain = new TaskTreeBuilder(TreeView.TREE, n);
    TaskTreeBuilder star = new TaskTreeBuilder(TreeView.TREE, n);
    for (int number = 1; number <= n; number++) {
      chain.add(number, number - 1L, TaskStatus.READY, 1);
      star.add(number, number == 1 ? 0 : 1, TaskStatus.READY, 1);
    }
    TaskTree deep = chain.build();
    assertEquals(n - 1, deep.depth(n - 1));
    assertEquals(n, deep.subtreeSize(0));
    assertTrue(deep.isLastChild(n - 1));
    TaskTree wide = star.build();
    assertEquals(1, wide.depth(n - 1));
    assertTrue(wide.isLastChild(n - 1));
    assertFalse(wide.isLastChild(n - 2));
  }

  @Test
  void randomForestsEqualASimpleReference() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + random.nextInt(40);
      long[][] rows = new long[n][];
      for (int i = 0; i < n; i++) {
        long parent = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(i + 1);
        rows[i] = new long[] {i + 1, parent == i + 1 ? 0 : parent, random.nextInt(3) * 5_000L};
      }
      assertEquals(reference(rows), outline(tree(rows)), "seed " + seed);
      assertSizes(tree(rows), seed);
    }
  }

  private static String reference(long[][] rows) {
    List<String> lines = new ArrayList<>();
    append(rows, 0, 0, lines);
    return String.join(" ", lines);
  }

  private static void append(long[][] rows, long parent, int depth, List<String> lines) {
    List<long[]> children = new ArrayList<>();
    for (long[] row : rows) {
      if (row[1] == parent) {
        children.add(row);
      }
    }
    children.sort(
        Comparator.comparingLong((long[] row) -> -row[2]).thenComparingLong(row -> row[0]));
    for (long[] child : children) {
      lines.add("-".repeat(depth) + child[0]);
      append(rows, child[0], depth + 1, lines);
    }
  }

  private static void assertSizes(TaskTree tree, int seed) {
    for (int node = 0; node < tree.size(); node++) {
      int end = node + 1;
      while (end < tree.size() && tree.depth(end) > tree.depth(node)) {
        end++;
      }
      assertEquals(end - node, tree.subtreeSize(node), "seed " + seed);
      boolean last = end == tree.size() || tree.depth(end) < tree.depth(node);
      assertEquals(last, tree.isLastChild(node), "seed " + seed + " node " + node);
    }
  }

  private static long[] row(long number, long parent) {
    return new long[] {number, parent, 5};
  }
}
