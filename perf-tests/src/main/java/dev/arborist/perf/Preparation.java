package dev.arborist.perf;

import dev.arborist.domain.workload.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills what takes long to fill, once for all launches of a run.
 *
 * @param profile how large it gets
 * @param listener told what is being filled
 */
record Preparation(PerfProfile profile, Consumer<String> listener) {

  private static final int BULK = 100_000;
  private static final int MILLION = 1_000_000;
  private static final int HISTORY_RUNS = 10_000;

  /**
   * Fills the queues, and a history in the thorough profile.
   *
   * @return the directory in which they are
   */
  Path fill(Path place) throws IOException {
    Path directory = Files.createDirectories(place);
    System.setProperty(PreparedQueue.DIRECTORY, directory.toString());
    boolean thorough = profile == PerfProfile.THOROUGH;
    for (int size : thorough ? List.of(1_000, BULK, MILLION) : List.of(1_000, BULK)) {
      listener.accept("filling a queue of " + size + " tasks");
      PreparedQueue.prepare(directory, size);
    }
    if (thorough) {
      fillForms(directory);
      listener.accept("filling a history of " + HISTORY_RUNS + " runs");
      HistoryBenchmark.prepare(directory, HISTORY_RUNS);
    }
    return directory;
  }

  /** The shapes of which only a dump is measured. */
  private void fillForms(Path directory) {
    for (Shape shape : List.of(Shape.CHAIN, Shape.STAR)) {
      for (int size : profile.treeSizes()) {
        listener.accept("filling a queue of " + size + " tasks as a " + shape);
        PreparedQueue.prepare(directory, shape, size);
      }
    }
  }
}
