package dev.arborist.turns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * How long this JVM's threads were ready to run and had no processor, as Linux counts it: what
 * other programs took from an iteration.
 */
final class RunDelay {

  /** A directory for each thread; the second number of its schedstat is that time in ns. */
  private static final Path THREADS = Paths.get("/proc/self/task");

  private static final int WAITED = 1;

  private long before;

  /** Remembers how long they waited until now. */
  void begin() {
    before = waited();
  }

  /** How long they have waited since; -1 where the system does not tell. */
  long nanos() {
    long now = waited();
    return now < 0 || before < 0 ? -1 : Math.max(0, now - before);
  }

  private static long waited() {
    return waited(THREADS);
  }

  /** How long the threads in a directory have waited; -1 where none of them tells. */
  static long waited(Path directory) {
    long nanos = 0;
    boolean isCounted = false;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(directory)) {
      for (Path thread : threads) {
        try {
          byte[] numbers = Files.readAllBytes(thread.resolve("schedstat"));
          nanos += waited(new String(numbers, StandardCharsets.US_ASCII));
          isCounted = true;
        } catch (NoSuchFileException e) {
          // a thread that has ended meanwhile, or a kernel that does not count
        }
      }
      return isCounted ? nanos : -1;
    } catch (IOException | RuntimeException e) {
      return -1; // another system
    }
  }

  private static long waited(String numbers) {
    return Long.parseLong(numbers.split(" ", -1)[WAITED]);
  }
}
