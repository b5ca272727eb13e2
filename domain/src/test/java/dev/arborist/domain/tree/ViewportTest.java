package dev.arborist.domain.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The screen and its cursor, also when the tree is loaded anew. */
class ViewportTest {

  private static final int SHAPES = 300;

  private static TaskTree star(int children) {
    long[][] rows = new long[children + 1][];
    for (int i = 0; i <= children; i++) {
      rows[i] = new long[] {i + 1, i == 0 ? 0 : 1, 5};
    }
    return TaskTreeTest.tree(rows);
  }

  private static Viewport on(TaskTree tree, int height) {
    return new Viewport(new Visibility(tree), height);
  }

  private static long selected(Viewport viewport) {
    TreeCursor cursor = viewport.cursor();
    return cursor.visibility().tree().number(cursor.node());
  }

  private static long top(Viewport viewport) {
    Visibility visibility = viewport.cursor().visibility();
    return visibility.tree().number(visibility.nodeAt(viewport.firstRow()));
  }

  @Test
  void theScreenFollowsTheCursorByAsLittleAsItMust() {
    Viewport viewport = on(star(20), 5);
    for (int i = 0; i < 6; i++) {
      viewport.cursor().down();
      viewport.follow();
    }
    assertEquals(2, viewport.firstRow());
    viewport.cursor().up();
    viewport.follow();
    assertEquals(2, viewport.firstRow());
    viewport.cursor().end();
    viewport.follow();
    assertEquals(16, viewport.firstRow());
    viewport.pageUp();
    assertEquals(11, viewport.firstRow());
    assertEquals(15, viewport.cursor().row());
    viewport.pageDown();
    viewport.pageDown();
    assertEquals(16, viewport.firstRow());
    assertEquals(20, viewport.cursor().row());
    viewport.cursor().home();
    viewport.follow();
    assertEquals(0, viewport.firstRow());
    viewport.cursor().end();
    viewport.resize(3);
    assertEquals(18, viewport.firstRow());
    assertThrows(IllegalArgumentException.class, () -> viewport.resize(0));
  }

  @Test
  void scrollingTakesTheCursorAlongOnlyWhenItMust() {
    Viewport viewport = on(star(20), 5);
    viewport.cursor().move(3);
    viewport.scroll(3);
    assertEquals(3, viewport.firstRow());
    assertEquals(3, viewport.cursor().row());
    viewport.scroll(2);
    assertEquals(5, viewport.cursor().row());
    viewport.scroll(100);
    assertEquals(16, viewport.firstRow());
    viewport.scroll(-6);
    assertEquals(10, viewport.firstRow());
    assertEquals(14, viewport.cursor().row());
    viewport.scroll(-100);
    assertEquals(0, viewport.firstRow());
    assertEquals(4, viewport.cursor().row());
    viewport.page(7);
    assertEquals(7, viewport.firstRow());
    assertEquals(11, viewport.cursor().row());
    viewport.page(-9);
    assertEquals(0, viewport.firstRow());
    assertEquals(2, viewport.cursor().row());
  }

  @Test
  void aJumpExpandsWhatTheTaskIsHiddenUnder() {
    Viewport viewport = on(TaskTreeTest.tree(row(1, 0), row(2, 1), row(3, 2), row(4, 0)), 5);
    viewport.cursor().collapseAll();
    assertEquals(2, viewport.cursor().visibility().rows());
    assertTrue(viewport.cursor().jumpTo(TaskNumber.of(3)));
    assertEquals(3, selected(viewport));
    assertFalse(viewport.cursor().jumpTo(TaskNumber.of(5)));
    assertEquals(3, selected(viewport));
  }

  @Test
  void collapsingEverythingLeavesTheCursorOnWhatHidesItsTask() {
    Viewport viewport = on(TaskTreeTest.tree(row(1, 0), row(2, 1), row(3, 2), row(4, 0)), 5);
    viewport.cursor().jumpTo(TaskNumber.of(3));
    viewport.cursor().collapseAll();
    assertEquals(1, selected(viewport));
    viewport.cursor().expandAll();
    assertEquals(1, selected(viewport));
    assertEquals(4, viewport.cursor().visibility().rows());
  }

  @Test
  void aFilterShowsWhatItFoundAndGivesBackWhatWasCollapsed() {
    TaskTree tree = TaskTreeTest.tree(row(1, 0), row(2, 1), row(3, 2), row(4, 2), row(5, 0));
    Viewport viewport = on(tree, 5);
    Visibility visibility = viewport.cursor().visibility();
    visibility.collapse(0);
    viewport.cursor().filter(tree.nodesOf(new long[] {3}));
    assertEquals(3, visibility.rows());
    assertEquals(1, visibility.matchCount());
    assertEquals(List.of(1L, 2L, 3L), shown(visibility));
    assertFalse(visibility.isMatch(0));
    assertTrue(visibility.isLastChild(2), "its sibling is hidden");
    assertTrue(visibility.isLastChild(0), "the other root is hidden");
    assertFalse(viewport.cursor().jumpTo(TaskNumber.of(4)));
    viewport.cursor().filter(null);
    assertEquals(List.of(1L, 5L), shown(visibility));
    viewport.cursor().filter(new BitSet());
    assertEquals(0, visibility.rows());
    assertEquals(0, viewport.cursor().row());
  }

