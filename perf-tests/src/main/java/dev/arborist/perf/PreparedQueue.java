package dev.arborist.perf;

import dev.arborist.Arborist;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Queues that are filled once a run, because that takes longer than measuring them.
 *
 * <p>Whoever changes one works on a copy, made by SQLite: to copy an open queue's file by any other
 * way would drop its locks.
 */
final class PreparedQueue {

  /** The directory in which they are. */
  static final String DIRECTORY = "perf.prepared";

  private PreparedQueue() {}

  /** Fills a queue of so many tasks that has been worked on, unless it is there. */
  static Path prepare(Path directory, int size) {
    Path file = directory.resolve("worked-" + size + ".db");
    if (!Files.exists(file)) {
      Arborist.create(file);
      try (Arborist arborist = Arborist.open(file)) {
        arborist.queue().importTasks(WorkedQueue.tasks(new Workload(Shape.RANDOM, size, 1)));
      }
    }
    return file;
  }

  /** A queue of this size to read from. */
  static Arborist open(int size) {
    return Arborist.open(file(size));
  }

  /** A copy of a queue of this size to work on. */
  static BenchmarkQueue copy(int size) {
    return BenchmarkQueue.copyOf(file(size));
  }

  /** Prepared for the run, or by whoever runs a benchmark by hand. */
  private static Path file(int size) {
    try {
      Path directory = Path.of(System.getProperty(DIRECTORY, "target/prepared"));
      return prepare(Files.createDirectories(directory), size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
