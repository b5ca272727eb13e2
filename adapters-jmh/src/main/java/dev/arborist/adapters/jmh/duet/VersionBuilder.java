package dev.arborist.adapters.jmh.duet;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Builds versions of the project in a Git checkout, each in a copy of its own, by the project's own
 * command. What was built is there until this is closed, which leaves nothing behind. For one
 * thread.
 */
public final class VersionBuilder implements AutoCloseable {

  private static final String BENCHMARKS = "META-INF/BenchmarkList";
  private static final String JMH = "org/openjdk/jmh/Main.class";
  private static final int LAST_LINES = 20;
  private static final int SHORT_HASH = 10;

  private final ProcessFamily family;
  private final Checkout checkout;
  private final Settings settings;
  private final Consumer<String> listener;
  private int copies;

  /**
   * How versions are built.
   *
   * @param directory the project, in a Git checkout
   * @param command what builds it, as a shell takes it; empty for the usual one of Maven or Gradle
   * @param benchmarks where it then has its benchmarks: a jar, or a class path, relative to the
   *     project; empty for the only jar that holds benchmarks and JMH
   */
  public record Settings(Path directory, String command, String benchmarks) {}

  /**
   * A builder.
   *
   * @param listener told a line before a build, and the last lines of one that failed
   * @throws InvalidSamplesException when the directory is in no Git checkout
   */
  public VersionBuilder(Settings settings, Consumer<String> listener) {
    this.settings = settings;
    this.listener = listener;
    try {
      family = new ProcessFamily();
      checkout = open();
    } catch (IOException e) {
      throw new StorageException("the checkout cannot be copied: " + e, e);
    }
  }

  private Checkout open() throws IOException {
    try {
      return Checkout.of(family, settings.directory().toAbsolutePath());
    } catch (IOException | InvalidSamplesException e) {
      family.close();
      throw e;
    }
  }

  /**
   * Refuses what is no commit, before another one is built, which takes its time.
   *
   * @param ref a branch, a tag, or a commit
   * @throws InvalidSamplesException when there is no such commit
   */
  public void requireCommit(String ref) {
    try {
      checkout.commit(ref);
    } catch (IOException e) {
      throw new StorageException(ref + " cannot be looked up: " + e.getMessage(), e);
    }
  }

  /**
   * Builds a commit.
   *
   * @param ref a branch, a tag, or a commit
   * @throws InvalidSamplesException when there is no such commit, its build fails, or it has no
   *     benchmarks
   */
  public Version build(String ref) {
    try {
      String commit = checkout.commit(ref);
      String hash = commit.substring(0, Math.min(SHORT_HASH, commit.length()));
      String name = ref.equals(commit) ? hash : ref + " (" + hash + ")";
      return build(name, checkout.copy(commit, place()));
    } catch (IOException e) {
      throw new StorageException(ref + " cannot be copied: " + e.getMessage(), e);
    }
  }

  /**
   * Builds the checkout as it stands, with what is not committed.
   *
   * @throws InvalidSamplesException when its build fails, or it has no benchmarks
   */
  public Version buildWorkTree() {
    try {
      return build("the work tree", checkout.copyWorkTree(place()));
    } catch (IOException e) {
      throw new StorageException("the work tree cannot be copied: " + e.getMessage(), e);
    }
  }

  private Path place() {
    copies++;
    return copy();
  }

  /** The root of the copy that was made last. */
  private Path copy() {
    return family.directory().resolve("version-" + copies);
  }

  private Version build(String name, Path project) throws IOException {
    List<String> submodules = checkout.submodules(copy());
    if (!submodules.isEmpty()) {
      listener.accept(
          "submodules are left empty: "
              + String.join(", ", submodules)
              + "; a --build that needs them begins with 'git submodule update --init'");
    }
    String command =
        settings.command().isEmpty()
            ? UsualBuild.of(copy(), project)
                .orElseThrow(
                    () ->
                        new InvalidSamplesException(
                            name
                                + " has no pom.xml and no build.gradle: name the command that"
                                + " builds it"))
            : settings.command();
    listener.accept("building " + name + ": " + command);
    Path log = family.directory().resolve("build-" + copies + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(shell(command))
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(nothing()))
            .redirectOutput(Redirect.to(log.toFile()));
    Checkout.MISLEADING.forEach(builder.environment()::remove);
    int code = family.await(family.start(builder));
    if (code != 0) {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).forEach(listener);
      throw new InvalidSamplesException(
          "the build of " + name + " ended with exit code " + code + ": " + command);
    }
    return new Version(name, classPath(name, project));
  }

  private static List<String> shell(String command) {
    return UsualBuild.isWindows() ? List.of("cmd", "/c", command) : List.of("sh", "-c", command);
  }

  private static File nothing() {
    return new File(UsualBuild.isWindows() ? "NUL" : "/dev/null");
  }

  private List<Path> classPath(String name, Path project) throws IOException {
    if (!settings.benchmarks().isEmpty()) {
      return Pattern.compile(Pattern.quote(File.pathSeparator))
          .splitAsStream(settings.benchmarks())
          .map(project::resolve)
          .toList();
    }
    List<Path> jars = jars(project);
    if (jars.size() != 1) {
      String found =
          jars.isEmpty()
              ? "has no jar that holds benchmarks and JMH"
              : "has more than one jar with benchmarks: "
                  + String.join(
                      ", ", jars.stream().map(jar -> "" + project.relativize(jar)).toList());
      throw new InvalidSamplesException(
          "what was built of " + name + " " + found + "; name the jar or the class path");
    }
    return jars;
  }

  private static List<Path> jars(Path project) throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      List<Path> jars =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      return jars.stream().filter(VersionBuilder::runsBenchmarks).toList();
    }
  }

  private static boolean runsBenchmarks(Path file) {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      return jar.getEntry(BENCHMARKS) != null && jar.getEntry(JMH) != null;
    } catch (IOException e) {
      return false; // what is no jar holds no benchmarks
    }
  }

  /** Deletes the copies with what was built. */
  @Override
  public void close() {
    family.close();
  }
}
