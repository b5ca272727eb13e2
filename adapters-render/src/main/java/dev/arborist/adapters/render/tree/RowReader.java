package dev.arborist.adapters.render.tree;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.Visibility;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks along visible rows and fetches their labels some hundred at a time.
 *
 * <p>Every format writes its rows by one of these. Not safe for use by several threads.
 */
public final class RowReader {

  private static final int ROWS_AT_A_TIME = 512;
  private static final SafeText NO_BRANCH = SafeText.of("(no branch)");
  private static final SafeText GONE = SafeText.of("(deleted since)");

  private final Visibility visibility;
  private final LabelSource source;
  private final int[] nodes;
  private int left;
  private int following;
  private int count;
  private int at = -1;
  private Labels labels = new Labels(new byte[0], new int[0], new int[0]);

  /** Stands before the first of these rows; rows that do not exist are left out. */
  public RowReader(Visibility visibility, LabelSource source, int firstRow, int rows) {
    this.visibility = visibility;
    this.source = source;
    left = Math.max(0, Math.min(rows, visibility.rows() - firstRow));
    nodes = new int[Math.min(left, ROWS_AT_A_TIME)];
    following = left == 0 ? 0 : visibility.nodeAt(firstRow);
  }

  /** Goes to the next row, if there is one. */
  public boolean next() {
    if (++at < count) {
      return true;
    }
    if (left == 0) {
      return false;
    }
    count = Math.min(left, nodes.length);
    for (int i = 0; i < count; i++) {
      nodes[i] = following;
      following = i + 1 < left ? visibility.next(following) : following;
    }
    left -= count;
    labels = source.read(visibility.tree(), nodes, count);
    at = 0;
    return true;
  }

  /** The node that stands in the row. */
  public int node() {
    return nodes[at];
  }

  /** What the row is called, safe to show. */
  public SafeText label() {
    TaskTree tree = visibility.tree();
    if (tree.isGroup(node())) {
      String name = tree.groupName(node());
      return name == null ? NO_BRANCH : SafeText.of(name);
    }
    return isGone() ? GONE : SafeText.of(labels.bytes(), labels.starts()[at], labels.lengths()[at]);
  }

  /** The text as stored, which is not safe to show; null for no branch and for a deleted task. */
  public @Nullable String text() {
    TaskTree tree = visibility.tree();
    if (tree.isGroup(node())) {
      return tree.groupName(node());
    }
    return isGone()
        ? null
        : new String(
            labels.bytes(), labels.starts()[at], labels.lengths()[at], StandardCharsets.UTF_8);
  }

  /** Whether the task was deleted since the tree was loaded. */
  private boolean isGone() {
    return labels.lengths()[at] == Labels.GONE;
  }
}
