package dev.arborist.domain.dependency;

import dev.arborist.domain.task.TaskNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Open tasks in batches: every task stands in the first batch behind all that it waits for.
 *
 * <p>The tasks of one batch wait for none of each other and can run side by side; within a batch
 * they stand by priority, the highest first, then by number. No batch is empty.
 *
 * @param batches the batches in their order
 */
public record ExecutionPlan(List<List<TaskNumber>> batches) {

  /** Keeps its own copy. */
  public ExecutionPlan {
    batches = batches.stream().map(List::copyOf).toList();
  }

  /**
   * The plan of a graph without cycles.
   *
   * @throws IllegalArgumentException when the graph has a cycle, which no store holds
   */
  public static ExecutionPlan of(TaskGraph graph) {
    int n = graph.size();
    int[] levels = graph.edges().levels();
    int batches = Arrays.stream(levels).max().orElse(-1) + 1;
    List<List<Integer>> nodes = new ArrayList<>(batches);
    for (int i = 0; i < batches; i++) {
      nodes.add(new ArrayList<>(1));
    }
    for (int node = 0; node < n; node++) {
      nodes.get(levels[node]).add(node);
    }
    Comparator<Integer> order =
        Comparator.comparing((Integer node) -> -graph.priority(node)).thenComparing(graph::number);
    List<List<TaskNumber>> plan = new ArrayList<>(batches);
    for (List<Integer> batch : nodes) {
      batch.sort(order);
      plan.add(batch.stream().map(node -> TaskNumber.of(graph.number(node))).toList());
    }
    return new ExecutionPlan(plan);
  }
}
