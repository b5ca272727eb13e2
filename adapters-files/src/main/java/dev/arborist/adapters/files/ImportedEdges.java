package dev.arborist.adapters.files;

import dev.arborist.domain.dependency.DependencyGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The edges of another tool's tasks that the queue can hold: a forest of parents and an acyclic
 * graph of prerequisites.
 *
 * <p>Edges are taken in the order of their tasks, then of their targets, each by creation and id.
 * An edge is dropped when its target is missing or unusable, when it would close a cycle, when it
 * is a second parent, or when the queue has no such kind of edge.
 */
final class ImportedEdges {

  private static final int NONE = -1;

  /** What an edge becomes. */
  enum Role {
    PARENT,
    PREREQUISITE,
    NONE
  }

  /**
   * An edge to another task.
   *
   * @param target the id of the other task
   * @param role what it becomes
   * @param kind what the other tool calls it
   */
  record Written(String target, Role role, String kind) {}

  /**
   * Why edges to a task are dropped.
   *
   * @param unusable the reason for each task to which there can be no edge, by its id
   * @param missing the reason for those that the file does not hold
   */
  record Reasons(Map<String, String> unusable, String missing) {}

  /** An edge between tasks by their positions. */
  private record Edge(int from, int to, Role role, String kind) {
    private boolean isAmong(boolean[] nodes) {
      return nodes[from] && nodes[to];
    }
  }

  private final List<ImportedTask> tasks;
  private final Reasons reasons;
  private final int[] parents;
  private final List<List<Integer>> prerequisites;
  private final List<String> dropped = new ArrayList<>();

  private ImportedEdges(List<ImportedTask> tasks, Reasons reasons) {
    this.tasks = tasks;
    this.reasons = reasons;
    parents = new int[tasks.size()];
    Arrays.fill(parents, NONE);
    prerequisites = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      prerequisites.add(new ArrayList<>(1));
    }
  }

  /** The edges of tasks that are ordered by creation and id. */
  static ImportedEdges of(List<ImportedTask> tasks, Reasons reasons) {
    ImportedEdges edges = new ImportedEdges(tasks, reasons);
    List<Edge> resolved = edges.resolve();
    edges.takeParents(resolved.stream().filter(edge -> edge.role() == Role.PARENT).toList());
    edges.takePrerequisites(
        resolved.stream().filter(edge -> edge.role() == Role.PREREQUISITE).distinct().toList());
    return edges;
  }

  /** The position of a task's parent, or -1. */
  int parentOf(int task) {
    return parents[task];
  }

  /** The positions of a task's prerequisites, ascending. */
  List<Integer> prerequisitesOf(int task) {
    return prerequisites.get(task);
  }

  /** Every edge that was dropped, with the reason. */
  List<String> dropped() {
    return dropped;
  }

  private List<Edge> resolve() {
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      positions.put(tasks.get(i).id(), i);
    }
    List<Edge> resolved = new ArrayList<>();
    for (int from = 0; from < tasks.size(); from++) {
      for (Written edge : tasks.get(from).edges()) {
        Integer to = positions.get(edge.target());
        String reason = unusable(edge);
        if (reason == null && to != null) {
          resolved.add(new Edge(from, to, edge.role(), edge.kind()));
        } else {
          drop(from, edge.target(), edge.kind(), reason == null ? reasons.missing() : reason);
        }
      }
    }
    resolved.sort(
        Comparator.comparingInt(Edge::from).thenComparingInt(Edge::to).thenComparing(Edge::kind));
    return resolved;
  }

  private @Nullable String unusable(Written edge) {
    return edge.role() == Role.NONE
        ? "the queue has no edges of this kind"
        : reasons.unusable().get(edge.target());
  }

  /** The first of its edges that closes no cycle gives a task its parent. */
  private void takeParents(List<Edge> edges) {
    int[] above = new int[tasks.size()];
    Arrays.setAll(above, task -> task);
    for (Edge edge : edges) {
      if (parents[edge.from()] != NONE) {
        drop(edge, "it has an earlier parent");
      } else if (root(above, edge.to()) == edge.from()) {
        drop(edge, "it would close a cycle");
      } else {
        parents[edge.from()] = edge.to();
        above[edge.from()] = edge.to();
      }
    }
  }

  /** The uppermost ancestor; the paths to it are halved, as Tarjan and van Leeuwen (1984) do. */
  private static int root(int[] above, int task) {
    int up = task;
    while (above[up] != up) {
      above[up] = above[above[up]];
      up = above[up];
    }
    return up;
  }

  /** Each edge that closes no cycle with those before it is a prerequisite. */
  private void takePrerequisites(List<Edge> edges) {
    DependencyGraph whole = new DependencyGraph(tasks.size());
    edges.forEach(edge -> whole.add(edge.from(), edge.to()));
    boolean[] cyclic = whole.betweenCycles(); // only edges among them are worth a search
    DependencyGraph taken = new DependencyGraph(tasks.size());
    for (Edge edge : edges) {
      if (!edge.isAmong(cyclic) || taken.addUnlessCyclic(edge.from(), edge.to())) {
        prerequisites.get(edge.from()).add(edge.to());
      } else {
        drop(edge, "it would close a cycle");
      }
    }
  }

  private void drop(Edge edge, String reason) {
    drop(edge.from(), tasks.get(edge.to()).id(), edge.kind(), reason);
  }

  private void drop(int from, String target, String kind, String reason) {
    dropped.add(tasks.get(from).id() + " -> " + target + " (" + kind + "): " + reason);
  }
}
