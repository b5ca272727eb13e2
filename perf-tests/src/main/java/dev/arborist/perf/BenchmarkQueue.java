package dev.arborist.perf;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskLinesReader;
import dev.arborist.application.port.in.TaskImport;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A queue in a directory of its own that a benchmark fills, uses and deletes.
 *
 * <p>{@code perf.directory} says where; {@code perf.tasks} names exported tasks to use instead of
 * generated ones.
 */
public final class BenchmarkQueue implements AutoCloseable {

  /** The directory under which benchmarks keep their queues. */
  static final String DIRECTORY = "perf.directory";

  /** A file of exported tasks. */
  static final String TASKS = "perf.tasks";

  /** The instant at which generated tasks were created: 2026-01-01T00:00:00Z. */
  static final Instant CREATED = Instant.ofEpochSecond(1_767_225_600);

  private final Path directory;
  private final Arborist arborist;

  private BenchmarkQueue(Path directory, Arborist arborist) {
    this.directory = directory;
    this.arborist = arborist;
  }

  /** An empty queue. */
  static BenchmarkQueue empty() {
    Path directory = newDirectory();
    Path file = directory.resolve("queue.db");
    Arborist.create(file);
    return new BenchmarkQueue(directory, Arborist.open(file));
  }

  private static Path newDirectory() {
    try {
      Path parent = Path.of(System.getProperty(DIRECTORY, "target/queues"));
      return Files.createTempDirectory(Files.createDirectories(parent), "queue");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy of a queue, made by SQLite. */
  public static BenchmarkQueue copyOf(Path file) {
    Path directory = newDirectory();
    Path copy = directory.resolve("queue.db");
    try (Arborist original = Arborist.open(file)) {
      original.upkeep().backup(copy);
    }
    return new BenchmarkQueue(directory, Arborist.open(copy));
  }

  /** A queue with the tasks of the user's file, or with these when there is no such file. */
  static BenchmarkQueue filledBy(Workload workload) {
    BenchmarkQueue queue = empty();
    String file = System.getProperty(TASKS);
    queue.arborist.queue().importTasks(file == null ? generated(workload) : read(Path.of(file)));
    return queue;
  }

  /** So many tasks without neighbours as an import; the same every time. */
  static TaskImport plain(int size) {
    List<TaskImport.Entry> entries = new ArrayList<>();
    for (int number = 1; number <= size; number++) {
      entries.add(entry(number, 0, NewTask.of("task " + number).build()));
    }
    return TaskImport.of(entries, true);
  }

  /** The tasks of a workload as an import; the same every time. */
  static TaskImport generated(Workload workload) {
    List<TaskImport.Entry> entries = new ArrayList<>();
    workload.tasks().forEach(task -> entries.add(entry(entries.size() + 1, workload.seed(), task)));
    return TaskImport.of(entries, true);
  }

  private static TaskImport.Entry entry(int number, long seed, NewTask task) {
    Task stored =
        new Task(
            TaskNumber.of(number),
            new TaskId(new UUID(seed, EpochMicros.of(CREATED) + number)),
            task.profile(),
            task.schedule(),
            Progress.unclaimed(TaskStatus.READY, null),
            PriorityPolicy.DEFAULT.rank(task.schedule(), task.profile().source(), 0, 0, 0, CREATED),
            CREATED,
            CREATED);
    return TaskImport.Entry.of(
        number,
        new TaskDetails(
            stored, task.prompt(), task.payload(), null, null, task.prerequisites(), null));
  }

  private static TaskImport read(Path file) {
    IdSource ids = Arborist.randomIds();
    try (InputStream in = Files.newInputStream(file)) {
      return new TaskLinesReader(ids, CREATED).read(in, line -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Arborist arborist() {
    return arborist;
  }

  /** The file that it is in. */
  public Path file() {
    return directory.resolve("queue.db");
  }

  /** Closes the queue and deletes its directory. */
  @Override
  public void close() {
    arborist.close();
    deleteAll(directory);
  }

  /** Deletes a directory and everything in it. */
  static void deleteAll(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
