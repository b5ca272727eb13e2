package dev.arborist.domain.dependency;

import java.util.Arrays;

/**
 * Tasks and the edges between them, in arrays: node i is the task with the i-th lowest number.
 *
 * <p>Not safe for use by several threads while edges are added.
 */
public final class TaskGraph {

  private final long[] numbers;
  private final int[] priorities;
  private final DependencyGraph edges;

  /**
   * A graph without edges; it keeps the arrays.
   *
   * @param numbers the numbers of the tasks, ascending
   * @param priorities their priorities, in the same order
   */
  public TaskGraph(long[] numbers, int[] priorities) {
    this.numbers = numbers;
    this.priorities = priorities;
    edges = new DependencyGraph(numbers.length);
  }

  /** Adds the edge between two tasks of the graph; ignored when one of them is not in it. */
  public void add(long dependent, long prerequisite) {
    int from = Arrays.binarySearch(numbers, dependent);
    int to = Arrays.binarySearch(numbers, prerequisite);
    if (from >= 0 && to >= 0) {
      edges.add(from, to);
    }
  }

  /** How many tasks there are. */
  public int size() {
    return numbers.length;
  }

  /** The number of a node's task. */
  public long number(int node) {
    return numbers[node];
  }

  /** The priority of a node's task, in hundredths of a point. */
  public int priority(int node) {
    return priorities[node];
  }

  /** The edges between the nodes. */
  public DependencyGraph edges() {
    return edges;
  }
}
