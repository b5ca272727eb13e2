package dev.arborist.domain.tree;

/** The prerequisites of each node beside the one that it stands under, one behind the other. */
final class MorePrerequisites {

  private static final MorePrerequisites NONE = new MorePrerequisites(new int[0], new int[0]);

  /** Where the node's prerequisites start; those of the next node end them. Empty for no edge. */
  private final int[] starts;

  private final int[] nodes;

  private MorePrerequisites(int[] starts, int[] nodes) {
    this.starts = starts;
    this.nodes = nodes;
  }

  /** Of edges between rows. */
  static MorePrerequisites of(TreeEdges edges, int[] parents, int[] nodesByRow) {
    if (edges.size == 0) {
      return NONE;
    }
    int[] starts = new int[nodesByRow.length + 1];
    for (int edge = 0; edge < edges.size; edge++) {
      if (isMore(edges, edge, parents)) {
        starts[nodesByRow[(int) edges.dependents[edge]] + 1]++;
      }
    }
    for (int node = 0; node < nodesByRow.length; node++) {
      starts[node + 1] += starts[node];
    }
    int[] nodes = new int[starts[nodesByRow.length]];
    int[] filled = starts.clone();
    for (int edge = 0; edge < edges.size; edge++) {
      if (isMore(edges, edge, parents)) {
        int dependent = nodesByRow[(int) edges.dependents[edge]];
        nodes[filled[dependent]++] = nodesByRow[(int) edges.prerequisites[edge]];
      }
    }
    return new MorePrerequisites(starts, nodes);
  }

  private static boolean isMore(TreeEdges edges, int edge, int[] parents) {
    int prerequisite = (int) edges.prerequisites[edge];
    return prerequisite != TreeRows.NONE && prerequisite != parents[(int) edges.dependents[edge]];
  }

  int count(int node) {
    return starts.length == 0 ? 0 : starts[node + 1] - starts[node];
  }

  int get(int node, int index) {
    return nodes[starts[node] + index];
  }
}
