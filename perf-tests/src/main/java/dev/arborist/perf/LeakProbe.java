package dev.arborist.perf;

import dev.arborist.Arborist;
import dev.arborist.adapters.jmh.leak.LeakMeter;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * What stays alive of operations that are repeated: prints what {@link LeakMeter} does.
 *
 * <p>{@code queue} enqueues, claims and completes; {@code open} opens and closes the queue; {@code
 * tree} loads a tree, moves in it, folds and filters; {@code render} loads a tree and renders it.
 */
public final class LeakProbe {

  private static final int BATCHES = 30;
  private static final int WARM_UP_BATCHES = 5;
  private static final int TASKS = 200;
  private static final int SCREEN_ROWS = 50;

  private LeakProbe() {}

  /** Repeats the operation that the first argument names. */
  public static void main(String[] arguments) throws Exception {
    try (BenchmarkQueue queue = BenchmarkQueue.filledBy(new Workload(Shape.RANDOM, TASKS, 1))) {
      Arborist arborist = queue.arborist();
      switch (arguments[0]) {
        case "queue" -> meter(200).measure(() -> work(arborist.queue()));
        case "open" ->
            meter(80)
                .measure(
                    () -> {
                      try (Arborist another = Arborist.open(queue.file())) {
                        another.browser().statistics();
                      }
                    });
        case "tree" -> meter(100).measure(() -> move(arborist));
        case "render" -> meter(100).measure(() -> render(arborist));
        default -> throw new IllegalArgumentException("unknown operation " + arguments[0]);
      }
    }
  }

  private static LeakMeter meter(int operationsPerBatch) {
    return new LeakMeter(BATCHES, operationsPerBatch, WARM_UP_BATCHES, System.out);
  }

  private static void work(TaskQueue tasks) {
    Task added = tasks.enqueue(NewTask.of("Water the beans").basePriority(9).build());
    Claim claim = tasks.claim("worker", 1, Duration.ofMinutes(10)).get(0);
    tasks.complete(claim.details().task().number(), claim.token(), null);
    if (added.number().value() < 1) {
      throw new IllegalStateException("a task without a number");
    }
  }

  private static void move(Arborist arborist) {
    Visibility visibility = new Visibility(arborist.browser().tree(TreeView.TREE));
    Viewport viewport = new Viewport(visibility, SCREEN_ROWS);
    viewport.cursor().down();
    viewport.cursor().collapse();
    TaskFilter filter = TaskFilter.where().text("a").build();
    viewport.cursor().filter(arborist.browser().matches(visibility.tree(), filter));
    viewport.follow();
    visibility.tree().rollUp();
  }

  private static void render(Arborist arborist) throws IOException {
    TreeSnapshot snapshot = arborist.browser().snapshot(TreeView.TREE, TaskFilter.ALL);
    new TextTree(TreeStyle.PLAIN.colours(ColourDepth.ANSI_16))
        .render(
            snapshot.visibility(),
            snapshot.labels(),
            0,
            Integer.MAX_VALUE,
            OutputStream.nullOutputStream());
  }
}
