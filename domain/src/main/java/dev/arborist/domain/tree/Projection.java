package dev.arborist.domain.tree;

import dev.arborist.domain.task.TaskStatus;
import java.util.Arrays;

/**
 * What each row stands under in a view.
 *
 * @param parents the row of each row's parent, or {@link TreeRows#NONE}; rows for groups follow
 *     those of tasks
 * @param marks {@link TaskTree#ORPHAN} or {@link TaskTree#CYCLE} where it applies
 * @param groups how many rows for groups there are
 */
// Handed from one step of the layout to the next, never compared.
@SuppressWarnings("ArrayRecordComponent")
record Projection(int[] parents, byte[] marks, int groups) {

  static Projection of(TreeView view, TreeRows rows, Branches branches, TreeEdges edges) {
    byte[] marks = new byte[rows.size];
    return switch (view) {
      case TREE -> underParents(rows, marks);
      case DEPENDENCY -> underPrerequisites(rows, edges, marks);
      case TIMELINE, FLAT -> new Projection(none(rows.size), marks, 0);
      case BRANCH -> underBranches(rows, branches, marks);
    };
  }

  private static int[] none(int rows) {
    int[] parents = new int[rows];
    Arrays.fill(parents, TreeRows.NONE);
    return parents;
  }

  private static Projection underParents(TreeRows rows, byte[] marks) {
    int[] parents = parents(rows, marks);
    ParentCycles.cut(parents, marks);
    return new Projection(parents, marks, 0);
  }

  private static int[] parents(TreeRows rows, byte[] marks) {
    int[] parents = new int[rows.size];
    for (int row = 0; row < rows.size; row++) {
      long parent = rows.parentNumbers[row];
      parents[row] = parent == 0 ? TreeRows.NONE : rows.rowOf(parent);
      if (parent != 0 && parents[row] == TreeRows.NONE) {
        marks[row] = TaskTree.ORPHAN;
      }
    }
    return parents;
  }

  private static Projection underPrerequisites(TreeRows rows, TreeEdges edges, byte[] marks) {
    edges.toRows(rows);
    int[] parents = none(rows.size);
    for (int edge = 0; edge < edges.size; edge++) {
      int dependent = (int) edges.dependents[edge];
      int prerequisite = (int) edges.prerequisites[edge];
      if (prerequisite == TreeRows.NONE) {
        marks[dependent] = TaskTree.ORPHAN;
      } else if (parents[dependent] == TreeRows.NONE
          || (isOpen(rows, prerequisite) && !isOpen(rows, parents[dependent]))) {
        parents[dependent] = prerequisite;
      }
    }
    for (int row = 0; row < rows.size; row++) {
      if (parents[row] != TreeRows.NONE) {
        marks[row] = 0;
      }
    }
    ParentCycles.cut(parents, marks);
    return new Projection(parents, marks, 0);
  }

  private static boolean isOpen(TreeRows rows, int row) {
    return TaskStatus.ofCode(rows.statuses[row]).isOpen();
  }

  private static Projection underBranches(TreeRows rows, Branches branches, byte[] rowMarks) {
    int tasks = rows.size;
    int groups = branches.names().length;
    int[] parents = Arrays.copyOf(parents(rows, rowMarks), tasks + groups);
    byte[] marks = Arrays.copyOf(rowMarks, tasks + groups);
    Arrays.fill(parents, tasks, tasks + groups, TreeRows.NONE);
    for (int row = 0; row < tasks; row++) {
      if (parents[row] != TreeRows.NONE && !branches.areSame(row, parents[row])) {
        parents[row] = TreeRows.NONE;
      }
    }
    ParentCycles.cut(parents, marks);
    int[] groupsByRow = branches.groupsByRow(tasks);
    for (int row = 0; row < tasks; row++) {
      if (parents[row] == TreeRows.NONE) {
        parents[row] = tasks + groupsByRow[row];
      }
    }
    return new Projection(parents, marks, groups);
  }
}
