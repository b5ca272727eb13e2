package dev.arborist.perf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long a person waits for a command: from the start of {@code bin/arborist tree} to its end.
 *
 * <p>Prints {@code p50} of some starts, and {@code counter:unarchived}: how many classes the JVM
 * has to make anew because no archive has them.
 */
public final class StartUpProbe {

  /** With what the build made for a sooner start. */
  static final String PREPARED = "archive";

  /** As if the build had made nothing but the jar. */
  static final String BARE = "jar";

  private static final int STARTS = 5;

  private final Path launcher;
  private final Path queue;
  private final Path directory;

  private StartUpProbe(Path launcher, Path queue, Path directory) {
    this.launcher = launcher;
    this.queue = queue;
    this.directory = directory;
  }

  /**
   * Starts the command some times.
   *
   * @param arguments the launcher, {@link #PREPARED} or {@link #BARE}, the queue's file
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path given = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path queue = Path.of(arguments[2]).toAbsolutePath();
    Path directory = Files.createTempDirectory("start-up");
    try {
      Path launcher = arguments[1].equals(BARE) ? besideTheJarAlone(given, directory) : given;
      new StartUpProbe(launcher, queue, directory).measure();
    } finally {
      BenchmarkQueue.deleteAll(directory);
    }
  }

  /** The same launcher where it finds nothing but a way to the jar. */
  private static Path besideTheJarAlone(Path launcher, Path directory) throws IOException {
    Path jar = launcher.resolve("../../cli/target/arborist.jar").normalize();
    Path copy = Files.createDirectory(directory.resolve("bin")).resolve("arborist");
    Files.createSymbolicLink(
        Files.createDirectories(directory.resolve("cli/target")).resolve("arborist.jar"), jar);
    return Files.copy(launcher, copy, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private void measure() throws IOException, InterruptedException {
    System.out.println("counter:unarchived " + unarchived()); // also brings the files into memory
    long[] nanos = new long[STARTS];
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      run(Map.of());
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    System.out.println("p50 " + nanos[STARTS / 2] + " ns");
  }

  private long unarchived() throws IOException, InterruptedException {
    Path log = directory.resolve("classes.log");
    run(Map.of("ARBORIST_JAVA_OPTS", "-Xlog:class+load:file=" + log));
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains(" source: ") && !line.contains(" source: shared objects"))
          .count();
    }
  }

  private void run(Map<String, String> environment) throws IOException, InterruptedException {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(launcher.toString(), "tree")
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> all = builder.environment();
    all.keySet().removeIf(name -> name.startsWith("ARBORIST_"));
    all.put("ARBORIST_DB", queue.toString());
    all.put("JAVA_HOME", System.getProperty("java.home"));
    all.putAll(environment);
    int code = builder.start().waitFor();
    if (code != 0 || Files.size(err) > 0 || Files.size(out) == 0) {
      throw new IllegalStateException(
          launcher + " tree ended with " + code + ": " + Files.readString(err));
    }
  }
}
