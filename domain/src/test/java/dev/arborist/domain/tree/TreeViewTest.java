package dev.arborist.domain.tree;

import static dev.arborist.domain.tree.TaskTreeTest.outline;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How each view lays the same tasks out. */
class TreeViewTest {

  private static TaskTreeBuilder builder(TreeView view) {
    return new TaskTreeBuilder(view, 4);
  }

  private static int node(TaskTree tree, int number) {
    return tree.nodeOf(TaskNumber.of(number)).getAsInt();
  }

  @Test
  void byDependencyATaskStandsUnderWhatItWaitsFor() {
    TaskTreeBuilder builder = builder(TreeView.DEPENDENCY);
    builder.add(1, 0, TaskStatus.READY, 100);
    builder.add(2, 1, TaskStatus.BLOCKED, 200);
    builder.add(3, 1, TaskStatus.BLOCKED, 300);
    builder.add(4, 1, TaskStatus.READY, 400);
    builder.waitsFor(2, 1);
    builder.waitsFor(3, 2);
    assertEquals("4 1 -2 --3", outline(builder.build()));
  }

  @Test
  void anOpenPrerequisiteGoesBeforeAFinishedOneAndTheRestIsNamed() {
    TaskTreeBuilder builder = builder(TreeView.DEPENDENCY);
    builder.add(1, 0, TaskStatus.COMPLETED, 0);
    builder.add(2, 0, TaskStatus.READY, 0);
    builder.add(3, 0, TaskStatus.RUNNING, 0);
    builder.add(4, 0, TaskStatus.BLOCKED, 0);
    builder.waitsFor(4, 1);
    builder.waitsFor(4, 2);
    builder.waitsFor(4, 3);
    TaskTree tree = builder.build();
    assertEquals("1 2 -4 3", outline(tree));
    int four = node(tree, 4);
    assertEquals(2, tree.morePrerequisites(four));
    assertEquals(1, tree.number(tree.morePrerequisite(four, 0)));
    assertEquals(3, tree.number(tree.morePrerequisite(four, 1)));
    assertEquals(0, tree.morePrerequisites(node(tree, 1)));
  }

  @Test
  void byDependencyCyclesAreCutAndMissingPrerequisitesMarked() {
    TaskTreeBuilder builder = builder(TreeView.DEPENDENCY);
    builder.add(1, 0, TaskStatus.BLOCKED, 0);
    builder.add(2, 0, TaskStatus.BLOCKED, 0);
    builder.add(3, 0, TaskStatus.BLOCKED, 0);
    builder.waitsFor(1, 2);
    builder.waitsFor(2, 1);
    builder.waitsFor(3, 99);
    builder.waitsFor(77, 1);
    TaskTree tree = builder.build();
    assertEquals("1! -2 3?", outline(tree));
    assertEquals(1, tree.morePrerequisites(node(tree, 1)));
  }

  @Test
  void pairsOutOfOrderAreRefused() {
    TaskTreeBuilder builder = builder(TreeView.DEPENDENCY);
    builder.waitsFor(4, 2);
    assertThrows(IllegalArgumentException.class, () -> builder.waitsFor(4, 2));
    assertThrows(IllegalArgumentException.class, () -> builder.waitsFor(3, 5));
  }

  @Test
  void theTimelineIsByCreationThenByNumber() {
    TaskTreeBuilder builder = builder(TreeView.TIMELINE);
    long[] created = {500_000_000_000L, -7, 500_000_000_000L, Long.MAX_VALUE / 2};
    for (int i = 0; i < created.length; i++) {
      builder.add(i + 1L, i, TaskStatus.READY, i * 100);
      builder.created(created[i]);
    }
    TaskTree tree = builder.build();
    assertEquals("2 1 3 4", outline(tree));
    assertEquals(-7, tree.createdMicros(0));
  }

  @Test
  void aTimelineInTheOrderOfNumbersStaysSo() {
    TaskTreeBuilder builder = builder(TreeView.TIMELINE);
    for (int i = 1; i <= 5; i++) {
      builder.add(i, 0, TaskStatus.READY, 100 * i);
      builder.created(i / 2);
    }
    assertEquals("1 2 3 4 5", outline(builder.build()));
  }

