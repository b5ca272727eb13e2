package dev.arborist.adapters.render.export;

import dev.arborist.adapters.render.tree.Times;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import java.util.ArrayList;
import java.util.List;

/** What is said of rows in words; plain ASCII without a character that any format treats apart. */
final class Notes {

  /** Of a task with hundreds of prerequisites the first few are named. */
  static final int NAMED_PREREQUISITES = 3;

  private Notes() {}

  /** How the tasks of a view stand, for headings. */
  static String order(TreeView view) {
    return switch (view) {
      case TREE -> "by parent";
      case DEPENDENCY -> "by prerequisite";
      case TIMELINE -> "by time of creation";
      case BRANCH -> "by branch";
      case FLAT -> "by priority";
    };
  }

  /** {@code 4 of 9 done, 1 failed}; only of a row that has tasks below it. */
  static String progress(Rows rows) {
    int failed = rows.below(TaskStatus.FAILED);
    String done = rows.below(TaskStatus.COMPLETED) + " of " + rows.below() + " done";
    return failed == 0 ? done : done + ", " + failed + " failed";
  }

  /** {@code also after #12, #15 and 3 more}; empty for none. */
  static String morePrerequisites(Rows rows) {
    TaskTree tree = rows.tree();
    int more = tree.morePrerequisites(rows.node());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(more, NAMED_PREREQUISITES); i++) {
      long number = tree.number(tree.morePrerequisite(rows.node(), i));
      text.append(i == 0 ? "also after #" : ", #").append(number);
    }
    int unnamed = more - NAMED_PREREQUISITES;
    return unnamed > 0 ? text + " and " + unnamed + " more" : text.toString();
  }

  /** What is unusual about where the row stands; mostly nothing. */
  static List<String> of(Rows rows) {
    TaskTree tree = rows.tree();
    int node = rows.node();
    List<String> notes = new ArrayList<>(2);
    if (tree.view() == TreeView.TIMELINE) {
      notes.add("created " + Times.minutes(tree.createdMicros(node)));
    }
    if (tree.isOrphan(node)) {
      boolean byDependency = tree.view() == TreeView.DEPENDENCY;
      notes.add(byDependency ? "a prerequisite is missing" : "its parent is missing");
    }
    if (tree.isCycle(node)) {
      notes.add("on a cycle");
    }
    if (rows.isCollapsed()) {
      notes.add(rows.below() + " below not shown");
    }
    return notes;
  }
}
