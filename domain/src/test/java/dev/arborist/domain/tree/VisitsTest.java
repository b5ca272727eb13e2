package dev.arborist.domain.tree;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a key costs, counted in nodes and segments looked at: no more than 4 times the height and 64
 * times the logarithm of the size, whatever the shape.
 */
class VisitsTest {

  private static final int SIZE = 200_000;
  private static final int KEYS = 3_000;

  @ParameterizedTest
  @EnumSource(Shape.class)
  void noKeyLooksAtMoreThanItMust(Shape shape) {
    TaskTree tree = tree(shape);
    int height = 0;
    for (int node = 0; node < tree.size(); node++) {
      height = Math.max(height, tree.depth(node));
    }
    int log = Integer.SIZE - Integer.numberOfLeadingZeros(tree.size());
    long limit = 4L * height + 64L * log;
    Viewport viewport = new Viewport(new Visibility(tree), 50);
    SplittableRandom random = new SplittableRandom(7);
    for (int key = 0; key < KEYS; key++) {
      Visibility visibility = viewport.cursor().visibility();
      if (key % 100 == 99) {
        visibility.collapseAll(); // looks at every node, and leaves much to expand
        viewport.cursor().home();
      }
      long before = visibility.visits();
      String name = press(random, viewport);
      long visits = visibility.visits() - before;
      assertTrue(visits <= limit, name + " took " + visits + " visits of at most " + limit);
    }
  }

  private static String press(SplittableRandom random, Viewport viewport) {
    TreeCursor cursor = viewport.cursor();
    int key = random.nextInt(9);
    switch (key) {
      case 0 -> cursor.down();
      case 1 -> cursor.up();
      case 2 -> cursor.expand();
      case 3 -> cursor.collapse();
      case 4 -> cursor.home();
      case 5 -> cursor.end();
      case 6 -> viewport.pageDown();
      case 7 -> viewport.pageUp();
      default -> cursor.jumpTo(TaskNumber.of(1 + random.nextInt(SIZE)));
    }
    viewport.follow();
    cursor.visibility().isLastChild(cursor.node());
    cursor.visibility().next(cursor.node());
    return "key " + key;
  }

  private static TaskTree tree(Shape shape) {
    TaskTreeBuilder builder = new TaskTreeBuilder(TreeView.TREE, SIZE);
    int[] number = {0};
    new Workload(shape, SIZE, 1)
        .tasks()
        .forEach(
            task -> {
              TaskNumber parent = task.profile().parent();
              builder.add(
                  ++number[0],
                  parent == null ? 0 : parent.value(),
                  TaskStatus.READY,
                  task.schedule().basePriority());
            });
    return builder.build();
  }
}
