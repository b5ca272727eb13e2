package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A directory with the launcher, the jar and what the build made beside it: the real one or a copy.
 */
final class Checkout {

  /** Where the build left the jar that is tested. */
  static final Checkout REAL = new Checkout(Path.of("..").toAbsolutePath().normalize());

  private static final Path HOME = Path.of(System.getProperty("java.home"));

  final Path root;

  private Checkout(Path root) {
    this.root = root;
  }

  /** A copy with the times of the files, whole or without what the build made beside the jar. */
  static Checkout copy(Path root, boolean whole) throws IOException {
    Checkout copy = new Checkout(root);
    Files.createDirectories(root.resolve("bin"));
    Files.createDirectories(copy.startUp().getParent());
    for (String file : List.of("bin/arborist", "cli/target/arborist.jar")) {
      keep(REAL.root.resolve(file), root.resolve(file));
    }
    if (whole) {
      Files.createDirectories(copy.startUp());
      try (Stream<Path> made = Files.list(REAL.startUp())) {
        for (Path file : made.toList()) {
          keep(file, copy.startUp().resolve(file.getFileName()));
        }
      }
    }
    return copy;
  }

  private static void keep(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  Path jar() {
    return root.resolve("cli/target/arborist.jar");
  }

  /** What the build makes beside the jar. */
  Path startUp() {
    return root.resolve("cli/target/start-up");
  }

  /** What a run printed and which of its classes came from where. */
  record Start(String out, long archived, long others) {

    /** Whether nearly all classes came from the archive of this jar. */
    boolean isFromTheArchive() {
      return archived > 1_000 && others < 60;
    }

    /** Whether the JVM used only the archive of its own classes. */
    boolean isFromTheJdk() {
      return archived > 400 && others > 400;
    }
  }

  /** Makes what the build makes, with a JDK; gives what is printed. */
  String prepare(Path home) throws IOException, InterruptedException {
    Path script = REAL.root.resolve("cli/src/build/start-up.sh");
    return RealTool.accepted(
        root, List.of("sh", script.toString(), home.toString(), jar().toString()));
  }

  /** Shows the tree of a queue, which must succeed without a word on standard error. */
  Start tree(Path directory, Path home, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path log = directory.resolve("classes.log");
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(root.resolve("bin/arborist").toString(), "tree")
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> all = builder.environment();
    all.keySet().removeIf(name -> name.startsWith("ARBORIST_") || name.startsWith("JAVA_"));
    all.put("JAVA_HOME", home.toString());
    all.putAll(environment);
    all.merge("ARBORIST_JAVA_OPTS", "-Xlog:class+load:file=" + log, (a, b) -> a + " " + b);
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      fail("the tree does not end");
    }
    assertEquals("", Files.readString(err));
    assertEquals(0, process.exitValue());
    List<String> classes = Files.readAllLines(log);
    long archived = classes.stream().filter(line -> line.contains("shared objects file")).count();
    assertTrue(classes.size() > archived, "nothing was seen");
    return new Start(Files.readString(out), archived, classes.size() - archived);
  }

  /** The same with the JDK of the build and nothing else set. */
  Start tree(Path directory) throws IOException, InterruptedException {
    return tree(directory, HOME, Map.of());
  }
}
