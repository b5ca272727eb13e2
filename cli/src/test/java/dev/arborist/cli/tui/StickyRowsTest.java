package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.rows.StickyRows;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ancestors at the top, compared with a walk up the tree. */
class StickyRowsTest {

  private static final int TASKS = 120;

  @TempDir Path directory;
  private TuiQueue queue;

  @BeforeEach
  void open() {
    queue = new TuiQueue(directory);
  }

  @AfterEach
  void close() {
    queue.close();
  }

  private static void grow(TuiQueue queue, SplittableRandom random, int tasks) {
    long size = queue.seen.browser().tree(TreeView.TREE).size();
    for (int i = 0; i < tasks; i++, size++) {
      long near = Math.max(0, size - random.nextInt(4)); // deep, with steps up now and then
      queue.add("Task", random.nextInt(8) == 0 ? random.nextLong(size + 1) : near);
    }
  }

  private static List<Integer> ancestors(TaskTree tree, int node) {
    List<Integer> ancestors = new ArrayList<>();
    for (int up = tree.parent(node); up >= 0; up = tree.parent(up)) {
      ancestors.add(up);
    }
    Collections.reverse(ancestors);
    return ancestors;
  }

  @Test
  void whatCoversTheFirstRowsIsWhatTheFirstOfTheOthersStandsUnder() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    List<Visibility> trees = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      try (TuiQueue one = new TuiQueue(Files.createDirectory(directory.resolve("queue-" + i)))) {
        grow(one, random, TASKS / 2);
        trees.add(new Visibility(one.seen.browser().tree(TreeView.TREE)));
      }
    }
    StickyRows sticky = new StickyRows(); // one for all trees, as a session has it
    for (int i = 0; i < 20_000; i++) {
      Visibility visibility = trees.get(random.nextInt(trees.size()));
      assertCovered(sticky, visibility, random.nextInt(visibility.rows()), 3 + random.nextInt(40));
    }
  }

  private static int depth(Visibility visibility, int row) {
    return visibility.tree().depth(visibility.nodeAt(row));
  }

  private static void assertCovered(
      StickyRows sticky, Visibility visibility, int first, int height) {
    int[] nodes = sticky.nodes(visibility, first, height);
    String where = "from row " + first + " in " + height + " rows";
    assertTrue(nodes.length <= StickyRows.most(height), where);
    if (nodes.length == 0) {
      boolean noRoom = StickyRows.most(height) == 0 || first == visibility.rows() - 1;
      assertTrue(
          noRoom || depth(visibility, first) == 0 || depth(visibility, first + 1) == 0, where);
      return;
    }
    List<Integer> expected = ancestors(visibility.tree(), visibility.nodeAt(first + nodes.length));
    if (expected.size() > nodes.length && nodes.length > 2) {
      List<Integer> last = expected.subList(expected.size() - nodes.length + 2, expected.size());
      List<Integer> elided = new ArrayList<>(List.of(expected.get(0), StickyRows.ELIDED));
      elided.addAll(last);
      expected = elided;
    } else if (expected.size() > nodes.length) {
      expected = expected.subList(expected.size() - nodes.length, expected.size());
    }
    List<Integer> actual = new ArrayList<>();
    for (int node : nodes) {
      actual.add(node);
    }
    assertEquals(expected, actual, where);
  }

  @Test
  void pagesShowEveryRowAndAreNotMoreThanNeeded() {
    grow(queue, new SplittableRandom(5), TASKS);
    try (TuiDriver tui = queue.at(100, 24)) {
      TreeSet<Long> seen = new TreeSet<>();
      int pages = 0;
      long before = 0;
      while (tui.selected() != before || pages < 2) {
        before = tui.selected();
        tui.frame()
            .lines()
            .filter(line -> line.contains("#"))
            .forEach(line -> seen.add(Long.parseLong(line.replaceAll("(?s).*?#([0-9]+).*", "$1"))));
        tui.does(Input.Key.PAGE_DOWN);
        pages++;
      }
      for (long number = 1; number <= TASKS; number++) {
        assertTrue(seen.contains(number), TaskNumber.of(number) + " was not shown");
      }
      int rows = 24 - 3 - 2 * StickyRows.most(24 - 3);
      assertTrue(pages <= 2 + TASKS / rows + 1, pages + " pages");
    }
  }
}
