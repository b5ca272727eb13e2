package dev.arborist.domain.workload;

import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A seeded sequence of tasks: the same shape, size and seed give the same tasks everywhere.
 *
 * <p>Tasks refer to each other by the numbers 1 to size, in the order of the sequence, which an
 * empty queue gives them. Parents and prerequisites stand before the tasks that name them.
 *
 * @param shape how the tasks hang together
 * @param size how many there are
 * @param seed what they are made from
 */
public record Workload(Shape shape, int size, long seed) {

  private static final int FAN = 10;
  private static final int TOP_ONE_IN = 20;
  private static final int PREREQUISITE_ONE_IN = 5;

  private static final String[] VERBS = {
    "Write", "Review", "Test", "Measure", "Fix", "Document", "Split", "Remove"
  };
  private static final String[] THINGS = {
    "the parser", "the lease expiry", "the tree layout", "the import of old tasks",
    "the retry policy", "the priority table", "the report's scaling plot", "the migration"
  };

  /** The tasks in their order; the stream is lazy. */
  public Stream<NewTask> tasks() {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.iterate(1, n -> n <= size, n -> n + 1).map(n -> task(n, random));
  }

  private NewTask task(int n, SplittableRandom random) {
    String verb = VERBS[random.nextInt(VERBS.length)];
    String thing = THINGS[random.nextInt(THINGS.length)];
    TaskSource source = TaskSource.ofCode(random.nextInt(TaskSource.values().length));
    int parent = parent(n, random);
    NewTask.Builder task =
        NewTask.of(verb + " " + thing + " (" + n + ")\nand say what was found.")
            .source(source)
            .branch("work/" + random.nextInt(8))
            .basePriority(random.nextInt(11));
    if (parent > 0) {
      task.parent(TaskNumber.of(parent));
    }
    if (n > 1 && random.nextInt(PREREQUISITE_ONE_IN) == 0) {
      task.prerequisites(List.of(TaskNumber.of(1 + random.nextInt(n - 1))));
    }
    return task.build();
  }

  /** The number of the n-th task's parent, 0 for none. */
  private int parent(int n, SplittableRandom random) {
    if (n == 1) {
      return 0;
    }
    return switch (shape) {
      case RANDOM -> random.nextInt(TOP_ONE_IN) == 0 ? 0 : 1 + random.nextInt(n - 1);
      case FAN_10 -> (n - 2) / FAN + 1;
      case CHAIN -> n - 1;
      case STAR -> 1;
    };
  }
}
