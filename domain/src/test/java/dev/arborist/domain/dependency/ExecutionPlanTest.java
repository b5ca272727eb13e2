package dev.arborist.domain.dependency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExecutionPlanTest {

  private static TaskGraph graph(int[] priorities, int[]... edges) {
    TaskGraph graph =
        new TaskGraph(LongStream.rangeClosed(1, priorities.length).toArray(), priorities);
    for (int[] edge : edges) {
      graph.add(edge[0], edge[1]);
    }
    return graph;
  }

  private static List<List<Long>> plan(TaskGraph graph) {
    return ExecutionPlan.of(graph).batches().stream()
        .map(batch -> batch.stream().map(TaskNumber::value).toList())
        .toList();
  }

  @Test
  void eachTaskStandsBehindEverythingThatItWaitsFor() {
    TaskGraph diamond =
        graph(
            new int[] {5, 5, 9, 5, 7},
            new int[] {4, 2},
            new int[] {4, 3},
            new int[] {2, 1},
            new int[] {3, 1});
    assertEquals(List.of(List.of(5L, 1L), List.of(3L, 2L), List.of(4L)), plan(diamond));
    assertEquals(List.of(), plan(graph(new int[0])));
  }

  @Test
  void edgesToTasksOutsideTheGraphAreIgnored() {
    assertEquals(List.of(List.of(1L)), plan(graph(new int[] {5}, new int[] {1, 99})));
  }

  @Test
  void aCycleIsNoPlan() {
    TaskGraph cycle = graph(new int[] {5, 5}, new int[] {1, 2}, new int[] {2, 1});
    assertThrows(IllegalArgumentException.class, () -> ExecutionPlan.of(cycle));
  }

  @Test
  void theLowestThatCanComeNextComesNext() {
    DependencyGraph graph = new DependencyGraph(5);
    graph.add(0, 4);
    graph.add(1, 3);
    assertArrayEquals(new int[] {2, 3, 1, 4, 0}, graph.lowestFirstOrder());
    graph.add(4, 0);
    assertArrayEquals(new int[] {2, 3, 1}, graph.lowestFirstOrder());
  }

  @Test
  void aLongCycleIsShownAtItsEndsAndKeptWhole() {
    List<TaskNumber> path = LongStream.rangeClosed(1, 100).mapToObj(TaskNumber::of).toList();
    var refused = new DependencyCycleException("prerequisites", path);
    assertEquals(path, refused.path());
    assertTrue(refused.getMessage().contains("#8 -> … 84 more … -> #93 -> "), refused.getMessage());
    var whole = new DependencyCycleException("parents", path.subList(0, 17));
    assertTrue(whole.getMessage().contains("#8 -> #9 -> #10"), whole.getMessage());
  }
}
