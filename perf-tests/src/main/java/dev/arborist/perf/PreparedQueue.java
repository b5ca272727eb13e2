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
    return prepare(directory, Shape.RANDOM, size);
  }

  /** The same with another shape. */
  static Path prepare(Path directory, Shape shape, int size) {
    Path file = directory.resolve("worked-" + shape + "-" + size + ".db");
    if (!Files.exists(file)) {
      Arborist.create(file);
      try (Arborist arborist = Arborist.open(file)) {
        arborist.queue().importTasks(WorkedQueue.tasks(new Workload(shape, size, 1)));
      }
    }
    return file;
  }

  /** A queue of this size to read from. */
  static Arborist open(int size) {
    return open(Shape.RANDOM, size);
  }

  /** A queue of this shape and size to read from. */
  static Arborist open(Shape shape, int size) {
    return Arborist.open(file(shape, size));
  }

  /** A copy of a queue of this size to work on. */
  static BenchmarkQueue copy(int size) {
    return BenchmarkQueue.copyOf(file(Shape.RANDOM, size));
  }

  /** Prepared for the run, or by whoever runs a benchmark by hand. */
  private static Path file(Shape shape, int size) {
    try {
      Path directory = Path.of(System.getProperty(DIRECTORY, "target/prepared"));
      return prepare(Files.createDirectories(directory), shape, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