  private static List<Long> shown(Visibility visibility) {
    List<Long> shown = new ArrayList<>();
    for (int row = 0; row < visibility.rows(); row++) {
      shown.add(visibility.tree().number(visibility.nodeAt(row)));
    }
    return shown;
  }

  @Test
  void filteredAndCollapsedRowsEqualAWalkOverTheTree() {
    for (int seed = 0; seed < SHAPES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TaskTree tree = VisibilityTest.random(random, 1 + random.nextInt(60));
      Visibility visibility = new Visibility(tree);
      for (int step = 0; step < 20; step++) {
        switch (random.nextInt(6)) {
          case 0 -> visibility.filter(randomNodes(random, tree));
          case 1 -> visibility.filter(null);
          case 2 -> visibility.expandAll();
          case 3 -> visibility.collapseAll();
          case 4 -> visibility.reveal(random.nextInt(tree.size()));
          default -> visibility.collapse(random.nextInt(tree.size()));
        }
        assertEqualsWalk(visibility, "seed " + seed);
      }
    }
  }

  private static BitSet randomNodes(SplittableRandom random, TaskTree tree) {
    BitSet nodes = new BitSet();
    for (int node = 0; node < tree.size(); node++) {
      nodes.set(node, random.nextInt(5) == 0);
    }
    return nodes;
  }

  private static void assertEqualsWalk(Visibility visibility, String message) {
    TaskTree tree = visibility.tree();
    List<Integer> visible = VisibilityTest.visibleByWalking(tree, visibility);
    assertEquals(visible.size(), visibility.rows(), message);
    for (int row = 0; row < visible.size(); row++) {
      int node = visible.get(row);
      assertEquals(node, visibility.nodeAt(row), message);
      assertEquals(row, visibility.rowOf(node), message);
      int next = row + 1 < visible.size() ? visible.get(row + 1) : tree.size();
      assertEquals(next, visibility.next(node), message);
      int end = tree.parent(node) < 0 ? tree.size() : tree.subtreeEnd(tree.parent(node));
      boolean last =
          visible.stream().noneMatch(other -> other >= tree.subtreeEnd(node) && other < end);
      assertEquals(last, visibility.isLastChild(node), message);
    }
  }

  @Test
  void aReloadKeepsTheTaskWhereverItStandsNow() {
    Viewport viewport = on(star(20), 5);
    viewport.cursor().jumpTo(TaskNumber.of(12));
    viewport.follow();
    long top = top(viewport);
    long[][] more = new long[30][];
    for (int i = 0; i < 30; i++) {
      more[i] = new long[] {i + 1, i == 0 ? 0 : 1, i > 20 ? 900 : 5};
    }
    viewport.reload(TaskTreeTest.tree(more), null);
    assertEquals(12, selected(viewport));
    assertEquals(top, top(viewport), "nine new tasks stand above, and nothing moves");
  }

  @Test
  void aVanishedTaskHandsOverToTheNextBelowElseAbove() {
    TaskTree older = TaskTreeTest.tree(row(1, 0), row(2, 1), row(3, 1), row(4, 1), row(5, 0));
    Viewport viewport = on(older, 5);
    viewport.cursor().jumpTo(TaskNumber.of(3));
    viewport.reload(TaskTreeTest.tree(row(1, 0), row(2, 1), row(5, 0)), null);
    assertEquals(5, selected(viewport));
    viewport.reload(TaskTreeTest.tree(row(1, 0), row(2, 1)), null);
    assertEquals(2, selected(viewport));
    viewport.reload(TaskTreeTest.tree(row(9, 0)), null);
    assertEquals(9, selected(viewport));
    viewport.reload(TaskTreeTest.tree(), null);
    assertEquals(0, viewport.cursor().row());
    assertEquals(0, viewport.firstRow());
  }

  @Test
  void aTaskThatMovesUnderACollapsedOneHandsOverToThat() {
    Viewport viewport = on(TaskTreeTest.tree(row(1, 0), row(2, 1), row(3, 0)), 5);
    viewport.cursor().visibility().collapse(0);
    viewport.cursor().jumpTo(TaskNumber.of(3));
    viewport.reload(TaskTreeTest.tree(row(1, 0), row(2, 1), row(3, 2)), null);
    assertEquals(1, selected(viewport));
    assertTrue(viewport.cursor().visibility().isCollapsed(0));
  }