  @Test
  void randomTimelinesEqualASort() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TaskTreeBuilder builder = builder(TreeView.TIMELINE);
      List<long[]> expected = new ArrayList<>();
      long range = 1L << random.nextInt(1, 60);
      for (int number = 1; number <= 50; number++) {
        long created = random.nextLong(-range, range);
        builder.add(number, 0, TaskStatus.READY, 0);
        builder.created(created);
        expected.add(new long[] {created, number});
      }
      expected.sort(
          Comparator.comparingLong((long[] task) -> task[0]).thenComparingLong(task -> task[1]));
      TaskTree tree = builder.build();
      for (int node = 0; node < tree.size(); node++) {
        assertEquals(expected.get(node)[1], tree.number(node), "seed " + seed);
      }
    }
  }

  @Test
  void flatIsByPriorityThenByNumber() {
    TaskTreeBuilder builder = builder(TreeView.FLAT);
    builder.add(1, 0, TaskStatus.READY, 10);
    builder.add(2, 1, TaskStatus.READY, 10_000);
    builder.add(3, 2, TaskStatus.READY, 10);
    assertEquals("2 1 3", outline(builder.build()));
  }

  @Test
  void branchesAreGroupsByNameAndTasksWithoutOneComeLast() {
    TaskTreeBuilder builder = builder(TreeView.BRANCH);
    addOnBranch(builder, 1, 0, null);
    addOnBranch(builder, 2, 0, "work");
    addOnBranch(builder, 3, 2, "work");
    addOnBranch(builder, 4, 2, "fix");
    addOnBranch(builder, 5, 99, "fix");
    TaskTree tree = builder.build();
    assertEquals("-1 -4 -5? -2 -2 --3 -3 -1", outline(tree));
    assertEquals("fix", tree.groupName(0));
    assertEquals("work", tree.groupName(3));
    assertEquals(null, tree.groupName(6));
    assertTrue(tree.isGroup(6));
    assertFalse(tree.isGroup(7));
    assertEquals(8, tree.size());
    assertEquals(5, tree.taskCount());
    assertEquals(1, node(tree, 4));
    assertThrows(IllegalArgumentException.class, () -> tree.status(0));
    assertEquals(2, tree.rollUp().below(0), "a group is no task");
  }

  @Test
  void aCircleOfParentsStandsUnderItsBranch() {
    TaskTreeBuilder builder = builder(TreeView.BRANCH);
    addOnBranch(builder, 1, 2, "a");
    addOnBranch(builder, 2, 1, "a");
    assertEquals("-1 -1! --2", outline(builder.build()));
  }

  private static void addOnBranch(
      TaskTreeBuilder builder, long number, long parent, String branch) {
    builder.add(number, parent, TaskStatus.READY, 0);
    builder.branch(branch);
  }

  @ParameterizedTest
  @EnumSource(TreeView.class)
  void everyViewShowsEveryTaskOnce(TreeView view) {
    for (int seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + random.nextInt(60);
      TaskTreeBuilder builder = builder(view);
      for (int number = 1; number <= n; number++) {
        builder.add(
            number,
            random.nextInt(n + 2),
            TaskStatus.ofCode(random.nextInt(7)),
            random.nextInt(10_001));
        builder.created(random.nextInt(5));
        builder.branch(random.nextInt(4) == 0 ? null : "b" + random.nextInt(3));
      }
      for (int number = 1; number <= n; number++) {
        for (int prerequisite = 1; prerequisite <= n; prerequisite++) {
          if (prerequisite != number && random.nextInt(n) == 0) {
            builder.waitsFor(number, prerequisite);
          }
        }
      }
      TaskTree tree = builder.build();
      assertEquals(n, tree.taskCount());
      for (int number = 1; number <= n; number++) {
        assertEquals(number, tree.number(node(tree, number)), view + " seed " + seed);
      }
      assertConsistent(tree, view + " seed " + seed);
    }
  }

  private static void assertConsistent(TaskTree tree, String message) {
    for (int node = 0; node < tree.size(); node++) {
      int parent = tree.parent(node);
      assertEquals(parent < 0 ? 0 : tree.depth(parent) + 1, tree.depth(node), message);
      assertTrue(parent < node && (parent < 0 || node < tree.subtreeEnd(parent)), message);
      int[] below = new int[7];
      for (int one = node + 1; one < tree.subtreeEnd(node); one++) {
        assertTrue(tree.depth(one) > tree.depth(node), message);
        below[tree.status(one).code()]++;
      }
      for (TaskStatus status : TaskStatus.values()) {
        assertEquals(below[status.code()], tree.rollUp().below(node, status), message);
      }
    }
  }

  @Test
  void viewsAreNamedAsPeopleTypeThem() {
    assertEquals(TreeView.TIMELINE, TreeView.parse("Timeline"));
    String message =
        assertThrows(InvalidInputException.class, () -> TreeView.parse("wood")).getMessage();
    assertTrue(message.contains("tree, dependency, timeline, branch, flat"), message);
  }
}
