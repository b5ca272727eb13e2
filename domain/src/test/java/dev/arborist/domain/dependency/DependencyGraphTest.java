package dev.arborist.domain.dependency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {

  private static DependencyGraph graph(int nodes, int... edges) {
    DependencyGraph graph = new DependencyGraph(nodes);
    for (int i = 0; i < edges.length; i += 2) {
      graph.add(edges[i], edges[i + 1]);
    }
    return graph;
  }

  @Test
  void prerequisitesStandBeforeTheirDependents() {
    assertArrayEquals(new int[] {1, 2, 0}, graph(3, 0, 1, 0, 2, 2, 1).order());
  }

  @Test
  void aCycleIsNamedInTheOrderOfItsEdges() {
    int[] cycle = graph(5, 4, 0, 0, 1, 1, 2, 2, 0, 3, 2).findCycle();
    assertEquals(3, cycle.length);
    assertArrayEquals(new int[] {0, 1, 2}, cycle);
  }

  @Test
  void aTaskThatWaitsForItselfIsACycle() {
    assertArrayEquals(new int[] {1}, graph(2, 1, 1).findCycle());
    assertFalse(graph(2).addUnlessCyclic(1, 1));
  }

  @Test
  void withoutACycleThereIsNone() {
    assertArrayEquals(new int[0], graph(4, 3, 2, 2, 1, 1, 0, 3, 0).findCycle());
    assertArrayEquals(new int[0], graph(0).findCycle());
  }

  @Test
  void anEdgeThatWouldCloseACycleIsLeftOut() {
    DependencyGraph graph = graph(3, 1, 0, 2, 1);
    assertFalse(graph.addUnlessCyclic(0, 2));
    assertTrue(graph.addUnlessCyclic(2, 0));
    assertEquals(3, graph.order().length);
  }

  @Test
  void aChainOfAMillionNeedsNoStack() {
    int n = 1_000_000;
    DependencyGraph graph = new DependencyGraph(n);
    for (int node = 1; node < n; node++) {
      graph.add(node, node - 1);
    }
    assertEquals(n, graph.order().length);
    assertTrue(graph.reaches(n - 1, 0));
    graph.add(0, n - 1);
    assertEquals(n, graph.findCycle().length);
  }

  @Test
  void randomGraphsAreOrderedOrHaveACycleThatExists() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + random.nextInt(12);
      boolean[][] edge = new boolean[n][n];
      DependencyGraph graph = new DependencyGraph(n);
      for (int i = random.nextInt(2 * n); i > 0; i--) {
        int from = random.nextInt(n);
        int to = random.nextInt(n);
        edge[from][to] = true;
        graph.add(from, to);
      }
      int[] cycle = graph.findCycle();
      int[] order = graph.order();
      assertEquals(cycle.length == 0, order.length == n, "seed " + seed);
      for (int i = 0; i < cycle.length; i++) {
        assertTrue(edge[cycle[i]][cycle[(i + 1) % cycle.length]], "seed " + seed);
      }
      boolean[] done = new boolean[n];
      for (int node : order) {
        for (int to = 0; to < n; to++) {
          assertTrue(!edge[node][to] || done[to], "seed " + seed);
        }
        done[node] = true;
      }
    }
  }

  @Test
  void whatLiesBetweenCyclesReachesOneAndIsReached() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + random.nextInt(12);
      DependencyGraph graph = new DependencyGraph(n);
      int[][] edges = new int[random.nextInt(2 * n)][];
      for (int i = 0; i < edges.length; i++) {
        edges[i] = new int[] {random.nextInt(n), random.nextInt(n)};
        graph.add(edges[i][0], edges[i][1]);
      }
      boolean[] expected = new boolean[n];
      for (int node = 0; node < n; node++) {
        boolean reaches = false;
        boolean reached = false;
        for (int[] edge : edges) {
          if (graph.reaches(edge[1], edge[0])) { // it is part of a cycle
            reaches |= graph.reaches(node, edge[0]);
            reached |= graph.reaches(edge[0], node);
          }
        }
        expected[node] = reaches && reached;
      }
      assertArrayEquals(expected, graph.betweenCycles(), "seed " + seed);
    }
  }
}
