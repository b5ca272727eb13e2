package dev.arborist.domain.tree;

/** The nodes of a tree in the making, by position in pre-order. */
final class TreeArrays {

  final long[] numbers;
  final int[] parents;
  final int[] sizes;
  final int[] depths;
  final byte[] statuses;
  final short[] priorities;
  final byte[] marks;

  /** Only in the view by creation; else empty. */
  final long[] createdMicros;

  final int[] nodesByRow;

  TreeArrays(int nodes, boolean keepsCreation) {
    numbers = new long[nodes];
    parents = new int[nodes];
    sizes = new int[nodes];
    depths = new int[nodes];
    statuses = new byte[nodes];
    priorities = new short[nodes];
    marks = new byte[nodes];
    createdMicros = new long[keepsCreation ? nodes : 0];
    nodesByRow = new int[nodes];
  }
}
