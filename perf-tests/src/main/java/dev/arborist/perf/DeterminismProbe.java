package dev.arborist.perf;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Critical operations repeated; prints {@code passRate 100} for each repetition that gave what the
 * first gave, and {@code passRate 0} for every other.
 */
public final class DeterminismProbe {

  private static final int TASKS = 1_000;
  private static final int THREADS = 4;
  private static final int ENQUEUES = 25;

  private DeterminismProbe() {}

  /** Repeats the operation that the first argument names as often as the second says. */
  public static void main(String[] arguments) throws Exception {
    Callable<byte[]> operation =
        switch (arguments[0]) {
          case "layout" -> DeterminismProbe::layout;
          case "render" -> DeterminismProbe::render;
          case "concurrentEnqueues" -> DeterminismProbe::concurrentEnqueues;
          default -> throw new IllegalArgumentException("unknown operation " + arguments[0]);
        };
    byte[] first = operation.call();
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      boolean same = Arrays.equals(first, operation.call());
      System.out.println("passRate " + (same ? 100 : 0));
    }
  }

  /** The order and depth of every task in a tree that is loaded afresh from a new queue. */
  private static byte[] layout() {
    StringBuilder text = new StringBuilder();
    TaskTree tree = freshTree().visibility().tree();
    for (int node = 0; node < tree.size(); node++) {
      text.append(tree.number(node)).append(' ').append(tree.depth(node)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] render() throws IOException {
    TreeSnapshot fresh = freshTree();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TextTree(TreeStyle.PLAIN.colours(ColourDepth.ANSI_16))
        .render(fresh.visibility(), fresh.labels(), 0, TASKS, out);
    return out.toByteArray();
  }

  private static TreeSnapshot freshTree() {
    try (BenchmarkQueue queue = BenchmarkQueue.empty()) {
      queue
          .arborist()
          .queue()
          .importTasks(BenchmarkQueue.generated(new Workload(Shape.RANDOM, TASKS, 1)));
      return queue.arborist().browser().snapshot(TreeView.TREE, TaskFilter.ALL);
    }
  }

  /**
   * How many different tasks are in a queue that several threads filled at once, and what it lists.
   */
  private static byte[] concurrentEnqueues() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (BenchmarkQueue queue = BenchmarkQueue.empty()) {
      Set<TaskNumber> numbers = new ConcurrentSkipListSet<>();
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < THREADS * ENQUEUES; i++) {
        NewTask task = NewTask.of("task").build();
        work.add(() -> numbers.add(queue.arborist().queue().enqueue(task).number()));
      }
      boolean distinct = true;
      for (Future<Boolean> added : threads.invokeAll(work)) {
        distinct &= added.get();
      }
      int stored = queue.arborist().browser().tree(TreeView.TREE).size();
      if (!distinct || numbers.size() != THREADS * ENQUEUES || stored != THREADS * ENQUEUES) {
        throw new IllegalStateException(
            numbers.size() + " numbers were given and " + stored + " tasks stored");
      }
      return numbers.toString().getBytes(StandardCharsets.UTF_8);
    } finally {
      threads.shutdownNow();
    }
  }
}
