package dev.arborist.domain.tree;

import dev.arborist.domain.task.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The five ways to look at the same tasks; each shows every task exactly once.
 *
 * <p>A new view is a constant here, a case in {@link TaskTreeBuilder}'s projection, and what a
 * store must load for it.
 */
public enum TreeView {
  /** Under their parents, siblings by priority. */
  TREE,
  /**
   * Under what they wait for: an open prerequisite if there is one, else a finished one, the lowest
   * number first; further prerequisites are named beside the task. Siblings by priority.
   */
  DEPENDENCY,
  /** One below the other, by the time of creation, the earliest first. */
  TIMELINE,
  /**
   * Under the name of their branch, and there under their parent if it is of the same branch;
   * branches by name, tasks without one last.
   */
  BRANCH,
  /** One below the other, by priority, the highest first. */
  FLAT;

  /** The name that people type. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The view of this name.
   *
   * @throws InvalidInputException naming the views there are
   */
  public static TreeView parse(String label) {
    for (TreeView view : values()) {
      if (view.label().equals(label.toLowerCase(Locale.ROOT))) {
        return view;
      }
    }
    throw new InvalidInputException(
        "'"
            + label
            + "' is no view: use one of "
            + Arrays.stream(values()).map(TreeView::label).collect(Collectors.joining(", ")));
  }
}
