package dev.arborist.domain.tree;

/**
 * Gives the labels of the rows that are about to be shown.
 *
 * <p>A tree holds no texts: of a million tasks a screen shows fifty.
 */
@FunctionalInterface
public interface LabelSource {

  /**
   * The labels of some nodes, in the order of the nodes; those of groups are left empty.
   *
   * @param tree the tree that the nodes belong to
   * @param nodes the nodes; only the first {@code count} of them are read
   */
  Labels read(TaskTree tree, int[] nodes, int count);
}
