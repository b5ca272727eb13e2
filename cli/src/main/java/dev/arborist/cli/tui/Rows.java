package dev.arborist.cli.tui;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.tree.Expansion;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a tree under a filter, prepared by the background for the thread that draws: for a
 * million tasks that takes longer than a frame.
 *
 * @param visibility the rows, for whoever takes them over to change
 * @param filter the filter that they meet
 * @param met the nodes that do; null when there is no filter
 * @param look what was shown when they were asked for
 */
record Rows(Visibility visibility, TaskFilter filter, @Nullable BitSet met, Look look) {

  /**
   * What is shown at some time, as far as it decides what becomes of the rows of a newer tree.
   *
   * @param view the view
   * @param filter the filter that its rows meet
   * @param expansion what is expanded; null when there are no rows yet
   */
  record Look(TreeView view, TaskFilter filter, @Nullable Expansion expansion) {}

  /**
   * Prepares rows. In another view everything is expanded, and so is what another filter finds.
   *
   * @param look what is shown now: what is collapsed there is so in a newer tree of the same view
   */
  static Rows of(TaskTree tree, TaskFilter filter, @Nullable BitSet met, Look look) {
    Expansion before = look.expansion();
    if (before == null || look.view() != tree.view()) {
      Visibility all = new Visibility(tree);
      all.filter(met);
      return new Rows(all, filter, met, look);
    }
    Expansion kept = look.filter().equals(filter) ? before : before.withoutFilter();
    return new Rows(kept.on(tree, met), filter, met, look);
  }

  /** The rows, after what a person has expanded and collapsed since they were asked for. */
  Visibility upToDate(Look now, Visibility shown) {
    Expansion before = look.expansion();
    boolean sameFilter = now.filter().equals(look.filter()) && filter.equals(look.filter());
    if (before != null && before.isOf(shown) && sameFilter) {
      visibility.catchUp(shown, before);
      return visibility;
    }
    boolean isUnchanged =
        before != null && before.isStillOf(shown) && now.filter().equals(look.filter());
    return isUnchanged ? visibility : of(visibility.tree(), filter, met, now).visibility();
  }
}
