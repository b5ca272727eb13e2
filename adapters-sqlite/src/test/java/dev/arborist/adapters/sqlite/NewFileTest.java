package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

  @TempDir Path directory;

  /** A process that begins to fill a file and never ends. */
  static final class Filler {

    private Filler() {}

    public static void main(String[] arguments) {
      Path place = Path.of(arguments[0]);
      NewFile.build(
          DatabaseFile.forCreation(place, DatabaseKind.QUEUE),
          part -> {
            try {
              Files.writeString(part.path(), "half");
              Files.writeString(part.path().resolveSibling(part.path().getFileName() + "-wal"), "");
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            System.out.println("filling");
            waitForEver();
          });
    }

    private static void waitForEver() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void whatASignalEndsLeavesNothingBehind() throws Exception {
    Process filler =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Filler.class.getName(),
                directory.resolve("copy.db").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(filler.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("filling", out.readLine());
      filler.destroy();
      assertTrue(filler.waitFor(60, TimeUnit.SECONDS));
    } finally {
      filler.destroyForcibly();
    }
    try (Stream<Path> left = Files.list(directory)) {
      assertEquals(0, left.count());
    }
  }
}
