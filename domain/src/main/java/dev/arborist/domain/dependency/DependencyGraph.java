package dev.arborist.domain.dependency;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * A directed graph in memory: who waits for whom, over nodes 0 to n-1.
 *
 * <p>Nodes are indexes that the caller gives a meaning, so one graph serves prerequisites and
 * parents. Everything is iterative; a chain of a million nodes needs no stack. Not safe for use by
 * several threads.
 */
public final class DependencyGraph {

  private static final int NONE = -1;

  private final int[] firstEdge;
  private int[] nextEdge;
  private int[] target;
  private int edges;
  private final int[] seenIn;
  private int search;

  /** A graph of so many nodes without edges. */
  public DependencyGraph(int nodes) {
    firstEdge = new int[nodes];
    Arrays.fill(firstEdge, NONE);
    nextEdge = new int[Math.max(16, nodes)];
    target = new int[Math.max(16, nodes)];
    seenIn = new int[nodes];
  }

  /** The number of nodes. */
  public int nodes() {
    return firstEdge.length;
  }

  /**
   * Adds the edge by which {@code dependent} waits for {@code prerequisite}; it may close a cycle.
   */
  public void add(int dependent, int prerequisite) {
    if (edges == target.length) {
      nextEdge = Arrays.copyOf(nextEdge, edges * 2);
      target = Arrays.copyOf(target, edges * 2);
    }
    target[edges] = prerequisite;
    nextEdge[edges] = firstEdge[dependent];
    firstEdge[dependent] = edges;
    edges++;
  }

  /**
   * Adds the edge unless it would close a cycle.
   *
   * <p>Costs a search of everything that {@code prerequisite} waits for.
   *
   * @return whether it was added
   */
  public boolean addUnlessCyclic(int dependent, int prerequisite) {
    if (reaches(prerequisite, dependent)) {
      return false;
    }
    add(dependent, prerequisite);
    return true;
  }

  /** Whether {@code from} is {@code to}, or waits for it through any number of edges. */
  public boolean reaches(int from, int to) {
    search++;
    int[] stack = new int[16];
    int top = 0;
    stack[top++] = from;
    seenIn[from] = search;
    while (top > 0) {
      int node = stack[--top];
      if (node == to) {
        return true;
      }
      for (int edge = firstEdge[node]; edge != NONE; edge = nextEdge[edge]) {
        int next = target[edge];
        if (seenIn[next] != search) {
          seenIn[next] = search;
          if (top == stack.length) {
            stack = Arrays.copyOf(stack, top * 2);
          }
          stack[top++] = next;
        }
      }
    }
    return false;
  }

  /**
   * The nodes with every prerequisite before its dependents, as Kahn (1962) orders them.
   *
   * @return all nodes, or fewer when there is a cycle: then none of its members and nothing that
   *     waits for one
   */
  public int[] order() {
    int n = nodes();
    int[] waitingFor = new int[n];
    int[] degree = new int[n + 1];
    for (int node = 0; node < n; node++) {
      for (int edge = firstEdge[node]; edge != NONE; edge = nextEdge[edge]) {
        waitingFor[node]++;
        degree[target[edge] + 1]++;
      }
    }
    for (int node = 0; node < n; node++) {
      degree[node + 1] += degree[node];
    }
    int[] dependents = new int[edges];
    int[] fill = Arrays.copyOf(degree, n);
    for (int node = 0; node < n; node++) {
      for (int edge = firstEdge[node]; edge != NONE; edge = nextEdge[edge]) {
        dependents[fill[target[edge]]++] = node;
      }
    }
    int[] order = new int[n];
    int done = 0;
    for (int node = 0; node < n; node++) {
      if (waitingFor[node] == 0) {
        order[done++] = node;
      }
    }
    for (int next = 0; next < done; next++) {
      int node = order[next];
      for (int i = degree[node]; i < degree[node + 1]; i++) {
        if (--waitingFor[dependents[i]] == 0) {
          order[done++] = dependents[i];
        }
      }
    }
    return done == n ? order : Arrays.copyOf(order, done);
  }