  @Test
  void aReloadKeepsAFilterAndWhatIsCollapsedBehindIt() {
    TaskTree tree = TaskTreeTest.tree(row(1, 0), row(2, 1), row(3, 2), row(4, 0));
    Viewport viewport = on(tree, 5);
    viewport.cursor().visibility().collapse(0);
    viewport.cursor().filter(tree.nodesOf(new long[] {3}));
    viewport.cursor().visibility().collapse(1);
    TaskTree newer = TaskTreeTest.tree(row(1, 0), row(2, 1), row(3, 2), row(4, 0), row(5, 2));
    viewport.reload(newer, newer.nodesOf(new long[] {3}));
    assertEquals(List.of(1L, 2L), shown(viewport.cursor().visibility()));
    viewport.cursor().filter(null);
    assertEquals(List.of(1L, 4L), shown(viewport.cursor().visibility()));
  }

  @Test
  void aTaskThatLeavesTheFilterHandsOverToWhatStandsInItsPlace() {
    TaskTree flat = flat(100);
    Viewport viewport = on(flat, 5);
    viewport.cursor().filter(all(flat));
    viewport.cursor().jumpTo(TaskNumber.of(50));
    viewport.follow();
    TaskTree newer = flat(100);
    BitSet without = all(newer);
    without.clear(newer.nodeOf(TaskNumber.of(50)).getAsInt());
    long top = top(viewport);
    viewport.reload(newer, without);
    assertEquals(51, selected(viewport));
    assertEquals(top, top(viewport));
    viewport.cursor().filter(newer.nodesOf(new long[] {3, 70}));
    assertEquals(70, selected(viewport));
    viewport.cursor().filter(newer.nodesOf(new long[] {3}));
    assertEquals(3, selected(viewport));
  }

  private static BitSet all(TaskTree tree) {
    BitSet all = new BitSet();
    all.set(0, tree.size());
    return all;
  }

  private static TaskTree flat(int tasks) {
    long[][] rows = new long[tasks][];
    for (int i = 0; i < tasks; i++) {
      rows[i] = row(i + 1, 0);
    }
    return TaskTreeTest.tree(rows);
  }

  @Test
  void whereAFilterLeavesNothingToCollapseTheCursorGoesToTheParent() {
    TaskTree tree = TaskTreeTest.tree(row(1, 0), row(2, 1), row(3, 2));
    Viewport viewport = on(tree, 5);
    viewport.cursor().filter(tree.nodesOf(new long[] {2}));
    viewport.cursor().jumpTo(TaskNumber.of(2));
    viewport.cursor().collapse();
    assertEquals(1, selected(viewport));
    assertFalse(viewport.cursor().visibility().isCollapsed(1));
    viewport.cursor().collapseAll();
    assertFalse(viewport.cursor().visibility().isCollapsed(1));
    assertTrue(viewport.cursor().visibility().isCollapsed(0));
  }

  @Test
  void whatHasNothingMoreToHideIsNotCollapsedAfterAReload() {
    TaskTree tree = TaskTreeTest.tree(row(1, 0), row(2, 1));
    Viewport viewport = on(tree, 5);
    viewport.cursor().filter(tree.nodesOf(new long[] {1, 2}));
    viewport.cursor().visibility().collapse(0);
    TaskTree newer = TaskTreeTest.tree(row(1, 0), row(2, 1));
    viewport.reload(newer, newer.nodesOf(new long[] {1}));
    assertFalse(viewport.cursor().visibility().isCollapsed(0));
  }

  @Test
  void groupsKeepTheirPlaceByName() {
    TaskTree older = branches("a", "b", null);
    Viewport viewport = on(older, 9);
    viewport.cursor().visibility().collapse(2);
    viewport.cursor().move(2);
    assertEquals("b", older.groupName(viewport.cursor().node()));
    viewport.reload(branches("0", "a", "b", null), null);
    TreeCursor cursor = viewport.cursor();
    assertEquals("b", cursor.visibility().tree().groupName(cursor.node()));
    assertTrue(cursor.visibility().isCollapsed(cursor.node()));
    viewport.reload(branches("0", "a"), null);
    assertEquals(2, viewport.cursor().visibility().tree().number(viewport.cursor().node()));
  }

  private static TaskTree branches(String... names) {
    TaskTreeBuilder builder = new TaskTreeBuilder(TreeView.BRANCH, 4);
    for (int i = 0; i < names.length; i++) {
      builder.add(i + 1L, 0, TaskStatus.READY, 0);
      builder.branch(names[i]);
    }
    return builder.build();
  }

  private static long[] row(long number, long parent) {
    return new long[] {number, parent, 5};
  }
}
