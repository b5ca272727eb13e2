package dev.arborist.domain.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rows of a newer tree that are prepared while somebody goes on in the older one. */
class ExpansionTest {

  private static final int SEEDS = 500;

  private static List<Long> shown(Visibility visibility) {
    List<Long> shown = new ArrayList<>();
    for (int row = 0; row < visibility.rows(); row++) {
      shown.add(visibility.tree().number(visibility.nodeAt(row)));
    }
    return shown;
  }

  private static void play(SplittableRandom random, Visibility rows, int steps) {
    for (int step = 0; step < steps; step++) {
      int node = random.nextInt(rows.tree().size());
      switch (random.nextInt(12)) {
        case 0 -> rows.collapseAll();
        case 1 -> rows.expandAll();
        case 2, 3, 4, 5 -> rows.expand(node);
        default -> rows.collapse(node);
      }
    }
  }

  private static BitSet some(SplittableRandom random, TaskTree tree) {
    BitSet nodes = new BitSet();
    for (int node = 0; node < tree.size(); node++) {
      nodes.set(node, random.nextInt(3) == 0);
    }
    return nodes;
  }

  @Test
  void preparedRowsThatCatchUpEqualRowsMadeAtTheEnd() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TaskTree tree = VisibilityTest.random(random, 1 + random.nextInt(80));
      TaskTree newer = VisibilityTest.random(random, 1 + random.nextInt(80));
      boolean filtered = random.nextBoolean();
      Visibility rows = new Visibility(tree);
      play(random, rows, 10);
      if (filtered) {
        rows.filter(some(random, tree));
        play(random, rows, 10);
      }
      BitSet met = filtered ? some(random, newer) : null;
      Expansion before = rows.expansion();
      Visibility prepared = before.on(newer, met);
      play(random, rows, random.nextInt(4));
      prepared.catchUp(rows, before);
      Visibility made = rows.reloaded(newer, met);
      assertEquals(shown(made), shown(prepared), "seed " + seed);
      for (int node = 0; node < newer.size(); node++) {
        assertEquals(made.isCollapsed(node), prepared.isCollapsed(node), "seed " + seed);
      }
      prepared.filter(null);
      made.filter(null);
      assertEquals(shown(made), shown(prepared), "seed " + seed + " without the filter");
    }
  }

  @Test
  void whatIsSeenStaysAsItWasAndKnowsWhetherItIsStillSo() {
    TaskTree tree = TaskTreeTest.tree(new long[] {1, 0, 5}, new long[] {2, 1, 5});
    Visibility rows = new Visibility(tree);
    Expansion before = rows.expansion();
    assertTrue(before.isStillOf(rows));
    rows.collapse(0);
    assertTrue(before.isOf(rows));
    assertFalse(before.isStillOf(rows));
    assertEquals(2, before.on(tree, null).rows());
    assertFalse(before.isOf(new Visibility(TaskTreeTest.tree())));
  }

  @Test
  void withoutItsFilterItIsWhatItWasBefore() {
    TaskTree tree =
        TaskTreeTest.tree(new long[] {1, 0, 5}, new long[] {2, 1, 5}, new long[] {3, 2, 5});
    Visibility rows = new Visibility(tree);
    rows.collapse(0);
    rows.filter(tree.nodesOf(new long[] {2, 3}));
    rows.collapse(1);
    assertEquals(List.of(1L, 2L), shown(rows));
    Expansion without = rows.expansion().withoutFilter();
    assertEquals(List.of(1L), shown(without.on(tree, null)));
    BitSet another = tree.nodesOf(new long[] {3});
    assertEquals(List.of(1L, 2L, 3L), shown(without.on(tree, another)), "all it finds is shown");
  }
}
