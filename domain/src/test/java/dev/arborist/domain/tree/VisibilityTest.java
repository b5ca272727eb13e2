package dev.arborist.domain.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VisibilityTest {

  static TaskTree random(SplittableRandom random, int n) {
    long[][] rows = new long[n][];
    for (int i = 0; i < n; i++) {
      long parent = random.nextInt(5) == 0 ? 0 : random.nextInt(i + 1);
      rows[i] = new long[] {i + 1, parent, 5};
    }
    return TaskTreeTest.tree(rows);
  }

  static List<Integer> visibleByWalking(TaskTree tree, Visibility visibility) {
    List<Integer> visible = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      boolean hidden = !visibility.passesFilter(node);
      for (int up = tree.parent(node); up >= 0; up = tree.parent(up)) {
        hidden |= visibility.isCollapsed(up);
      }
      if (!hidden) {
        visible.add(node);
      }
    }
    return visible;
  }

  @Test
  void whatPassesAFilterIsWhatItFoundAndWhatThatStandsUnder() {
    SplittableRandom random = new SplittableRandom(3);
    TaskTree tree = random(random, 60);
    Visibility visibility = new Visibility(tree);
    BitSet all = new BitSet();
    all.set(0, tree.size());
    assertEquals(all, visibility.passing(all), "without a filter everything does");
    BitSet found = BitSet.valueOf(new long[] {random.nextLong()});
    found.clear(tree.size(), 64);
    visibility.filter(found);
    visibility.collapseAll();
    BitSet passing = visibility.passing(all);
    assertEquals(tree.size(), all.cardinality(), "what is asked for stays as it is");
    for (int node = 0; node < tree.size(); node++) {
      boolean passes = false;
      for (int below = node; below < tree.subtreeEnd(node); below++) {
        passes |= found.get(below);
      }
      assertEquals(passes, passing.get(node), "node " + node);
    }
  }

  @Test
  void everyRowEqualsAWalkOverTheTree() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TaskTree tree = random(random, 1 + random.nextInt(60));
      Visibility visibility = new Visibility(tree);
      for (int step = 0; step < 30; step++) {
        int node = random.nextInt(tree.size());
        if (random.nextBoolean()) {
          visibility.collapse(node);
        } else {
          visibility.expand(node);
        }
        List<Integer> visible = visibleByWalking(tree, visibility);
        assertEquals(visible.size(), visibility.rows(), "seed " + seed);
        int next = visible.get(0);
        for (int row = 0; row < visible.size(); row++) {
          int at = visible.get(row);
          assertEquals(at, visibility.nodeAt(row), "seed " + seed);
          assertEquals(row, visibility.rowOf(at), "seed " + seed);
          assertEquals(at, next, "seed " + seed);
          next = visibility.next(at);
        }
        assertEquals(tree.size(), next, "seed " + seed);
        for (int any = 0; any < tree.size(); any++) {
          assertEquals(visible.contains(any), visibility.isVisible(any), "seed " + seed);
        }
      }
    }
  }

  @Test
  void whatWasCollapsedInsideStaysCollapsed() {
    TaskTree tree =
        TaskTreeTest.tree(
            new long[] {1, 0, 5}, new long[] {2, 1, 5}, new long[] {3, 2, 5}, new long[] {4, 0, 1});
    Visibility visibility = new Visibility(tree);
    visibility.collapse(1);
    visibility.collapse(0);
    assertEquals(2, visibility.rows());
    visibility.expand(0);
    assertEquals(3, visibility.rows());
    assertFalse(visibility.isVisible(2));
    visibility.expand(1);
    assertTrue(visibility.isVisible(2));
  }

  @Test
  void thereIsNoRowBehindTheLast() {
    Visibility visibility = new Visibility(TaskTreeTest.tree(new long[] {1, 0, 5}));
    assertThrows(IndexOutOfBoundsException.class, () -> visibility.nodeAt(1));
    assertThrows(IndexOutOfBoundsException.class, () -> visibility.nodeAt(-1));
  }

  @Test
  void theCursorStaysOnVisibleRows() {
    TaskTree tree =
        TaskTreeTest.tree(
            new long[] {1, 0, 9}, new long[] {2, 1, 9}, new long[] {3, 1, 8}, new long[] {4, 0, 1});
    Visibility visibility = new Visibility(tree);
    TreeCursor cursor = new TreeCursor(visibility);
    cursor.up();
    assertEquals(0, cursor.row());
    cursor.down();
    cursor.down();
    assertEquals(3, tree.number(cursor.node()));
    cursor.collapse();
    assertEquals(1, tree.number(cursor.node()), "a leaf collapses to its parent");
    cursor.collapse();
    assertEquals(2, visibility.rows());
    cursor.down();
    cursor.down();
    assertEquals(4, tree.number(cursor.node()));
    cursor.up();
    cursor.expand();
    assertEquals(4, visibility.rows());
  }

  @Test
  void aCursorInAnEmptyTreeDoesNothing() {
    TreeCursor cursor = new TreeCursor(new Visibility(TaskTreeTest.tree()));
    cursor.down();
    cursor.up();
    cursor.collapse();
    cursor.expand();
    assertEquals(0, cursor.row());
  }
}
