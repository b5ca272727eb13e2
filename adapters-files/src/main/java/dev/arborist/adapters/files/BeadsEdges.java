package dev.arborist.adapters.files;

import dev.arborist.domain.dependency.DependencyGraph;
import dev.arborist.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The edges of beads' issues that the queue can hold: a forest of parents and an acyclic graph of
 * prerequisites.
 *
 * <p>Edges are taken in the order of their issues, then of their targets, each by creation and id.
 * An edge is dropped when its target is missing or deleted, when it would close a cycle, when it is
 * a second parent, or when the queue has no such kind of edge.
 */
final class BeadsEdges {

  private static final int NONE = -1;
  private static final String PARENT = "parent-child";
  private static final String PREREQUISITE = "blocks";

  /** An edge between issues by their positions. */
  private record Edge(int from, int to, String kind) {}

  private final List<BeadsIssue> issues;
  private final int[] parents;
  private final List<List<Integer>> prerequisites;
  private final List<String> dropped = new ArrayList<>();

  private BeadsEdges(List<BeadsIssue> issues) {
    this.issues = issues;
    parents = new int[issues.size()];
    Arrays.fill(parents, NONE);
    prerequisites = new ArrayList<>();
    for (int i = 0; i < issues.size(); i++) {
      prerequisites.add(new ArrayList<>());
    }
  }

  /** The edges of issues that are ordered by creation and id. */
  static BeadsEdges of(List<BeadsIssue> issues) {
    BeadsEdges edges = new BeadsEdges(issues);
    List<Edge> resolved = edges.resolve();
    edges.takeParents(resolved);
    edges.takePrerequisites(resolved);
    return edges;
  }

  /** The position of an issue's parent, or -1. */
  int parentOf(int issue) {
    return parents[issue];
  }

  /** The positions of an issue's prerequisites, ascending. */
  int[] prerequisitesOf(int issue) {
    return prerequisites.get(issue).stream().mapToInt(Integer::intValue).toArray();
  }

  /** Every edge that was dropped, with the reason. */
  List<String> dropped() {
    return dropped;
  }

  private List<Edge> resolve() {
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (int i = 0; i < issues.size(); i++) {
      positions.put(issues.get(i).id(), i);
    }
    List<Edge> resolved = new ArrayList<>();
    for (int from = 0; from < issues.size(); from++) {
      for (BeadsIssue.Edge written : issues.get(from).edges()) {
        Integer to = positions.get(written.target());
        String reason = unusable(written, to);
        if (reason != null || to == null) {
          dropped.add(describe(from, written.target(), written.kind(), String.valueOf(reason)));
        } else {
          resolved.add(new Edge(from, to, written.kind()));
        }
      }
    }
    resolved.sort(
        Comparator.comparingInt(Edge::from).thenComparingInt(Edge::to).thenComparing(Edge::kind));
    return resolved;
  }

  private @Nullable String unusable(BeadsIssue.Edge edge, @Nullable Integer to) {
    if (!edge.kind().equals(PARENT) && !edge.kind().equals(PREREQUISITE)) {
      return "the queue has no edges of this kind";
    }
    if (to == null) {
      return "that issue is not in the file";
    }
    return issues.get(to).status() == TaskStatus.CANCELLED ? "that issue is a tombstone" : null;
  }

  /** The first of its edges that closes no cycle gives an issue its parent. */
  private void takeParents(List<Edge> edges) {
    for (Edge edge : edges) {
      if (edge.kind().equals(PARENT)) {
        if (parents[edge.from()] != NONE) {
          drop(edge, "it has an earlier parent");
        } else if (isAncestor(edge.from(), edge.to())) {
          drop(edge, "it would close a cycle");
        } else {
          parents[edge.from()] = edge.to();
        }
      }
    }
  }

  private boolean isAncestor(int ancestor, int issue) {
    int up = issue;
    while (up != NONE && up != ancestor) {
      up = parents[up];
    }
    return up == ancestor;
  }

  private void takePrerequisites(List<Edge> edges) {
    List<Edge> blocking =
        edges.stream().filter(edge -> edge.kind().equals(PREREQUISITE)).distinct().toList();
    for (Edge edge : withoutCycles(blocking)) {
      prerequisites.get(edge.from()).add(edge.to());
    }
  }

  /** All edges when they form no cycle, which one pass tells; else they are taken one by one. */
  private List<Edge> withoutCycles(List<Edge> edges) {
    DependencyGraph whole = new DependencyGraph(issues.size());
    edges.forEach(edge -> whole.add(edge.from(), edge.to()));
    if (whole.order().length == issues.size()) {
      return edges;
    }
    DependencyGraph taken = new DependencyGraph(issues.size());
    List<Edge> kept = new ArrayList<>();
    for (Edge edge : edges) {
      if (taken.addUnlessCyclic(edge.from(), edge.to())) {
        kept.add(edge);
      } else {
        drop(edge, "it would close a cycle");
      }
    }
    return kept;
  }

  private void drop(Edge edge, String reason) {
    dropped.add(describe(edge.from(), issues.get(edge.to()).id(), edge.kind(), reason));
  }

  private String describe(int from, String target, String kind, String reason) {
    return issues.get(from).id() + " -> " + target + " (" + kind + "): " + reason;
  }
}
