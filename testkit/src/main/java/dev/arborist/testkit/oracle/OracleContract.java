package dev.arborist.testkit.oracle;

import static org.junit.jupiter.api.Assertions.fail;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The queue on a store agrees with {@link QueueModel} after every step of random sequences: in
 * results and refusals, in all that is stored, in the history and in what is read.
 *
 * <p>{@code -Dlab=long} runs {@value #SEQUENCES_LONG} sequences instead of {@value #SEQUENCES},
 * {@code -Doracle.seed=17} only that one. A failure prints its seed and the shortest operations
 * that were found to fail.
 */
public abstract class OracleContract {

  /** How many sequences every build runs. */
  public static final int SEQUENCES = 500;

  /** How many sequences a long run takes. */
  public static final int SEQUENCES_LONG = 10_000;

  @TempDir Path directory;

  private final AtomicInteger runs = new AtomicInteger();

  /** For subclasses. */
  protected OracleContract() {}

  /** Creates an empty store whose files, if any, are in the directory. */
  protected abstract TaskStore create(Path directory);

  @Test
  void theQueueDoesWhatItsModelDoes() {
    Sequences sequences = new Sequences(bench(), (operation, step) -> {});
    Optional<String> report =
        seeds().parallel().mapToObj(sequences::run).flatMap(Optional::stream).findFirst();
    report.ifPresent(text -> fail(text));
  }

  /** Gives each run a store of its own. */
  Bench bench() {
    return new StoreBench();
  }

  private static LongStream seeds() {
    Long one = Long.getLong("oracle.seed");
    int count = "long".equals(System.getProperty("lab")) ? SEQUENCES_LONG : SEQUENCES;
    return one == null ? LongStream.rangeClosed(1, count) : LongStream.of(one);
  }

  private final class StoreBench implements Bench {

    @Override
    public <T> T with(Function<Subject, T> run) {
      Path place = directory.resolve("run-" + runs.incrementAndGet());
      try {
        Files.createDirectory(place);
        try (TaskStore store = create(place)) {
          return run.apply(subject(store));
        } finally {
          delete(place);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Subject subject(TaskStore store) {
    TestClock clock = new TestClock();
    return new Subject(
        Services.queue(store, new SequentialIds(), clock, Sequences.ACTOR),
        Services.browser(store, clock),
        Services.upkeep(store, clock, Sequences.ACTOR),
        clock);
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
