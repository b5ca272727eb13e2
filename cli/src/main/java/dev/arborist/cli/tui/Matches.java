package dev.arborist.cli.tui;

import dev.arborist.domain.tree.TaskTree;
import java.util.BitSet;

/**
 * What of a tree holds a text that was searched for.
 *
 * @param tree whose nodes they are: of a newer one the same numbers are others
 * @param nodes the nodes
 * @param tookNanos how long it took to find them
 */
record Matches(TaskTree tree, BitSet nodes, long tookNanos) {}