  /**
   * The nodes with every prerequisite before its dependents, always the lowest that can come next.
   *
   * @return all nodes, or fewer when there is a cycle, as for {@link #order}
   */
  public int[] lowestFirstOrder() {
    int[] waitingFor = new int[nodes()];
    DependencyGraph dependents = new DependencyGraph(nodes());
    PriorityQueue<Integer> free = new PriorityQueue<>();
    for (int node = 0; node < nodes(); node++) {
      for (int edge = firstEdge[node]; edge != NONE; edge = nextEdge[edge]) {
        waitingFor[node]++;
        dependents.add(target[edge], node);
      }
      if (waitingFor[node] == 0) {
        free.add(node);
      }
    }
    int[] order = new int[nodes()];
    int done = 0;
    while (!free.isEmpty()) {
      int node = free.remove();
      order[done++] = node;
      for (int e = dependents.firstEdge[node]; e != NONE; e = dependents.nextEdge[e]) {
        if (--waitingFor[dependents.target[e]] == 0) {
          free.add(dependents.target[e]);
        }
      }
    }
    return done == order.length ? order : Arrays.copyOf(order, done);
  }

  /**
   * For each node the number of edges of the longest path that leads on from it: 0 for a node that
   * waits for nothing.
   *
   * @throws IllegalArgumentException when there is a cycle
   */
  public int[] levels() {
    int[] order = order();
    if (order.length < nodes()) {
      throw new IllegalArgumentException("the graph has a cycle");
    }
    int[] levels = new int[order.length];
    for (int node : order) {
      for (int edge = firstEdge[node]; edge != NONE; edge = nextEdge[edge]) {
        levels[node] = Math.max(levels[node], levels[target[edge]] + 1);
      }
    }
    return levels;
  }

  /**
   * Which nodes lie on a cycle, or on a path from one cycle to another: every cycle lies among
   * them.
   */
  public boolean[] betweenCycles() {
    int[] order = order();
    if (order.length == nodes()) {
      return new boolean[nodes()];
    }
    boolean[] waiting = notIn(order);
    boolean[] waitedFor = notIn(reversed().order());
    for (int node = 0; node < waiting.length; node++) {
      waiting[node] &= waitedFor[node];
    }
    return waiting;
  }

  /** The graph with every edge turned round. */
  private DependencyGraph reversed() {
    DependencyGraph reversed = new DependencyGraph(nodes());
    for (int node = 0; node < nodes(); node++) {
      for (int edge = firstEdge[node]; edge != NONE; edge = nextEdge[edge]) {
        reversed.add(target[edge], node);
      }
    }
    return reversed;
  }

  private boolean[] notIn(int[] order) {
    boolean[] left = new boolean[nodes()];
    Arrays.fill(left, true);
    for (int node : order) {
      left[node] = false;
    }
    return left;
  }

  /** The nodes of one cycle in the order of its edges, or nothing when there is none. */
  public int[] findCycle() {
    boolean[] left = notIn(order());
    int start = 0;
    while (start < left.length && !left[start]) {
      start++;
    }
    return start == left.length ? new int[0] : walkCycle(start, left);
  }

  /** Every node that is left waits for another such node, so a walk must come round. */
  private int[] walkCycle(int start, boolean[] left) {
    int[] path = new int[nodes()];
    int[] positionOf = new int[nodes()];
    Arrays.fill(positionOf, NONE);
    int length = 0;
    int node = start;
    while (positionOf[node] == NONE) {
      positionOf[node] = length;
      path[length++] = node;
      int edge = firstEdge[node];
      while (!left[target[edge]]) {
        edge = nextEdge[edge];
      }
      node = target[edge];
    }
    return Arrays.copyOfRange(path, positionOf[node], length);
  }
}
